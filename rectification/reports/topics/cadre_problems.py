"""Problems and requirements about village cadres."""

from collections.abc import Iterator

from rectification.reports.content import Item, Line, Problem
from rectification.reports.told import Known
from rectification.reports.topics.spans import day, named_villages
from rectification.reports.words import few
from villages.imports.months import due_date

_TITLE = "村干部队伍方面"
_MOST = 3


def problems(known: Known) -> Iterator[Problem]:
    """Villages without a secretary with their days, short of reserve, over the by-election."""
    empty = known.where("secretary", 0)
    if empty:
        told = _with_days(known, empty)
        said = f"{{cadres.villages_without_secretary}}个村书记空缺，如{told}。"
        yield _problem(known, "cadres.without_secretary", said, empty)
    over = _over(known)
    if over:
        named = few(known, over)
        said = f"{{cadres.vacancies.over}}个村“两委”空缺超过补选期限，如{named}。"
        yield _problem(known, "cadres.vacancies_over", said, over)
    short = known.where("reserve_enough", 0)
    if short:
        named = named_villages(known, short, "cadres.villages_short_of_reserve", _MOST)
        yield _problem(known, "cadres.short_of_reserve", f"{named}后备干部不足。", short)


def _problem(known: Known, kind: str, said: str, codes: list[str]) -> Problem:
    names = tuple(known.asked.place_of[code].name for code in codes)
    return Problem(kind, _TITLE, Line(kind, said), tuple(codes), names)


def _with_days(known: Known, codes: list[str]) -> str:
    """The longest first, each with its days where the ledger knows them."""
    days = {code: known.items.get(f"cadres.vacant_days.{code}") for code in codes}
    found = sorted(codes, key=lambda code: (-_number(days[code]), code))[:_MOST]
    return "、".join(
        few(known, [code]) + (f"空缺{{cadres.vacant_days.{code}}}天" if _number(days[code]) else "")
        for code in found
    )


def _number(item: Item | None) -> int:
    return int(item.number or 0) if item else 0


def _over(known: Known) -> list[str]:
    base = known.tables["vacancies"]
    found = zip(base.column("code"), base.column("over"), strict=True)
    return sorted({str(code) for code, over in found if over})


def tasks(known: Known) -> Iterator[Line]:
    """What the townships of empty posts have to do."""
    if known.where("secretary", 0):
        until = due_date(known.asked.period.last_month.next(), known.asked.county.code)
        said = "书记空缺村所在乡镇（街道）物色人选，按程序配备，"
        yield Line("cadres.fill", f"{said}于{day(until)}前书面报告进展。")
