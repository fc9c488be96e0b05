"""Numbers and words that decide about schemes and ratings."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from villages import parameters

APPEAL = parameters.declare(
    "branches.appeal_workdays", _("评定:申诉期限"), 5, unit=_("个工作日"), low=1, high=30,
    help=_("评定结果确认后,乡镇可在这么多个工作日内申诉,确认当天不算。"),
)  # fmt: skip
FORBIDDEN = parameters.declare(
    "branches.scheme_forbidden", _("评定:不得计分的内容"),
    "照片 截图 视频 简报 信息稿 媒体报道 领导批示 学习笔记 心得体会 点赞 转发 阅读量 关注率 安装率",
    kind="text", help=_("评定项目里不能出现这些词,用空格隔开;依据为基层减负的规定。"),
)  # fmt: skip


def appeal_workdays(*, on: date, county: str) -> int:
    """Working days within which an appeal is taken."""
    return int(parameters.value(APPEAL.key, on=on, county=county))


def forbidden_words(*, on: date, county: str) -> tuple[str, ...]:
    """Words that no item may hold."""
    return tuple(str(parameters.value(FORBIDDEN.key, on=on, county=county)).split())
