"""A scheme goes out as a file and comes back the same."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.schemes.choices import Comparison, Cycle, Judged, SchemeKind
from branches.schemes.defaults import DEFAULTS
from branches.schemes.definitions import ItemDefinition, SchemeDefinition, faults
from branches.schemes.files import dump, load
from branches.scoring import Grade, Rule
from villages.common.errors import DomainError

_TEXT = st.text(min_size=1, max_size=20).filter(str.strip)
_NUMBER = st.decimals(0, 999, places=2)
_RULES = st.builds(
    Rule, st.just("members.formal"), st.sampled_from(Comparison.values), _NUMBER,
    st.none() | st.decimals("0.01", 9, places=2),
)  # fmt: skip


@st.composite
def _items(draw: st.DrawFn) -> ItemDefinition:
    rule = draw(st.none() | _RULES)
    judged = Judged.FIGURE if rule else draw(st.sampled_from([Judged.YES_NO, Judged.POINTS]))
    return ItemDefinition(
        draw(st.integers(1, 200)), draw(_TEXT), draw(_NUMBER), judged,
        draw(st.text(max_size=20)), rule, draw(st.booleans()),
    )  # fmt: skip


_SCHEMES = st.builds(
    SchemeDefinition,
    st.sampled_from(SchemeKind.values),
    _TEXT,
    st.sampled_from(Cycle.values),
    st.lists(_items(), max_size=5).map(tuple),
    st.lists(st.builds(Grade, _TEXT, _NUMBER), max_size=4).map(tuple),
)


@given(_SCHEMES)
def test_the_file_gives_back_what_went_in(scheme):
    assert load(dump(scheme)) == scheme


@pytest.mark.parametrize("scheme", DEFAULTS, ids=lambda one: one.kind)
def test_defaults_survive_the_file_and_lack_nothing(scheme):
    from branches.schemes.catalogue import FIGURES
    from branches.schemes.parameters import FORBIDDEN

    assert load(dump(scheme)) == scheme
    assert faults(scheme, figures=FIGURES, forbidden=FORBIDDEN.default.split()) == []
    assert scheme.total == 100


def _file(**changed):
    whole = json.loads(dump(DEFAULTS[0]))
    return json.dumps({**whole, **changed})


def _with_item(**changed):
    whole = json.loads(dump(DEFAULTS[0]))
    return json.dumps({**whole, "items": [{**whole["items"][0], **changed}]})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "无法读取"),
        ("[]", "不是本平台导出的方案文件"),
        (_file(format="x"), "不是本平台导出的方案文件"),
        (_file(kind="gold"), "kind"),
        (_file(cycle="day"), "cycle"),
        (_file(title=""), "title"),
        (_file(items={}), "items"),
        (_file(grades=[{"name": "好"}]), "least"),
        (_with_item(points="-1"), "第 1 个项目"),
        (_with_item(points="1.001"), "第 1 个项目"),
        (_with_item(points="NaN"), "第 1 个项目"),
        (_with_item(rule="members.formal > 3"), "计算规则无法识别"),
        (_with_item(number=0), "序号"),
        (_with_item(text="长" * 201), "text"),
        (json.dumps({**json.loads(_file()), "items": [3]}), "第 1 个项目"),
    ],
)
def test_a_wrong_file_says_what_is_wrong_and_where(text, said):
    with pytest.raises(DomainError) as refused:
        load(text)

    assert refused.value.code == "scheme_file"
    assert said in refused.value.message


def _scheme(**changed):
    item = ItemDefinition(1, "组织生活正常", Decimal(10))
    base = {"kind": "stars", "title": "方案", "cycle": "year", "items": (item,),
            "grades": (Grade("好", Decimal(5)), Grade("差", Decimal(0)))}  # fmt: skip
    return SchemeDefinition(**{**base, **changed})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"items": ()}, "还没有评定项目"),
        ({"grades": (Grade("好", Decimal(5)),)}, "最低得分为 0"),
        ({"grades": (Grade("好", Decimal(11)), Grade("差", Decimal(0)))}, "超过满分 10"),
        ({"items": (ItemDefinition(1, "上传活动照片", Decimal(10)),)}, "含有“照片”"),
        (
            {"items": (ItemDefinition(1, "有党员", Decimal(10), Judged.FIGURE, "",
                                      Rule("no.such", ">=", Decimal(1))),)},
            "no.such",
        ),
    ],
)  # fmt: skip
def test_what_keeps_a_scheme_from_being_used(changed, said):
    found = faults(_scheme(**changed), figures={"members.formal"}, forbidden=("照片",))

    assert any(said in one for one in found)


def test_a_whole_scheme_has_no_fault():
    assert faults(_scheme(), figures=set(), forbidden=("照片",)) == []
