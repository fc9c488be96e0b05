"""Figures of first secretaries and teams."""

from collections.abc import Iterator, Mapping

from cadres.figures.residents import Resident, resident_figures
from rectification.reports.content import Fold, Item, Table, Where, count, share_of
from rectification.reports.content.formulas import Formula
from villages.common.figures import Figure, Missing

TABLE = "stationed"
_SOURCE = "驻村月记录"
# Codes of the cadre app's figures, and the lights that each of them counts.
_LIGHTS = {"residents.short": ("red", "yellow"), "residents.red": ("red",)}
_CODES = {"residents.short": "stationed.short", "residents.red": "stationed.far_short"}


def items(found: tuple[Resident, ...], tables: Mapping[str, Table]) -> Iterator[Item]:
    """Who was told, fell short, reached the line; nothing where nobody is posted."""
    if not tables[TABLE].rows:
        return
    figures = {one.code: one for one in resident_figures(found)}
    people, told = figures["residents.people"], figures["residents.told_share"]
    yield Item.of(_as("stationed.people", people), count(TABLE))
    known = Where("days", "known")
    told_share = share_of(Fold(TABLE, where=(known,)), Fold(TABLE))
    yield Item.of(_as("stationed.told", told), told_share)
    for code, lights in _LIGHTS.items():
        yield Item.of(
            _as(_CODES[code], figures[code], gap=not told.numerator),
            count(TABLE, Where("light", "in", lights)),
        )
    yield from _reached(tables, told.missing)


def _as(code: str, figure: Figure, *, gap: bool = False) -> Figure:
    """The cadre app's figure under the report's code; a gap where nobody was told."""
    value = Missing.NOT_FILED if gap else figure.value
    return Figure(
        code, figure.label, value, figure.unit, figure.numerator, figure.denominator,
        missing=figure.missing, source=figure.source, definition=figure.definition,
    )  # fmt: skip


def _reached(tables: Mapping[str, Table], missing: tuple[str, ...]) -> Iterator[Item]:
    said = "分子为计入驻村天数达到县定天数的人，分母为当月有月记录的人；没有月记录的列为缺报。"
    kinds = (
        ("stationed.reached", "驻村天数达到规定的占比", ()),
        ("stationed.first.reached", "第一书记驻村天数达到规定的占比", (_is_first(1),)),
        ("stationed.team.reached", "工作队员驻村天数达到规定的占比", (_is_first(0),)),
    )
    for code, label, where in kinds:
        part = Fold(TABLE, where=(*where, Where("reached", "eq", 1)))
        whole = Fold(TABLE, where=(*where, Where("reached", "known")))
        yield Item.folded(
            code, label, "%", share_of(part, whole), tables, missing=missing, source=_SOURCE,
            definition=said,
        )  # fmt: skip
    yield from _days_of(tables)


def _days_of(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Days of the first secretaries that a sentence may name: those below the line."""
    base = tables[TABLE]
    for row in base.rows:
        if base.cell(row, "is_first") and base.cell(row, "reached") == 0:
            code = str(base.cell(row, "code"))
            where = (Where("code", "eq", code), _is_first(1), Where("reached", "eq", 0))
            formula = Formula("value", (Fold(TABLE, "max", "days", where),), empty=None)
            name = f"{base.cell(row, 'township')}{base.cell(row, 'village')}第一书记驻村天数"
            yield Item.folded(f"stationed.days.{code}", name, "天", formula, tables)


def _is_first(value: int) -> Where:
    return Where("is_first", "eq", value)
