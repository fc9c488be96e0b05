"""Numbers by which quarters and half-years are judged; each county may decide otherwise."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare


def _number(key: str, label: Any, default: int, unit: Any, high: int, help: Any) -> Any:  # noqa: A002
    return declare(f"reports.{key}", label, default, unit=unit, low=0, high=high, help=help)


_WEIGHT = _("季度评价得分由任务完成率、按时报送率、非红色村占比、检查问题得分率四部分按权重平均;"
            "没有数据的部分不参加平均。权重为 0 表示不用这一部分。")  # fmt: skip
GRADE_TASKS = _number(
    "grade_tasks", _("季度评价:任务完成率的权重"), 30, _("分"), 100, _WEIGHT
)  # fmt: skip
GRADE_FILING = _number(
    "grade_filing", _("季度评价:按时报送率的权重"), 25, _("分"), 100, _WEIGHT
)  # fmt: skip
GRADE_RED = _number(
    "grade_red", _("季度评价:非红色村占比的权重"), 25, _("分"), 100, _WEIGHT
)  # fmt: skip
GRADE_FINDINGS = _number(
    "grade_findings", _("季度评价:检查问题的权重"), 20, _("分"), 100, _WEIGHT
)  # fmt: skip
FINDING_OPEN = _number(
    "grade_finding", _("季度评价:一个未整改问题扣分"), 10, _("分"), 100,
    _("到村检查过的乡镇,检查问题按 100 分计,每个还没有整改的问题扣这么多分,扣完为止。"),
)  # fmt: skip
FINDING_SERIOUS = _number(
    "grade_finding_serious", _("季度评价:一个未整改严重问题扣分"), 20, _("分"), 100,
    _("还没有整改的严重问题,每个扣这么多分。"),
)  # fmt: skip
GRADE_PARTS = _number(
    "grade_parts", _("季度评价:至少要有几部分数据"), 2, _("个"), 4,
    _("有数据的部分少于这个数的乡镇不评等次。"),
)  # fmt: skip
GRADE_GOOD = _number(
    "grade_good", _("季度评价:“好”的下限"), 90, _("分"), 100, _("得分达到这个数的评为“好”。")
)  # fmt: skip
GRADE_FAIR = _number(
    "grade_fair", _("季度评价:“较好”的下限"), 80, _("分"), 100,
    _("得分达到这个数、不到“好”的,评为“较好”。"),
)  # fmt: skip
GRADE_PLAIN = _number(
    "grade_plain", _("季度评价:“一般”的下限"), 70, _("分"), 100,
    _("得分达到这个数、不到“较好”的,评为“一般”;更低的评为“较差”。"),
)  # fmt: skip
_RATING = _("半年自评分 = 进度得分 × 进度权重 + 过程得分 × 过程权重。进度按年度目标完成率对照"
            "时间进度,过程按季度评价的各部分。")  # fmt: skip
RATING_PROGRESS = _number(
    "rating_progress", _("半年自评:进度的权重"), 40, _("%"), 100, _RATING
)  # fmt: skip
RATING_PROCESS = _number(
    "rating_process", _("半年自评:过程的权重"), 60, _("%"), 100, _RATING
)  # fmt: skip
