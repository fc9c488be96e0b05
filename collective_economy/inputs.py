"""What the monthly form asks about income: statements of January to the month."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collective_economy.actions.stating import Entry, standing, write
from collective_economy.choices import Category
from collective_economy.models import IncomeEntry
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import FILED, FilingInput, InputSource, Landing, Stated
from villages.filings.recalling import Recalled
from villages.models import Village

_BASIS = gettext_lazy("《农村集体经济组织会计制度》(财会〔2023〕14号)")
_MEANINGS = {
    Category.OPERATING: gettext_lazy(
        "一月至本月累计:出售、出租、服务等经营活动的收入,不含补助和借款。"
    ),
    Category.INVESTMENT: gettext_lazy("一月至本月累计:对外投资分得的利润、股利和利息。"),
    Category.SUBSIDY: gettext_lazy("一月至本月累计:各级财政和单位给予的补助,不计入经营性收入。"),
    Category.OTHER: gettext_lazy("一月至本月累计:以上三类之外的收入,例如捐赠、罚没。"),
}


def _input(category: Category) -> FilingInput:
    return FilingInput(
        f"economy.{category}", category.label, Kind.YUAN, _MEANINGS[category],
        gettext_lazy("县农业农村局"), unit=gettext_lazy("元"), basis=_BASIS, cumulative=True,
        most=10**13, seconds=15,
        used_by=(gettext_lazy("集体经济主要数据"), gettext_lazy("收入构成")),
    )  # fmt: skip


_KEYS = {f"economy.{one}": one for one in Category}
_Row = tuple[int, int, str, int]


def read(villages: Sequence[int], month: Month) -> Stated:
    """What is in force for January to the month. One query."""
    rows = IncomeEntry.objects.filter(village__in=villages).year_to_date(month)
    return _stated(_rows(rows))


def last(villages: Sequence[int], month: Month) -> Stated:
    """The newest cumulative statement before the month in its year: a January begins anew.

    One query.
    """
    january = Month(month.year, 1).number
    rows = IncomeEntry.objects.filter(village__in=villages, from_month=january).current()
    return _stated(sorted(_rows(rows.filter(to_month__lt=month.number)), key=lambda row: row[1]))


def series(villages: Sequence[int], months: Sequence[Month]) -> Mapping[int, Stated]:
    """Cumulative statements of these months. One query."""
    numbers = [one.number for one in months]
    rows = IncomeEntry.objects.filter(village__in=villages, to_month__in=numbers).current()
    january = [Month(one.year, 1).number for one in months]
    found: dict[int, list[_Row]] = {}
    for first, *row in rows.filter(from_month__in=january).values_list("from_month", *_READ):
        if first // 100 == row[1] // 100:
            found.setdefault(row[1], []).append((row[0], row[1], row[2], row[3]))
    return {number: _stated(stated) for number, stated in found.items()}


def recall(villages: Sequence[int], month: Month, seasons: Sequence[Month]) -> Recalled:
    """What is in force for the month, what was the newest before it, and seasons. One query."""
    wanted = Q(from_month=Month(month.year, 1).number, to_month__lte=month.number)
    for one in seasons:
        wanted |= Q(from_month=Month(one.year, 1).number, to_month=one.number)
    rows = IncomeEntry.objects.filter(wanted, village__in=villages).current().order_by("to_month")
    found: dict[int, list[_Row]] = {}
    for row in _rows(rows):
        found.setdefault(row[1], []).append(row)
    begun = Month(month.year, 1).number
    before = [row for number, own in found.items() if begun <= number < month.number for row in own]
    earlier = {one.number: _stated(found[one.number]) for one in seasons if one.number in found}
    return Recalled(_stated(found.get(month.number, ())), _stated(before), earlier)


_READ = ("village_id", "to_month", "category", "amount_fen")


def _rows(rows: Any) -> Iterable[_Row]:
    found: Iterable[_Row] = rows.values_list(*_READ)
    return found


def _stated(rows: Iterable[_Row]) -> dict[int, dict[str, int]]:
    """By village and input; of several statements the last given holds."""
    found: dict[int, dict[str, int]] = {}
    for village, _month, category, fen in rows:
        found.setdefault(village, {})[f"economy.{category}"] = fen
    return found


def land(landing: Landing) -> None:
    """States the amounts; what differs supersedes what was in force. Three statements."""
    first, number = Month(landing.month.year, 1).number, landing.month.number
    villages = {pk: Village(pk=pk) for pk in landing.answers}
    entries = [
        Entry(
            villages[village], str(_KEYS[key]), first, number, fen, source=landing.source,
            reason=_("按“%s”更正") % landing.source,
        )
        for village, answers in landing.answers.items()
        for key, fen in answers.items()
    ]  # fmt: skip
    stated = standing(landing.county, first, number, villages)
    write(entries, stated, county=landing.county, on=landing.on or landing.month.end)


def lift(landing: Landing) -> None:
    """Takes filed statements away and puts in force what they replaced.

    A statement that somebody corrected since is no longer the filing's, and stays. At most six
    statements.
    """
    rows = IncomeEntry.objects.filter(
        village__in=list(landing.filings), to_month=landing.month.number,
        from_month=Month(landing.month.year, 1).number,
    )  # fmt: skip
    gone, back = _undone({row.pk: row for row in rows})
    if gone:
        filed = IncomeEntry.objects.filter(pk__in=gone)
        filed.update(replaces=None)
        filed.delete()
    if back:
        IncomeEntry.objects.filter(pk__in=back).update(superseded_on=None)


def _undone(rows: Mapping[int, IncomeEntry]) -> tuple[list[int], list[int]]:
    """From each statement in force back to the first that no filing wrote: taken away, restored."""
    gone: list[int] = []
    back: list[int] = []
    for row in rows.values():
        older: IncomeEntry | None = row
        while older and row.superseded_on is None and older.source.startswith(FILED):
            gone.append(older.pk)
            older = rows.get(older.replaces_id) if older.replaces_id else None
            if older and not older.source.startswith(FILED):
                back.append(older.pk)
    return gone, back


SOURCES = (
    InputSource(
        "economy", tuple(map(_input, Category)), read=read, last=last, land=land, lift=lift,
        series=series, recall=recall,
    ),
)  # fmt: skip
