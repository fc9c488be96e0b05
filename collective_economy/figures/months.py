"""Income of single months: what follows from the statements, nothing guessed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from collective_economy.choices import OPERATING_TYPE, Category
from collective_economy.figures.reading import FIELDS, Stated
from collective_economy.models import IncomeEntry
from collective_economy.statements import Accumulated, Statement, accumulate
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class MonthPoint:
    """The operating-type income of a month, in fen; `known` villages of those that stated
    anything in these years. None where no village's month is known."""

    month: Month
    fen: int | None
    known: int
    villages: int


def monthly(
    scope: Scope, county: str, first: Month, last: Month, categories: Iterable[str] = Category
) -> dict[int, Mapping[str, Accumulated]]:
    """All that is known of single months, by village and category. One query."""
    rows = IncomeEntry.objects.in_scope(scope).in_county(county).current()
    rows = rows.filter(category__in=[str(one) for one in categories])
    rows = rows.filter(from_month__gte=Month(first.year, 1).number, to_month__lte=last.number)
    parts: dict[int, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in (Stated(*row) for row in rows.values_list(*FIELDS)):
        parts[one.village][one.category].append(Statement(one.first, one.last, one.fen))
    return {
        village: {category: accumulate(said) for category, said in kinds.items()}
        for village, kinds in parts.items()
    }


def operating_months(
    known: Mapping[int, Mapping[str, Accumulated]], first: Month, last: Month
) -> list[MonthPoint]:
    """经营收入 and 投资收益 of each month over all villages whose month is known; flagged other
    income is in the sums from January only. No query."""
    found = []
    for month in first.until(last):
        fens = [_operating(kinds, month) for kinds in known.values()]
        told = [fen for fen in fens if fen is not None]
        found.append(MonthPoint(month, sum(told) if told else None, len(told), len(known)))
    return found


def _operating(kinds: Mapping[str, Accumulated], month: Month) -> int | None:
    """Both categories of one month; a category that was never stated does not hide the other."""
    stated = [kinds[one].month(month) for one in OPERATING_TYPE if one in kinds]
    known = [fen for fen in stated if fen is not None]
    return sum(known) if stated and len(known) == len(stated) else None
