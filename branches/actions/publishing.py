"""Versions of schemes come into force and end. A published version never changes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from branches.actions.schemes import locked, locked_draft
from branches.models import Scheme
from branches.schemes.catalogue import FIGURES
from branches.schemes.choices import SchemeStatus
from branches.schemes.definitions import definition_of, faults
from branches.schemes.parameters import forbidden_words
from branches.schemes.periods import end_of
from villages.common.errors import DomainError
from villages.trace.record import record

ONE_DAY = timedelta(days=1)


@transaction.atomic
def publish_scheme(*, scheme: Scheme, valid_from: date, basis: str, by: Any) -> Scheme:
    """Brings a draft into force from a day on; the version before it ends the day before.

    Raises `scheme_incomplete` with all that is missing, `scheme_too_early` where the version
    before began later or has already rated a period that the new one would cover.
    """
    scheme = locked_draft(scheme, by)
    _require_complete(scheme, valid_from)
    before = Scheme.objects.select_for_update().filter(
        county_code=scheme.county_code, kind=scheme.kind
    )
    for other in before.exclude(status=SchemeStatus.DRAFT):
        _require_after(other, valid_from)
    before.filter(status=SchemeStatus.IN_FORCE).update(
        status=SchemeStatus.ENDED, valid_to=valid_from - ONE_DAY, version=F("version") + 1
    )
    scheme.status, scheme.valid_from = SchemeStatus.IN_FORCE, valid_from
    scheme.basis, scheme.version = basis.strip(), scheme.version + 1
    scheme.save()
    after = {"valid_from": valid_from}
    record("branches.scheme_published", scheme, by=by, after=after, reason=scheme.basis)
    return scheme


@transaction.atomic
def end_scheme(*, scheme: Scheme, valid_to: date, reason: str, by: Any) -> Scheme:
    """Ends the version in force without a successor. Raises `scheme_not_in_force`."""
    scheme = locked(scheme, by)
    if scheme.status != SchemeStatus.IN_FORCE:
        raise DomainError("scheme_not_in_force", _("只能停用现行版。"), _("请刷新页面。"))
    if scheme.valid_from is None or valid_to < scheme.valid_from:
        raise _too_early(valid_to)
    scheme.status, scheme.valid_to = SchemeStatus.ENDED, valid_to
    scheme.version += 1
    scheme.save()
    record("branches.scheme_ended", scheme, by=by, after={"valid_to": valid_to}, reason=reason)
    return scheme


def _require_complete(scheme: Scheme, on: date) -> None:
    words = forbidden_words(on=on, county=scheme.county_code)
    found = faults(definition_of(scheme), figures=FIGURES, forbidden=words)
    refuse_faults(found)


def refuse_faults(found: Sequence[str]) -> None:
    """Raises `scheme_incomplete` with every fault."""
    if found:
        raise DomainError("scheme_incomplete", "".join(found), _("请在草稿里改正后再发布。"))


def _require_after(other: Scheme, valid_from: date) -> None:
    last = max(filter(None, [other.valid_from, other.valid_to]))
    if valid_from <= last:
        raise _too_early(valid_from)
    rated = [end_of(code) for code in other.ratings.values_list("period", flat=True).distinct()]
    if any(end >= valid_from for end in rated):
        raise DomainError(
            "scheme_too_early", _("现行版已经评定过这个日期以后结束的评定期。"),
            _("请选择更晚的启用日期。"), valid_from=_("晚于已评定的评定期。"),
        )  # fmt: skip


def _too_early(day: date) -> DomainError:
    said = _("%s不晚于上一版的日期。") % day.isoformat()
    hint = _("请选择更晚的日期。")
    return DomainError("scheme_too_early", said, hint, valid_from=said, valid_to=said)
