"""Columns of the rows behind a figure of a batch: for page and Excel."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.tables import TableColumn
from rectification.figures.effect_parts import Effect, EffectRow
from villages.common.columns import Kind


def columns_of(effect: Effect, rows: Iterable[EffectRow]) -> tuple[TableColumn, ...]:
    """Village, township, case, what the row adds in the unit of the figure, and its source."""
    whole = all(isinstance(one.value, int) for one in rows)
    kind = Kind.INTEGER if whole else Kind.DECIMAL
    return (
        _text("village", _("村"), "village", lambda row: row.place.name, 14),
        _text("township", _("乡镇"), "township", lambda row: row.place.township, 14),
        _text("code", _("区划代码"), "village code", lambda row: row.place.code, 16, Kind.CODE),
        _text("number", _("整顿编号"), "number of the case", lambda row: row.place.number, 14),
        TableColumn("value", _("计入"), "what the row adds", _value, kind, effect.figure.unit, 10),
        _text("text", _("内容"), "what the row says", lambda row: row.text, 40),
        _text("source", _("来源"), "ledger of the row", lambda row: row.source, 18),
    )


def _text(
    key: str, header: Any, en: str, value: Any, width: int, kind: Kind = Kind.TEXT
) -> TableColumn:
    return TableColumn(key, header, en, value, kind, width=width)


def _value(row: EffectRow) -> Any:
    return row.value
