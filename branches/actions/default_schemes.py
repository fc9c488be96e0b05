"""The schemes that a new county starts from."""

from datetime import date
from typing import Any

from django.db import transaction

from branches.actions.publishing import publish_scheme
from branches.actions.schemes import draft_scheme
from branches.models import Scheme
from branches.schemes.defaults import DEFAULTS

BASIS = "平台预置方案,县委组织部核定"


@transaction.atomic
def install_default_schemes(
    county: str, by: Any, *, valid_from: date | None = None, basis: str = BASIS
) -> list[Scheme]:
    """Drafts of the standard checklist, the stars and the fortress index; published from a day
    on where one is given. Kinds of which the county has any version are left alone.
    """
    have = set(Scheme.objects.in_county(county).values_list("kind", flat=True))
    made = [
        draft_scheme(county=county, definition=one, by=by)
        for one in DEFAULTS
        if one.kind not in have
    ]
    if valid_from is None:
        return made
    return [publish_scheme(scheme=one, valid_from=valid_from, basis=basis, by=by) for one in made]
