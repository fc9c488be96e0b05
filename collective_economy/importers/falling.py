"""Sums from January that fall from month to month: asked about at entry, and again by the checks
until the township has said why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from collective_economy.choices import Category
from collective_economy.figures.neighbours import Neighbours, neighbours
from villages.common.money import json_yuan
from villages.common.periods import Month
from villages.imports.declaring import Context, Row
from villages.imports.findings import Question


def falls(context: Context, rows: list[Row]) -> Iterator[Question]:
    """Rows that state less than an earlier month of the year, or more than a later one."""
    if context.month is None or context.single_month:
        return
    known = neighbours(context.county, context.month)
    for row in rows:
        for category in Category:
            if beside := known.get((row.village.pk, category)):
                yield from _asked(row, category, beside)


def _asked(row: Row, category: Category, beside: Neighbours) -> Iterator[Question]:
    fen = row.values.get(category)
    if fen is None:
        return
    if beside.earlier_fen is not None and fen < beside.earlier_fen:
        yield _question(row, category, _("少于"), beside.earlier, beside.earlier_fen)
    if beside.later_fen is not None and fen > beside.later_fen:
        yield _question(row, category, _("多于"), beside.later, beside.later_fen)


def _question(row: Row, category: Category, how: str, month: int, fen: int) -> Question:
    words = _(
        "%(what)s累计 %(new)s 元,%(how)s%(month)s已报的 %(old)s 元。"
        "那个月报错的,请更正那个月并写明原因。"
    ) % {
        "what": category.label, "new": json_yuan(row.values[category]), "how": how,
        "month": Month.from_number(month).label, "old": json_yuan(fen),
    }  # fmt: skip
    return Question(row.sheet, row.number, "", "ytd_falls", words)
