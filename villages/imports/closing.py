"""What closing a month means, said before it is done."""

from typing import Any

from django.utils.translation import gettext as _

from villages.imports.board import MonthLine
from villages.imports.models import BatchState, ImportBatch


def consequences(county: Any, line: MonthLine) -> list[str]:
    """Sentences for the confirmation page; what is unusual comes first. One query."""
    said = [*_unusual(line), *_unfinished(county.code, line)]
    return [
        *said,
        _("%(county)s所有乡镇、村不能再填报、导入或修改%(month)s的数据,正在保存的会先保存完。")
        % {"county": county.name, "month": line.period.label},
        _("之后可以评出最终颜色、印发当月通报。"),
        _("需要改动时,可以对个别乡镇或村限期重新开放,改动前后的差异会写进报告。"),
    ]


def _unusual(line: MonthLine) -> list[str]:
    if line.closes_in > 0:
        words = {"day": line.closes_on.isoformat(), "n": line.closes_in}
        return [_("比规定的封账日 %(day)s 提前 %(n)s 个工作日。") % words]
    return []


def _unfinished(county: str, line: MonthLine) -> list[str]:
    waiting = ImportBatch.objects.in_county(county).filter(
        month=line.period.number, state=BatchState.CHECKED
    )
    count = waiting.count()
    return [_("还有 %s 份导入等待确认,封账后不能再保存。") % count] if count else []
