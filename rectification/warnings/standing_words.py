"""What a village brought into the month, in lines."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rectification.warnings.standing import Standing
from rectification.warnings.wording import colour_text
from villages.common.periods import Month


def standing_lines(standing: Standing) -> Iterator[str]:
    """Nothing for most villages."""
    for code, held in sorted(standing.held.items()):
        words = {"code": code, "month": Month.from_number(held.since).label}
        said = _("%(code)s:%(month)s的预警,观察中") if held.observed else (
            _("%(code)s:%(month)s的预警,未降级")
        )  # fmt: skip
        yield said % words
    if standing.cleared:
        yield _("已认定误报:%s") % "、".join(sorted(standing.cleared))
    if standing.exempt:
        codes = _("全部规则") if "*" in standing.exempt else "、".join(sorted(standing.exempt))
        yield _("豁免:%s") % codes
    if standing.override:
        yield _("人工调整为%s") % colour_text(standing.override)
    if standing.lowered:
        yield _("本月有黄色预警核实降级,不计入连续黄色")
    if standing.red_months:
        yield _("此前连续红色 %d 个月") % standing.red_months
    if standing.yellow_months:
        yield _("此前连续黄色 %d 个月") % standing.yellow_months
