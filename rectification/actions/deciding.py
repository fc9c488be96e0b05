"""What the county decides about candidate villages: in, watch or out, always with a reason."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rectification.actions.months import require_month_of
from rectification.models import ScreeningDecision
from villages.ledgers.keeping import changed, refuse_broken
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def decide(
    villages: Iterable[tuple[Village, int | None]], *, by: Any, on: date, year: int, outcome: str,
    reason: str,
) -> list[ScreeningDecision]:  # fmt: skip
    """Decides about villages, each given with the points it had on the day; the newest decision
    of a year stands, earlier ones are in the trail. One entry in the trail per village.

    Raises `month_closed` and what the constraints say.
    """
    told = list(villages)
    require_month_of([village for village, _points in told], on)
    rows = ScreeningDecision.objects.select_for_update().filter(year=year)
    known = {one.village_id: one for one in rows.filter(village__in=[one.pk for one, _p in told])}
    return [
        _decide(
            village, known.get(village.pk), by=by,
            values={
                "outcome": outcome, "reason": reason, "decided_on": on, "points": points,
                "year": year,
            },
        )
        for village, points in told
    ]  # fmt: skip


def _decide(
    village: Village, row: ScreeningDecision | None, *, by: Any, values: dict[str, Any]
) -> ScreeningDecision:
    before: dict[str, Any] = {}
    if row is None:
        row = ScreeningDecision(village=village, county_code=village.county_code, **values)
        refuse_broken(row)
        row.save()
    else:
        before = changed(row, **values)
    record(
        "screening.decided", row, by=by, name=str(village.full_name), reason=values["reason"],
        before={"outcome": before["outcome"]} if before else {},
        after={"outcome": row.outcome, "year": row.year},
    )  # fmt: skip
    return row
