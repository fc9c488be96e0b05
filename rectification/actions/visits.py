"""A visit and what came of it, in one go."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from rectification.models import CaseVisit, RectificationCase
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers


@transaction.atomic
def log_visit(
    case: RectificationCase, *, by: Any, visit: Mapping[str, Any],
    works: Iterable[Mapping[str, Any]] = (),
) -> CaseVisit:  # fmt: skip
    """One visit with the works done on it; all or none is written.

    Works are dated with the visit. Raises what the two ledgers refuse.
    """
    own = {"village": case.village, "case": case}
    made: CaseVisit = write_row(ledgers()["visits"], values={**own, **visit}, by=by)
    for work in works:
        values = {**own, "visit": made, "done_on": made.on, **work}
        write_row(ledgers()["works-done"], values=values, by=by)
    return made
