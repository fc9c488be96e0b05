"""Columns of the tables about stationed people, for page and Excel alike."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cadres.tables import Cell, TableColumn, cells
from cadres.wording.assessment import Band
from villages.common.columns import Kind

Labelled = tuple[TableColumn, Cell]
_LIGHTS = {"red": _("重点提示"), "yellow": _("天数不足"), "green": _("正常"), "grey": _("没有登记")}


def _text(key: str, header: Any, en: str, value: Any, width: int = 12) -> TableColumn:
    return TableColumn(key, header, en, value, Kind.TEXT, width=width)


def carded(columns: Sequence[TableColumn], rows: Sequence[Any]) -> list[list[Labelled]]:
    """The cells of each row beside their columns: on phones each value stands under its word."""
    return [list(zip(columns, line, strict=True)) for line in cells(columns, rows)]


def _missing(one: Any) -> str | None:
    """1-8月、10月, without the year that stands above."""
    return one.missing_words or None


def _reason(one: Any) -> str:
    """What is lacking in a team."""
    parts = [] if one.first_secretary else [_now("没有第一书记")]
    if one.short:
        parts.append(_now("少队员 %d 人") % one.short)
    return "、".join(parts)


def _band(band: Band) -> TableColumn:
    words = f"Teams in band {band.value}"
    return TableColumn(band.value, band.label, words, lambda one: dict(one.bands)[band])


RESIDENTS = (
    _text("name", _("姓名"), "Name", lambda one: one.name),
    _text("village", _("村"), "Village", lambda one: one.village_name, 16),
    _text("role", _("身份"), "Role", lambda one: one.role),
    TableColumn("days", _("计入天数"), "Days that count", lambda one: one.days, unit=_("天")),
    _text("light", _("提示"), "Light", lambda one: _LIGHTS[one.light]),
    TableColumn(
        "days_year", _("本年累计"), "Days of the year", lambda one: one.days_year, unit=_("天")
    ),
    _text("missing", _("缺登记的月份"), "Months missing", _missing, 24),
    TableColumn(
        "absences", _("抽查不在岗"), "Absences of the year", lambda one: one.absences_year,
        unit=_("次"),
    ),
    _text("consequence", _("对考核的影响"), "Consequence",
          lambda one: str(one.consequence.label), 24),
)  # fmt: skip
ROTATIONS = (
    _text("name", _("姓名"), "Name", lambda one: one.name),
    _text("village", _("村"), "Village", lambda one: one.village, 16),
    _text("role", _("身份"), "Role", lambda one: one.role),
    _text("unit", _("派出单位"), "Dispatching unit", lambda one: one.unit, 20),
    _text("due", _("任期届满"), "Term ends on", lambda one: f"{one.due_end_on:%Y-%m-%d}"),
    TableColumn("days", _("还有天数"), "Days left", lambda one: one.days, unit=_("天")),
)
SHORT_TEAMS = (
    _text("village", _("村"), "Village", lambda one: one.place.name, 16),
    _text("township", _("乡镇"), "Township", lambda one: one.place.township),
    _text("first", _("第一书记"), "First secretary", lambda one: one.first_secretary or None),
    TableColumn("members", _("队员"), "Members", lambda one: len(one.members), unit=_("人")),
    _text("reason", _("缺口"), "What is lacking", _reason, 24),
)
BANDS = (
    _text("township", _("乡镇"), "Township", lambda one: one.name),
    *(_band(one) for one in Band),
    TableColumn("waiting", _("未评"), "Not scored", lambda one: len(one.waiting)),
)
