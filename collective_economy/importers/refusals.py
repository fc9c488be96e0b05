"""What an income sheet may not say."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from collective_economy.actions.income import PARTS
from collective_economy.choices import Category
from villages.imports.declaring import Context, Key, Row, RowFault, Values


def refusals(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[RowFault]:
    """Rows without an amount, and parts above their whole."""
    for row in rows:
        if all(row.values.get(category) is None for category in Category.values):
            # Silence is not zero.
            yield RowFault(
                row, "operating", "required", _("这个村一项收入也没有填写。"),
                _("没有收入请填写 0 或“无”。"),
            )  # fmt: skip
        yield from _parts(row)


def _parts(row: Row) -> Iterator[RowFault]:
    for category, key in PARTS.items():
        part, whole = row.values.get(key), row.values.get(category)
        if part and (whole is None or part > whole):
            words = _("这一部分多于%s,或后者没有填写。") % category.label
            yield RowFault(row, key, "part_too_large", words, _("请核对这两个数。"))
