"""What the checks refuse, and what they point at."""

from copy import deepcopy
from typing import Any

import pytest

from rectification.warnings.figures.fired import Fired
from rectification.warnings.linting import lint, refuse_errors
from rectification.warnings.own_numbers import Offered
from rectification.warnings.rule_contents import default_content
from rectification.warnings.rules import RULES
from villages.common.errors import DomainError

NUMBERS = {
    "toilets": Offered("toilets", "卫生厕所", "户", "年末使用卫生厕所的户数"),
    "old": Offered("old", "旧指标", is_open=False),
    "notes": Offered("notes", "册数", "册", "支部登记的册数"),
    "site-photo": Offered("site-photo", "现场", "张"),
    "innocent": Offered("innocent", "学习情况", "次", "学习笔记的篇数"),
    "fact:members": Offered("fact:members", "正式党员", "名"),
}
OWN = {
    "enabled": True, "escalates": True, "title": "厕改率", "category": "governance",
    "basis": "文件。", "kind": "threshold", "indicator": "toilets",
    "side": "<", "yellow": 80, "red": 60,
}  # fmt: skip


def draft(**parts: Any) -> dict[str, Any]:
    said = {**deepcopy(default_content()), "basis": "县委 3 号文件。"}
    for part, values in parts.items():
        for code, told in values.items():
            said[part][code] = {**said[part].get(code, {}), **told}
    return said


def errors(said: Any) -> list[str]:
    return [one.text for one in lint(said, NUMBERS).errors]


def warnings(said: Any, fired: Fired | None = None) -> list[str]:
    return [one.text for one in lint(said, NUMBERS, fired).warnings]


def own(**changes: Any) -> dict[str, Any]:
    return draft(own={"Z01": {**OWN, **changes}})


def test_the_default_rules_pass_once_they_have_a_basis():
    assert lint(draft(), NUMBERS).remarks == ()
    assert errors(default_content()) == ["没有写依据。请写明按哪个文件、哪次会议。"]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"title": "照片张数"}, "照片"), ({"title": "学习笔记"}, "学习笔记"),
        ({"title": "媒体报道篇数"}, "媒体报道"), ({"title": "网上评论"}, "评论"),
        ({"title": "登录次数"}, "登录"), ({"title": "签到率"}, "签到"),
        ({"title": "党员积分"}, "积分"),
        ({"title": "会议打卡"}, "打卡"), ({"title": "公众号发稿"}, "公众号"),
        ({"indicator": "notes"}, "notes"), ({"indicator": "site-photo"}, "照片"),
        ({"indicator": "innocent"}, "学习笔记"),
        ({"kind": "listed", "items": [{"indicator": "toilets", "side": ">", "limit": 1,
                                       "label": "工作视频未上传"}]}, "视频"),
    ],
)  # fmt: skip
def test_what_feeds_formalism_never_counts(changes: dict[str, Any], word: str):
    (text,) = errors(own(**changes))

    assert f"不能按“{word}" in text
    assert "减负" in text


def test_a_forbidden_rule_is_refused_even_while_it_is_off():
    assert errors(own(title="照片张数", enabled=False))


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"W01": {"red_days": 20}}, "W01 书记空缺:红色线 20 天 比黄色线 30 天 还宽"),
        ({"W22": {"red_wan": 12}}, "W22 经营性收入偏低:红色线 12 万元 比黄色线 10 万元 还宽"),
        ({"W21": {"yellow_percent": 101}}, "超过了 100%"),
        ({"W22": {"first_month": 13}}, "写成 13,没有这样的日期"),
        ({"W08": {"yellow_day": 230}}, "写成 230,没有这样的日期"),
    ],
)
def test_thresholds_the_wrong_way_round(rules: dict[str, Any], words: str):
    (text,) = errors(draft(rules=rules))

    assert words in text


def test_a_rule_that_is_off_may_say_what_it_likes():
    assert errors(draft(rules={"W01": {"red_days": 20, "enabled": False}})) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"yellow": 60, "red": 80}, "方向反了"),
        ({"side": ">="}, "方向反了"),
        ({"basis": ""}, "没有写依据"),
        ({"indicator": "unheard"}, "没有指标“unheard”"),
        ({"indicator": "fact:secret"}, "没有指标“fact:secret”"),
        ({"indicator": "old"}, "已停用或到期"),
        ({"kind": "run", "limit": 3, "yellow": 3, "red": 2}, "方向反了"),
        ({"kind": "run", "limit": 3, "yellow": 2, "red": 3, "indicator": "fact:members"},
         "只能用一表通指标"),
        ({"indicator": "fact:members", "window": 3}, "只能用一表通指标"),
        ({"kind": "rank", "yellow": 5, "red": 10}, "方向反了"),
        ({"kind": "rank", "yellow": 120, "red": 10}, "不超过 100"),
        ({"kind": "count", "yellow": 1, "red": 5,
          "items": [{"indicator": "toilets", "side": ">", "limit": 1, "label": "甲"}]},
         "只有 1 个条件"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_of_its_own(changes: dict[str, Any], words: str):
    (text,) = errors(own(**changes))

    assert words in text


def test_equal_lines_are_pointed_at():
    assert "不会出现黄色" in warnings(own(yellow=60))[0]
    assert "中间没有余地" in warnings(draft(rules={"W22": {"yellow_wan": 5}}))[0]


def test_weights_that_make_no_sense():
    red_below = {"township_red_percent": 4}
    said = draft()
    said["rating"] |= red_below

    assert "方向反了" in errors(said)[0]
    for percent, words in ((100, "不会是未评"), (60, "仍可能评为绿色")):
        said = draft()
        said["rating"]["grey_percent"] = percent
        assert words in warnings(said)[0]


def test_rules_that_are_off_and_rules_that_never_fired():
    said = draft(rules={"W02": {"enabled": False}})
    codes = frozenset({rule.code for rule in RULES} - {"W02", "W14"})

    found = warnings(said, Fired(24, codes))

    assert found[0] == "停用了 1 条规则:W02 两委缺员。"
    assert found[1].startswith("最近 24 个月从未出现过:W14 村干部违纪违法。")
    assert warnings(said, Fired(0, frozenset())) == found[:1]


def test_a_set_without_any_rule_is_refused():
    said = draft(rules={rule.code: {"enabled": False} for rule in RULES})

    with pytest.raises(DomainError, match="没有启用任何规则") as refused:
        refuse_errors(said, NUMBERS)
    assert refused.value.code == "rules_refused"
