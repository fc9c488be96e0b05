"""How colours, marks and changes read."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.choices import Colour
from rectification.warnings.judgement import EXEMPT, OBSERVED, OVERRIDE
from rectification.warnings.rules.declaring import Category

# The worst first; grey is no praise, so it stands before green.
SEVERITY = {Colour.RED: 0, Colour.YELLOW: 1, Colour.GREY: 2, Colour.GREEN: 3}


def mark_words() -> dict[str, Any]:
    """What goes beside a colour."""
    return {OVERRIDE: _("人工调整"), OBSERVED: _("观察期"), EXEMPT: _("有豁免")}


def colour_text(colour: str, months: int = 0) -> str:
    """“红色预警(第 2 个月)”; green and grey are no warnings."""
    words = {
        Colour.RED: _("红色预警"), Colour.YELLOW: _("黄色预警"),
        Colour.GREEN: _("绿色"), Colour.GREY: _("未评"),
    }  # fmt: skip
    said = str(words[Colour(colour)])
    return said + _("(第 %d 个月)") % months if months else said


def months_in_row(colour: str, red: int, yellow: int) -> int:
    """How many months in a row the village has been so; 0 for green and grey."""
    return {Colour.RED: red, Colour.YELLOW: yellow}.get(Colour(colour), 0)


def change_text(before: str, after: str) -> str:
    """“黄 → 红”; a village without an earlier colour is new."""
    earlier = Colour(before).label if before else _("无")
    return f"{earlier} → {Colour(after).label}"


def category_words() -> dict[str, Any]:
    """What rules are about."""
    return {
        Category.TEAM: _("班子"), Category.BRANCH: _("支部"), Category.CADRES: _("队伍"),
        Category.GOVERNANCE: _("治理"), Category.MASSES: _("群众"), Category.ECONOMY: _("集体经济"),
        Category.RECTIFICATION: _("整改"), Category.REPORTING: _("填报"),
    }  # fmt: skip


def side_words() -> dict[str, Any]:
    """On which side of a limit a number is out of order."""
    return {">": _("超过"), ">=": _("达到"), "<": _("低于"), "<=": _("不高于")}
