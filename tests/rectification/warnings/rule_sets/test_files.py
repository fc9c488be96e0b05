"""Rule sets as text files: what is written is read again, and faults have a line and a key."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.rule_contents import default_content
from rectification.warnings.rule_files import from_toml, normal, to_toml
from rectification.warnings.rule_files.shape import RATING
from rectification.warnings.rules import RULES
from villages.common.errors import DomainError

TEXT = st.text(max_size=40).map(lambda one: " ".join(one.replace("\x00", "").split()))
NUMBER = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(min_value=-1000, max_value=1000, places=3).map(str),
)
SIDE = st.sampled_from([">", ">=", "<", "<="])
SWITCHES = {"enabled": st.booleans(), "escalates": st.booleans()}
COMMON = {
    "title": TEXT, "category": st.sampled_from(["team", "economy"]), "basis": TEXT, **SWITCHES,
}  # fmt: skip
ITEM = st.fixed_dictionaries({
    "indicator": st.sampled_from(["toilets", "fact:members"]), "side": SIDE, "limit": NUMBER,
    "label": TEXT.filter(bool), "level": st.sampled_from(["red", "yellow"]),
    "window": st.integers(1, 12),
})  # fmt: skip
OWN = st.one_of(
    st.fixed_dictionaries(
        {**COMMON, "kind": st.just("threshold"), "indicator": st.just("toilets"), "side": SIDE,
         "red": NUMBER},
        optional={"yellow": NUMBER, "unit": TEXT.map(lambda one: one[:10]).filter(bool),
                  "window": st.integers(1, 12), "grace": st.integers(0, 120)},
    ),
    st.fixed_dictionaries({**COMMON, "kind": st.just("listed"),
                           "items": st.lists(ITEM, min_size=1, max_size=3)}),
    st.fixed_dictionaries({**COMMON, "kind": st.just("run"), "indicator": st.just("toilets"),
                           "side": SIDE, "limit": NUMBER, "yellow": st.integers(1, 12)}),
)  # fmt: skip


@st.composite
def contents(draw: Any) -> Any:
    """Content as a draft holds it: every rule, every threshold, some rules of the county's own."""
    said = default_content()
    said |= {name: draw(TEXT) for name in ("basis", "issued_by", "note")}
    said["name"] = draw(TEXT.filter(bool))
    said["effective_from"] = draw(st.one_of(st.just(""), st.dates().map(str)))
    said["rating"] = {name: draw(st.integers(one.low, one.high)) for name, one in RATING.items()}
    for rule in RULES:
        told = said["rules"][rule.code]
        told |= {name: draw(one) for name, one in SWITCHES.items()}
    said["rules"]["W22"]["red_wan"] = draw(st.integers(0, 10**9))
    codes = draw(st.sets(st.sampled_from(["Z01", "Z02", "Z1000"])))
    said["own"] = {code: draw(OWN) for code in sorted(codes)}
    content, faults = normal(said)
    assert not faults, faults
    return content


@given(contents())
def test_what_is_written_is_read_again(content: Any):
    text = to_toml(content)

    assert from_toml(text) == content
    assert to_toml(from_toml(text)) == text
    assert normal(content) == (content, [])


def test_every_rule_stands_in_the_file_with_its_words():
    text = to_toml(default_content())

    assert all(f"[rules.{rule.code}]  # {rule.title}" in text for rule in RULES)
    assert "red_wan = 5  # 全年折算低于此数为红色(万元)" in text


def test_a_rule_that_is_not_named_is_off():
    content = from_toml('name = "三条"\n[rules.W01]\nyellow_days = 20\n')

    assert content["rules"]["W01"] == {
        "enabled": True, "escalates": True, "yellow_days": 20, "red_days": 90,
    }  # fmt: skip
    assert not content["rules"]["W02"]["enabled"]


OWN_RULE = """name = "x"
[own.Z01]
title = "厕改"
category = "governance"
basis = "文件"
kind = "threshold"
indicator = "toilets"
side = "<"
red = 60
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('name = "x"\n\n[rules.W01]\nyelow_days = 3',
         "第 4 行 rules.W01.yelow_days:没有这一项。您是否想用 yellow_days"),
        ('name = "x"\n[rules.W99]\n', "第 2 行 rules.W99:没有这一项"),
        ('name = "x"\n[rules.W01]\nred_days = "90"', "第 3 行 rules.W01.red_days:这里应是整数"),
        ('name = "x"\n[rules.W01]\nred_days = -1', "rules.W01.red_days:应在 0 到"),
        ('name = "x"\n[rules.W01]\nenabled = 1', "rules.W01.enabled:只能是 true 或 false"),
        ('name = "x"\n[rating]\ngrey_percent = 101', "第 3 行 rating.grey_percent:应在 0 到 100"),
        ('name = "x"\neffective_from = "明天"', "第 2 行 effective_from:日期应写成"),
        ('format = 2\nname = "x"', "第 1 行 format:只认得格式 1"),
        ('basis = "x"', "name:请写明名称"),
        ('name = "x\n', "第 1 行第"),
        ('name = "x"\nname = "y"', "第 2 行(文件末尾)"),
        ("", "name:请写明名称"),
        ('name = "x"\nrules = 3', "第 2 行 rules:这里应是一组设置"),
        ('name = "x"\n[own.A1]', "第 2 行 own.A1:自定义规则的代码"),
        (OWN_RULE.replace('"<"', '"小于"'), "第 8 行 own.Z01.side:只能是 >、>=、<、<="),
        (OWN_RULE.replace("red = 60\n", ""), "own.Z01:黄色线和红色线至少写一个"),
        (OWN_RULE.replace('"threshold"', '"magic"'), "第 6 行 own.Z01.kind:只能是"),
        (OWN_RULE.replace('indicator = "toilets"\n', ""), "own.Z01.indicator:这一项必须填写"),
        (OWN_RULE + 'red_side = ">"\n', "own.Z01.red_side:黄色和红色应是同一个方向"),
        (OWN_RULE + "red = 1.23456\n", "第 10 行第"),
        (OWN_RULE.replace("60", "1.23456"), "第 9 行 own.Z01.red:这里应是数字,最多四位小数"),
        (OWN_RULE + "limit = 3\n", "第 10 行 own.Z01.limit:没有这一项"),
    ],
)  # fmt: skip
def test_faults_name_line_and_key(text: str, words: str):
    with pytest.raises(DomainError) as refused:
        from_toml(text)

    assert refused.value.code == "rule_file"
    assert words in refused.value.message


def test_a_fault_in_a_condition_names_the_right_one():
    text = (
        'name = "x"\n[own.Z01]\ntitle = "a"\ncategory = "team"\nbasis = "b"\nkind = "listed"\n'
        '[[own.Z01.items]]\nlabel = "一"\nindicator = "a"\nside = ">"\nlimit = 1\n'
        '[[own.Z01.items]]\nlabel = "二"\nindicator = "a"\nside = "?"\nlimit = 1\n'
    )

    with pytest.raises(DomainError, match=r"第 15 行 own\.Z01\.items\.1\.side"):
        from_toml(text)


def test_normal_form_leaves_its_input_alone():
    said = default_content()
    before = deepcopy(said)

    normal(said)

    assert said == before
