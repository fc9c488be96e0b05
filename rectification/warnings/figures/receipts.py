"""Stored receipts of many months, as values: what replays, trials and back-tests read."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from rectification.warnings.models import RuleSet, VillageWarning
from rectification.warnings.rules_in_force import Rules, rules_of
from villages.common.periods import Month
from villages.common.scope import Scope

_AT_ONCE = 2_000
_FIELDS = (
    "village_id", "village__code", "village__name", "township_code", "month", "colour",
    "raw_colour", "mark", "red_months", "yellow_months", "reasons", "facts", "standing",
    "rule_set_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    """One village and month as it was judged; `facts` and `standing` as stored."""

    village: int
    code: str
    name: str
    township: str
    month: int
    colour: str
    raw: str
    mark: str
    red_months: int
    yellow_months: int
    reasons: list[dict[str, Any]]
    facts: dict[str, Any]
    standing: dict[str, Any] | None
    rule_set: int


def receipts(
    scope: Scope, county: str, first: Month, last: Month, *, codes: Collection[str] = ()
) -> Iterator[Receipt]:
    """Receipts between two months, both included, village by village, the oldest first; of all
    villages, or of those of these codes. One query."""
    rows = VillageWarning.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__gte=first.number, month__lte=last.number)
    if codes:
        rows = rows.filter(village__code__in=codes)
    stored = rows.order_by("village__code", "month").values_list(*_FIELDS)
    return (Receipt(*one) for one in stored.iterator(chunk_size=_AT_ONCE))


def stored_months(scope: Scope, county: str) -> list[Month]:
    """Months of which receipts are kept, the newest first. One query."""
    rows = VillageWarning.objects.in_scope(scope).in_county(county)
    numbers = rows.order_by("-month").values_list("month", flat=True).distinct()
    return [Month.from_number(one) for one in numbers]


def rule_sets(numbers: set[int]) -> dict[int, Rules]:
    """What these stored sets say. Two queries for any number of them."""
    rows = RuleSet.objects.filter(pk__in=numbers).prefetch_related("versions")
    return {row.pk: rules_of(row) for row in rows}


def receipts_by_uid(uids: Collection[str]) -> dict[str, VillageWarning]:
    """What stands behind the rows of a page that somebody may see: reasons, facts and the set of
    rules. One query."""
    stored = VillageWarning.objects.filter(uid__in=uids)
    return {one.uid: one for one in stored.only("uid", "reasons", "facts", "rule_set_id")}
