"""Why something was sent back, as a sheet."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rectification.supervision.figures.why_returned import FILING, ORDER, Why
from villages.common.columns import Kind
from villages.lists.sheets import Sheet, SheetColumn

WHATS = {FILING: _("填报"), ORDER: _("督办反馈")}
_COLUMNS = (
    ("月份", Kind.TEXT, 12), ("单位", Kind.TEXT, 20), ("单位代码", Kind.CODE, 12),
    ("类别", Kind.TEXT, 10), ("退回原因", Kind.TEXT, 28), ("次数", Kind.INTEGER, 8),
)  # fmt: skip


def why_sheet(rows: Sequence[Why], title: str) -> Sheet:
    """A line for every month, unit and reason."""
    return Sheet(
        "退回原因", [SheetColumn(name, kind, width) for name, kind, width in _COLUMNS],
        [
            [one.month.label, one.unit_name, one.unit_code, str(WHATS[one.what]), one.reason,
             one.count]
            for one in rows
        ],
        preamble=[[title]],
    )  # fmt: skip
