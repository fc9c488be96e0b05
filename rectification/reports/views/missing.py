"""Why a number is lacking, and which units it lacks, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from rectification.reports.content import Item, ReportContent
from villages.common.figures import Missing

_NAMED = 30


def gap_words(item: Item) -> str:
    """Why there is no number; empty where there is one."""
    words = {
        Missing.NOT_FILED: _("缺报,没有数。缺的不算零。"),
        Missing.NOT_EVALUATED: _("还没有评估,没有数。"),
        Missing.NO_BASE: _("没有基数,算不出占比。"),
        Missing.NOT_COMPARABLE: _("上一期没有数或者为零,不能比较。"),
    }
    if item.value is not None:
        return ""
    return words.get(Missing(item.gap), "") if item.gap in set(Missing) else _("没有数。")


def units_named(content: ReportContent, codes: Iterable[str]) -> str:
    """Villages and townships by name, the first thirty of them; codes where nobody knows a
    name."""
    table = content.base_of.get("villages")
    names: dict[str, str] = {}
    if table is not None:
        at = [table.place(key) for key in ("code", "village", "township_code", "township")]
        for row in table.rows:
            code, village, unit, township = (str(row[place]) for place in at)
            names |= {code: f"{township}{village}", unit: township}
    told = [names.get(code, code) for code in codes]
    more = _("等 %d 个") % len(told) if len(told) > _NAMED else ""
    return "、".join(told[:_NAMED]) + more
