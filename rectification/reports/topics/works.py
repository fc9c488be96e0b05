"""What was done for the villages of the batch (办实事), in the units of the county's words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rectification.choices import WorkLine
from rectification.figures.works import DEFINITION, works_of
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Formula, Item, Line, Paragraph, Table, Where, total
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.case_reading import batch_year
from rectification.reports.topics.case_rows import township_of
from rectification.reports.topics.saying import kind_code, parts_said, span_word
from rectification.reports.words import labelled
from villages.common.figures import Figure

WORKS, SOURCE, MONTHS = "works", "办实事台账", 12
_HEADERS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "kind": "实事种类", "unit": "单位", "quantity": "数量", "households": "惠及户数",
    "done_on": "完成日期", "in_span": "本期完成",
}  # fmt: skip
_NAMES = (
    "village__township__name", "village__code", "village__name", "kind__name", "kind__unit",
    "quantity", "households", "done_on", "kind__position", "kind__line",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class WorkKind:
    """A kind of work in the order of the county's words."""

    position: int
    name: str
    unit: str
    line: str

    @property
    def code(self) -> str:
        """Its figure of the year to date; `.now` is that of the period."""
        return f"works.{kind_code(self.name)}"


def tell(asked: Asked) -> Told:
    """Works of the year's batch up to the day, and those of the period. One query, and that of
    the batch's year."""
    table, kinds = _read(asked)
    return Told(
        WORKS, bases=(table,), items=lambda tables: _items(kinds, tables, span_word(asked.period)),
        paragraphs=lambda known: _words(known, kinds),
    )  # fmt: skip


def _read(asked: Asked) -> tuple[Table, list[WorkKind]]:
    year = asked.read(batch_year, asked.scope, asked.county.code, asked.as_of.year)
    rows = works_of(asked.scope, asked.county.code, year, until=asked.as_of)
    kinds, told = set(), []
    for town, code, village, kind, unit, quantity, households, day, place, line in (
        rows.order_by("village__code", "done_on", "kind__position", "pk").values_list(*_NAMES)
    ):  # fmt: skip
        kinds.add(WorkKind(place, kind, unit, line))
        where: tuple[Cell, ...] = (township_of(asked, code), town, code, village)
        now = int(asked.period.contains(day))
        told.append((*where, kind, unit, f"{quantity:f}", households, day.isoformat(), now))
    title = f"{year}年批次办实事"
    return Table(WORKS, title, (*_HEADERS,), (*_HEADERS.values(),), tuple(told)), sorted(kinds)


def _items(
    kinds: Iterable[WorkKind], tables: Mapping[str, Table], span: str
) -> Iterator[Item]:  # fmt: skip
    now = Where("in_span", "eq", 1)
    for one in kinds:
        kind = Where("kind", "eq", one.name)
        yield _sum(one.code, f"{one.name}（本年）", one.unit, (kind,), tables)
        yield _sum(f"{one.code}.now", f"{one.name}（{span}）", one.unit, (kind, now), tables)
    served = Formula("value", total(WORKS, "households").folds, empty=None)
    yield Item.folded("works.households", "惠及户数", "户", served, tables, source=SOURCE,
                      definition="办实事登记的惠及户数之和，一户受益几次计几次")  # fmt: skip


def _sum(
    code: str, label: str, unit: str, where: tuple[Where, ...], tables: Mapping[str, Table]
) -> Item:  # fmt: skip
    """With as many digits as the sum itself needs: 42, 3.5."""
    for digits in range(3):
        formula = total(WORKS, "quantity", *where, digits=digits)
        if formula.value(tables) == total(WORKS, "quantity", *where, digits=2).value(tables):
            break
    return Item.of(Figure(code, label, formula.value(tables) or 0, unit, source=SOURCE,
                          definition=DEFINITION), formula)  # fmt: skip


def _words(known: Known, kinds: Iterable[WorkKind]) -> Iterator[Paragraph]:
    """The year, and the period where more of the year lies before it."""
    team = [one for one in kinds if one.line == WorkLine.TEAM]
    rest = [one for one in kinds if one.line != WorkLine.TEAM]
    lines = [
        _line(known, "works.team", "整顿中", team),
        _line(known, "works.year", "办实事：", rest),
    ]
    # The first period of a year says the same as the year.
    if known.asked.period.place > 1:
        before = f"其中{span_word(known.asked.period)}："
        lines.append(_line(known, "works.now", before, [*team, *rest], ".now"))
    yield from paragraph("", [line for line in lines if line])


def _line(
    known: Known, key: str, before: str, kinds: Iterable[WorkKind], form: str = ""
) -> Line | None:
    parts = [(f"{one.name}{{}}{one.unit}", f"{one.code}{form}") for one in kinds]
    said = parts_said(known, parts, "、")
    return Line(key, labelled(f"{before}{said}。")) if said else None
