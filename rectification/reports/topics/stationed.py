"""First secretaries and teams: days in the village in the last complete month."""

from cadres.figures.residents import Resident, residents
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.told import Told
from rectification.reports.topics.stationed_items import TABLE, items
from rectification.reports.topics.stationed_words import problems, words
from villages import parameters
from villages.common.periods import Month

_HEADERS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "post": "身份", "is_first": "第一书记", "days": "计入驻村天数", "reached": "达到天数",
    "light": "提示",
}  # fmt: skip


def month_of(asked: Asked) -> Month:
    """The last month of the period that is over; the one before while the first still runs."""
    return asked.month if asked.as_of == asked.month.end else asked.month.previous()


def tell(asked: Asked) -> Told:
    """Everybody posted for a part of that month; nobody's name is frozen. Two queries."""
    month = month_of(asked)
    every = asked.read(residents, asked.scope, asked.county.code, month)
    found = tuple(one for one in every if one.village_code in asked.place_of)
    base = _base(asked, found, month)
    return Told(
        "stationed", bases=(base,), items=lambda tables: items(found, tables),
        per_township=("stationed.reached", "stationed.short"),
        paragraphs=lambda known: words(month, known),
        problems=lambda known: problems(month, known),
    )  # fmt: skip


def _base(asked: Asked, found: tuple[Resident, ...], month: Month) -> Table:
    line = int(
        parameters.value("cadres.resident_warn_days", on=month.end, county=asked.county.code)
    )
    rows = tuple(_row(asked, one, line) for one in found)
    title = f"{month.label}驻村天数"
    return Table(TABLE, title, tuple(_HEADERS), tuple(_HEADERS.values()), rows)


def _row(asked: Asked, one: Resident, line: int) -> tuple[Cell, ...]:
    place = asked.place_of[one.village_code]
    reached = None if one.days is None else int(one.days >= line)
    return (
        place.township_code, place.township, place.code, place.name, one.role,
        int(one.is_first_secretary), one.days, reached,
        None if one.days is None else str(one.light),
    )  # fmt: skip
