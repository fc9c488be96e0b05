"""Figures that an item of a scheme can be computed from, by name."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class SchemeFigure:
    """A figure of a branch: what it is called, its unit, and where its number comes from."""

    key: str
    label: Any
    unit: Any
    source: Any


@dataclass(frozen=True)
class Known:
    """The value of a figure for one branch."""

    number: Decimal
    source: str


# Values by branch and figure; a figure that nobody filed is not in it.
Values = dict[int, dict[str, Known]]

_MEETINGS, _COUNTS, _ORGANIZATION = _("组织生活台账"), _("党员数台账"), _("党组织台账")
FIGURES: dict[str, SchemeFigure] = {
    one.key: one
    for one in (
        SchemeFigure("members.formal", _("正式党员"), _("人"), _COUNTS),
        SchemeFigure("members.dues_unpaid", _("未缴清党费的党员"), _("人"), _COUNTS),
        SchemeFigure("committee.vacant", _("委员缺额"), _("人"), _ORGANIZATION),
        SchemeFigure("term.overdue_days", _("届满未换届"), _("天"), _ORGANIZATION),
        SchemeFigure("meetings.assembly", _("党员大会"), _("次"), _MEETINGS),
        SchemeFigure("meetings.committee", _("支委会"), _("次"), _MEETINGS),
        SchemeFigure("meetings.theme_day", _("主题党日"), _("次"), _MEETINGS),
        SchemeFigure("meetings.class", _("党课"), _("次"), _MEETINGS),
        SchemeFigure("meetings.org_life", _("组织生活会"), _("次"), _MEETINGS),
    )
}
