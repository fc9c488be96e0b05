"""What a county decides about its reports: switches, bounds, limits, as dated rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.reports import (
    assessment_parameters,
    life_parameters,
    paper_parameters,
    period_parameters,
)
from villages import parameters
from villages.parameters import Definition, declare

# Declared in files of their own and known with these.
ALSO = (assessment_parameters, life_parameters, paper_parameters, period_parameters)


def _switch(key: str, label: Any, about: Any) -> Definition:
    return declare(f"reports.{key}", label, 0, unit=_("0否1是"), low=0, high=1, help=about)


def _number(key: str, label: Any, default: int, unit: Any, high: int, about: Any) -> Definition:
    return declare(f"reports.{key}", label, default, unit=unit, low=0, high=high, help=about)


RANKS = _switch(
    "ranks", _("报告:公布名次"),
    _("填1时印出乡镇名次和名次变化;填0时只印好、较好、一般、较差四档。"),
)  # fmt: skip
BOARDS = _switch(
    "boards", _("报告:公布红黑榜"),
    _("填1时季度和半年报告印出红黑榜。黑榜只列预警为红色的乡镇,不按名额凑数。"),
)  # fmt: skip
BAND_GOOD = _number(
    "band_good", _("报告:“好”的下限"), 90, "%", 100, _("任务完成率达到这个数,评为好,含本数。")
)
BAND_FAIR = _number(
    "band_fair", _("报告:“较好”的下限"), 80, "%", 100, _("任务完成率达到这个数,评为较好,含本数。")
)
BAND_PLAIN = _number(
    "band_plain", _("报告:“一般”的下限"), 70, "%", 100,
    _("任务完成率达到这个数,评为一般,含本数;再低为较差。"),
)  # fmt: skip
SMALL = _number(
    "small_units", _("报告:小单位的村数"), 5, _("个村"), 50,
    _("村数少于这个数的乡镇在表中加*号,只供参考。"),
)  # fmt: skip
RED_BOARD = _number(
    "red_board", _("报告:红榜名次"), 3, _("名"), 20, _("红榜列综合得分的前几名,并列的都列。")
)
STATEMENT = _number(
    "statement_below", _("报告:末位表态线"), 80, _("分"), 110,
    _("综合得分最后一名且低于这个分数的,才安排表态发言。"),
)  # fmt: skip
MONTHLY_CHARACTERS = _number(
    "monthly_characters", _("报告:月调度通报字数"), 4000, _("字"), 20000,
    _("正文超过这个字数时提示。专项文件一般不超过4000字。"),
)  # fmt: skip
OTHER_CHARACTERS = _number(
    "other_characters", _("报告:其他报告字数"), 5000, _("字"), 20000,
    _("季度、半年、年终报告正文超过这个字数时提示。综合性文件一般不超过5000字。"),
)  # fmt: skip
NEAR_PERCENT = _number(
    "characters_near", _("报告:字数提醒线"), 90, "%", 100, _("达到字数上限的这个比例时提醒。")
)
WORDS = declare(
    "reports.forbidden_words", _("报告:不应出现的词"),
    "打卡 积分排名 登录率 在线时长 点赞 转发量 下载率 安装率 活跃度",
    kind="text",
    help=_("用空格或顿号隔开。签发前检查正文有没有这些词。"),
)  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """What a county decided, as of a day: see the parameters of the same names. Shares in
    percent, small units in villages."""

    ranks: bool
    boards: bool
    bands: tuple[int, int, int]
    small: int
    red_board: int
    statement: int


def choices(county: str, on: date) -> Choices:
    """What holds in a county on a day. At most one query."""
    return Choices(
        bool(_value(RANKS, county, on)), bool(_value(BOARDS, county, on)),
        (
            _value(BAND_GOOD, county, on),
            _value(BAND_FAIR, county, on),
            _value(BAND_PLAIN, county, on),
        ),
        _value(SMALL, county, on), _value(RED_BOARD, county, on), _value(STATEMENT, county, on),
    )  # fmt: skip


def character_limits(kind: str, county: str, on: date) -> tuple[int, int]:
    """How many characters a kind of report may have, and from how many on a reminder stands. At
    most one query."""
    wanted = MONTHLY_CHARACTERS if kind == "monthly" else OTHER_CHARACTERS
    limit = _value(wanted, county, on)
    return limit, limit * _value(NEAR_PERCENT, county, on) // 100


def forbidden_words(county: str, on: date) -> tuple[str, ...]:
    """Words that no report of a county may hold. At most one query."""
    text = parameters.value(WORDS.key, on=on, county=county)
    return tuple(str(text).replace("、", " ").replace(",", " ").split())


def _value(one: Definition, county: str, on: date) -> int:
    return int(parameters.value(one.key, on=on, county=county))
