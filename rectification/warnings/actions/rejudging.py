"""After a decision the open month is judged again for the villages that it is about.

A decision changes what a village brings into a month, not its data: the stored receipt is judged
once more with the new standing. That takes a few queries and no facts, so that it happens in the
transaction of the decision, and a county's evaluation right after it writes nothing.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rectification.warnings.actions.counting import open_month
from rectification.warnings.actions.raising import raise_events
from rectification.warnings.facts.standing import standings
from rectification.warnings.judging import CountyJudged, Judged, replayed
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules_in_force import Rules, rules_of
from rectification.warnings.standing import NOTHING
from villages.common.periods import Month
from villages.imports.months import require_open

_CHANGING = (
    "colour", "reasons", "standing", "raw_colour", "mark", "red_months", "yellow_months", "digest",
)  # fmt: skip


@transaction.atomic
def rejudge(
    county: str, villages: Iterable[int], *, by: Any, on: date, events: bool = False
) -> int:
    """How many villages (by primary key) have another receipt now. Closed months stay as they are.

    With `events` the villages' events follow at once (an exempt one that nobody touched goes);
    else they follow at the next evaluation.
    """
    month = open_month(county, on)
    if month is None:
        return 0
    require_open(county=county, month=month, unit=county)
    keys = sorted(set(villages))
    rows = _rows(county, month, keys)
    brought = standings(county, month, min(month.end, on), villages=keys)
    known: dict[int, Rules] = {}
    judged = [_judged(row, brought.get(row.village_id, NOTHING), known) for row in rows]
    changed = [_write(row, one) for row, one in zip(rows, judged, strict=True)]
    if events and judged:
        rules = next(iter(known.values()))
        whole = CountyJudged(county, month, rules, tuple(judged), min(month.end, on))
        raise_events(by=by, judged=whole, settled=False)
    return sum(changed)


def _rows(county: str, month: Month, keys: list[int]) -> list[VillageWarning]:
    rows = VillageWarning.objects.select_for_update(no_key=True, of=("self",)).in_county(county)
    found = rows.in_month(month).filter(village_id__in=keys)
    return list(found.select_related("village", "rule_set").order_by("pk"))


def _judged(row: VillageWarning, brought: Any, known: dict[int, Rules]) -> Judged:
    if row.rule_set_id not in known:
        known[row.rule_set_id] = rules_of(row.rule_set)
    row.standing = brought.to_json() or None
    outcome = replayed(row, known[row.rule_set_id])
    code, township = row.village.code, row.township_code
    return Judged(row.village_id, code, township, outcome, row.facts, brought)


def _write(row: VillageWarning, one: Judged) -> bool:
    if row.digest == one.digest:
        return False
    outcome = one.outcome
    row.colour, row.reasons, row.raw_colour = outcome.colour, outcome.reasons, outcome.raw
    row.mark, row.digest = outcome.mark, one.digest
    row.red_months, row.yellow_months = outcome.red_months, outcome.yellow_months
    row.save(update_fields=_CHANGING)
    return True
