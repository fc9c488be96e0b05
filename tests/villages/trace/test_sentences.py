"""The trail in plain Chinese."""

import pytest

from villages import registries
from villages.accounts.models import User
from villages.common.registries import Sentence
from villages.trace.labels import field_name, kind_name, value_in_words
from villages.trace.sentences import changes, groups, sentence


def entry(**known):
    empty = {
        "action": "", "object_kind": "", "object_name": "", "before": {}, "after": {},
        "reason": "", "count": 1,
    }  # fmt: skip
    return empty | known


def test_a_declared_sentence_fills_in_words():
    row = entry(
        action="user.role_set", object_kind="villages_accounts.user", object_name="宋晓东",
        before={"role": "township_clerk"}, after={"role": "township_secretary"}, reason="换届",
    )  # fmt: skip

    assert sentence(row) == "把宋晓东的角色由乡镇组织干事改为乡镇党委书记:换届"


def test_what_an_entry_does_not_hold_reads_as_nothing():
    assert sentence(entry(action="user.disabled", object_name="甲")) == "停用甲的账号:"


def test_an_unknown_act_still_reads():
    row = entry(
        action="unheard.updated", object_kind="villages.village", object_name="李庄村",
        before={"name": "李庄"}, after={"name": "李庄村"},
    )  # fmt: skip

    assert sentence(row) == "修改村「李庄村」:名称 李庄 → 李庄村"


def test_an_unknown_verb_and_kind_keep_their_codes():
    assert (
        sentence(entry(action="thing.frobbed", object_kind="gone.thing"))
        == "thing.frobbedgone.thing"
    )


def test_a_batch_says_how_many():
    row = entry(action="unheard.imported", object_kind="villages.village", count=216)

    assert sentence(row) == "导入村(216 行)"


def test_long_changes_are_cut():
    row = entry(action="a.updated", before={"x": "长" * 200}, after={"x": "短"})

    assert len(sentence(row)) < 80
    assert sentence(row).endswith("…")


def test_values_with_braces_are_only_text():
    row = entry(action="user.disabled", object_name="{reason}", reason="{object.password}")

    assert sentence(row) == "停用{reason}的账号:{object.password}"


def test_fields_are_told_side_by_side():
    told = changes(
        entry(
            object_kind="villages_accounts.user",
            before={"is_active": True, "unit_name": ""},
            after={"is_active": False, "unit_name": "党建办"},
        )
    )

    assert [(one.label, one.before, one.after) for one in told] == [
        ("启用", "是", "否"),
        ("单位", "空", "党建办"),
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "空"), ("", "空"), ([], "空"), ({}, "空"), (0, "0"), (True, "是"), (False, "否"),
        (["a", "b"], "a、b"), ({"role": "x"}, "角色 x"),
    ],
)  # fmt: skip
def test_values_read_like_people_write(value, words):
    assert value_in_words("", "anything", value) == words


def test_names_come_from_the_models():
    kind = User._meta.label_lower

    assert kind_name(kind) == "用户"
    assert field_name(kind, "username") == "用户名"
    assert field_name(kind, "units") == "管辖"
    assert field_name("gone.model", "strange") == "strange"
    assert kind_name("gone.model") == "gone.model"


def test_every_declared_sentence_can_be_told():
    for action in registries.sentences():
        assert isinstance(sentence(entry(action=action)), str)


def test_groups_are_named_once():
    keys = [key for key, _name in groups()]

    assert "user" in keys
    assert len(keys) == len(set(keys))


def test_sentences_declare_their_group():
    assert all(isinstance(one, Sentence) and one.group for one in registries.sentences().values())
