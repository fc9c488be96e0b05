"""Differences of two rule sets in words."""

from copy import deepcopy
from typing import Any

import pytest

from rectification.warnings.comparing import differences
from rectification.warnings.rule_contents import default_content

TOILETS = {
    "enabled": True, "escalates": True, "title": "厕改率", "category": "governance",
    "basis": "文件。", "kind": "threshold", "indicator": "toilets", "side": "<", "red": 60,
}  # fmt: skip


def changed(part: str, code: str, **values: Any) -> list[str]:
    """Sentences after these settings took other values."""
    before = default_content()
    before["own"] = {"Z01": TOILETS}
    after = deepcopy(before)
    after[part][code] = {**after[part].get(code, {}), **values}
    return [one.text for one in differences(before, after)]


def test_equal_sets_do_not_differ():
    assert differences(default_content(), default_content()) == []


@pytest.mark.parametrize(
    ("part", "code", "values", "words"),
    [
        ("rules", "W22", {"red_wan": 3},
         "W22 经营性收入偏低:全年折算低于此数为红色 5 万元 → 3 万元"),
        ("rules", "W21", {"yellow_percent": 75},
         "W21 群众满意度偏低:满意率低于此数为黄色 80% → 75%"),
        ("rules", "W01", {"enabled": False}, "W01 书记空缺:停用"),
        ("rules", "W01", {"escalates": False}, "W01 书记空缺:持续黄色升红 是 → 否"),
        ("own", "Z01", {"red": 50}, "Z01 厕改率:红色线 60 → 50"),
        ("own", "Z01", {"side": "<="}, "Z01 厕改率:条件 低于 → 不高于"),
        ("own", "Z02", TOILETS, "Z02 厕改率:新增"),
    ],
)  # fmt: skip
def test_changes_read_as_sentences(part: str, code: str, values: Any, words: str):
    assert changed(part, code, **values) == [words]


def test_head_and_weights_are_compared_too():
    before = default_content()
    after = {**before, "name": "新规则", "rating": {**before["rating"], "grey_percent": 30}}

    assert [one.text for one in differences(before, after)] == [
        "名称 预警规则 → 新规则", "缺数据超过此比例为未评 20% → 30%",
    ]  # fmt: skip


def test_a_rule_of_its_own_that_went():
    before = {**default_content(), "own": {"Z01": TOILETS}}

    (one,) = differences(before, default_content())

    assert (one.kind, one.text) == ("removed", "Z01 厕改率:删除")
