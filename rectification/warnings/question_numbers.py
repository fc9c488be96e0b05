"""From where something is worth a question: dated rows of the county."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.warnings.questions.backfilled import Late
from rectification.warnings.questions.copied import Alike
from villages import parameters
from villages.filings.county_parameters import likeness
from villages.parameters import declare


def _number(key: str, label: Any, default: int, unit: Any, low: int, high: int, about: Any) -> Any:
    return declare(f"warnings.ask_{key}", label, default, unit=unit, low=low, high=high, help=about)


_VILLAGES = _number(
    "alike_villages", _("提问:文字雷同的村"), 2, _("个村"), 2, 100,
    _("同一乡镇几个村的说明大同小异时提问;相似度和最短字数同审核提示。"),
)  # fmt: skip
_MONTHS = _number(
    "alike_months", _("提问:连续雷同的月数"), 3, _("个月"), 2, 12,
    _("一个村连续几个月写同样的说明时提问,含本月。"),
)  # fmt: skip
_LETTERS = _number(
    "alike_letters", _("提问:逐月雷同的最短说明"), 20, _("字"), 8, 200,
    _("逐月相同但比这更短的说明不提问:情况没有变化,如实短写是对的。"),
)  # fmt: skip
_LATE_DAYS = _number(
    "late_days", _("提问:集中补录的迟后天数"), 10, _("天"), 1, 365,
    _("填报截止后这么多天,同一乡镇在一小时内成批提交的,提问;单是迟报不提问。"),
)  # fmt: skip
_LATE_VILLAGES = _number(
    "late_villages", _("提问:集中补录的村数"), 5, _("个村"), 2, 1_000,
    _("一小时内首次提交达到这么多个村才算成批。"),
)  # fmt: skip
_ROW_DAYS = _number(
    "row_days", _("提问:台账补记的迟后天数"), 60, _("天"), 7, 3_650,
    _("事情发生这么多天以后才在页面上逐条录入的,算补记;导入的表格不算。"),
)  # fmt: skip
_ROWS = _number(
    "rows", _("提问:台账补记的条数"), 8, _("条"), 3, 1_000,
    _("一个村一小时内补记达到这么多条不同日期的事才提问。"),
)  # fmt: skip
_JUMP = _number(
    "jump_times", _("提问:收入与往年相差倍数"), 8, _("倍"), 3, 1_000,
    _("与本村往年同月和今年进度相差达到这么多倍、又没有填写说明的,提问。"),
)  # fmt: skip
_MATTERS = _number(
    "file_matters", _("提问:附件重复的最多处数"), 3, _("处"), 1, 100,
    _("同一文件在几处以内重复时提问;更多的视为统一下发的材料。"),
)  # fmt: skip


@dataclass(frozen=True)
class Numbers:
    """All of them, as of a day."""

    alike: Alike
    late: Late
    jump_times: int
    most_matters: int

    @property
    def back(self) -> int:
        """Earlier months whose sentences are read."""
        return self.alike.months - 1


def numbers(county: str, on: date) -> Numbers:
    """The county's numbers."""
    alike, late, jump, matters = (
        [int(parameters.value(one.key, on=on, county=county)) for one in part]
        for part in (
            (_VILLAGES, _MONTHS, _LETTERS),
            (_LATE_DAYS, _LATE_VILLAGES, _ROW_DAYS, _ROWS),
            (_JUMP,),
            (_MATTERS,),
        )
    )
    return Numbers(Alike(likeness(county, on), *alike), Late(*late), jump[0], matters[0])
