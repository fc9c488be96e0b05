"""Which rules found anything lately, by the receipts."""

from dataclasses import dataclass

from rectification.warnings.judgement import is_found
from rectification.warnings.models import VillageWarning
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class Fired:
    """Codes of rules that found something, and in how many judged months one looked."""

    months: int
    codes: frozenset[str]


def fired(scope: Scope, county: str, last: Month, months: int = 24) -> Fired:
    """By the receipts of so many months up to the last one; what nobody knew is no finding. One
    query."""
    rows = VillageWarning.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__gt=last.shift(-months).number, month__lte=last.number)
    seen: set[int] = set()
    codes: set[str] = set()
    for month, reasons in rows.values_list("month", "reasons").iterator():
        seen.add(month)
        codes |= {one["rule"] for one in reasons if one["level"] != "unknown" and is_found(one)}
    return Fired(len(seen), frozenset(codes))
