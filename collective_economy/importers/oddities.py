"""What is possible in an income sheet but odd: questions, never refusals."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from collective_economy.actions.income import key_of
from collective_economy.choices import OPERATING_TYPE, Category
from collective_economy.figures.history import references
from collective_economy.importers.contracting import split_shown
from collective_economy.importers.falling import falls
from collective_economy.parameters import plausible_factors
from collective_economy.plausibility import Factors, Reference, peer_medians, verdict
from villages.common.money import json_yuan
from villages.imports.declaring import Context, Key, Row, Values
from villages.imports.findings import Question


def oddities(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[Question]:
    """The split of the old account; sums that differ; amounts that fall or leap."""
    yield from split_shown(rows)
    yield from falls(context, rows)
    for row in rows:
        yield from _sums(row)
        yield from _leaps(row, stored.get(key_of(row), {}))
    yield from _implausible(context, rows, stored)


def _sums(row: Row) -> Iterator[Question]:
    """合计 and 经营性收入 as the sheet computed them, against the cells."""
    values = row.values
    own = {
        "total": (_("合计"), tuple(Category)),
        "operating_type": (_("经营性收入"), OPERATING_TYPE),
    }
    for key, (words, categories) in own.items():
        stated = values.get(key)
        summed = sum(values.get(one) or 0 for one in categories)
        if key == "operating_type" and stated == summed + (values.get("operating_part") or 0):
            continue
        if stated is not None and stated != summed:
            told = _("“%(what)s”写作 %(stated)s 元,各项相加是 %(summed)s 元。") % {
                "what": words, "stated": json_yuan(stated), "summed": json_yuan(summed),
            }  # fmt: skip
            yield Question(row.sheet, row.number, "", "sum_differs", told)


def _leaps(row: Row, before: Values) -> Iterator[Question]:
    """A statement that falls or grows eightfold against what was stated before."""
    for category in Category:
        old, new = before.get(category), row.values.get(category)
        if old and new is not None and (new * 8 <= old or new >= old * 8):
            words = _("“%(what)s”由 %(old)s 元变为 %(new)s 元,请核对单位。") % {
                "what": category.label, "old": json_yuan(old), "new": json_yuan(new),
            }  # fmt: skip
            yield Question(row.sheet, row.number, "", "big_change", words)


def _implausible(
    context: Context, rows: list[Row], stored: Mapping[Key, Values]
) -> Iterator[Question]:
    """Amounts far from the village's own seasons, or from its peers where it has no past."""
    if context.month is None or context.single_month:
        return
    own = references(context.county, context.month)
    factors = plausible_factors(context.county, context.on)
    peers = peer_medians(
        {category: [row.values.get(category) or 0 for row in rows] for category in Category}
    )
    for row in rows:
        if stored.get(key_of(row)):
            continue
        for category in Category:
            known = Reference(own.get((row.village.pk, category), ()), peers[category])
            yield from _asked(row, category, known, factors)


def _asked(row: Row, category: Category, known: Reference, factors: Factors) -> Iterator[Question]:
    new = row.values.get(category)
    usual = verdict(new, known, factors) if new else None
    if new and usual:
        words = _("“%(what)s”%(new)s 元,往年和同类村约 %(usual)s 元,请核对单位是元还是万元。") % {
            "what": category.label, "new": json_yuan(new), "usual": json_yuan(usual),
        }  # fmt: skip
        yield Question(row.sheet, row.number, "", "implausible", words)
