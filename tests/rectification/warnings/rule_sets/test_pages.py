"""Pages of rules: read by those who are judged, kept by the department, nothing lost."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rectification.warnings.actions.drafting import change_draft
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.rule_contents import default_content
from rectification.warnings.rule_files import from_toml, to_toml
from rectification.warnings.rules import RULES
from tests.rectification.warnings.rule_sets.test_schemes import FOLDER
from tests.villages.indicators.factories import in_force
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.models import User


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-03")


def url(name: str, *args: Any) -> str:
    return reverse(f"warnings:{name}", args=args)


def html(response: Any) -> str:
    return str(response.content.decode())


def filled(client: Client, draft: RuleDraft, **changes: str) -> dict[str, str]:
    """The whole form as a browser sends it, with these inputs typed over."""
    form = client.get(url("rule_edit", draft.uid)).context["form"]
    data: dict[str, str] = {}
    for bound in form:
        value = bound.value()
        if bound.field.show_hidden_initial:
            data[bound.html_initial_name] = str(value)
        if not isinstance(value, bool):
            data[bound.html_name] = str(value)
        elif value:
            data[bound.html_name] = "on"
    return {key: said for key, said in {**data, **changes}.items() if said != "-"}


def test_everybody_judged_reads_the_rules(
    county_client: Client, township_client: Client, client_as: Any, people: dict[str, User]
):
    row = install_default_rules(by=COMMAND_LINE)
    village = client_as(people["village_secretary"])

    for client in (county_client, township_client, village):
        page = html(client.get(url("rules")))
        assert row.name in page
        assert all(rule.title in html(client.get(url("rule_set", row.uid))) for rule in RULES)
    assert "起草新规则" not in page
    assert township_client.get(url("rule_upload")).status_code == 403


def test_the_list_says_which_set_holds(county_client: Client):
    install_default_rules(by=COMMAND_LINE)
    for name, day in (("旧规则", date(2025, 1, 1)), ("新规则", date(2026, 10, 1)),
                      ("明年规则", date(2027, 1, 1))):  # fmt: skip
        RuleSet.objects.create(county_code="999901", name=name, effective_from=day, basis="文件")

    lines = county_client.get(url("rules")).context["lines"]

    told = [(one.row.name, str(one.state), one.until and one.until.isoformat()) for one in lines]
    assert told == [
        ("明年规则", "待施行", None), ("新规则", "现行", "2027-01-01"),
        ("旧规则", "曾施行", "2026-10-01"), ("预警规则(默认,第 1 版)", "曾施行", "2025-01-01"),
    ]  # fmt: skip


def test_sets_of_another_county_are_not_there(county_client: Client, other_county: Any):
    foreign = RuleSet.objects.create(
        county_code=other_county.code, name="外县", effective_from=date(2026, 1, 1), basis="文件"
    )

    assert county_client.get(url("rule_set", foreign.uid)).status_code == 404
    assert county_client.get(url("rule_file", foreign.uid)).status_code == 404


def test_a_set_is_downloaded_and_read_in_again(county_client: Client):
    row = install_default_rules(by=COMMAND_LINE)

    response = county_client.get(url("rule_file", row.uid))
    text = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    file = BytesIO(text)
    file.name = "rules.toml"
    answer = county_client.post(url("rule_upload"), {"file": file})

    made = RuleDraft.objects.get()
    assert answer.url == url("rule_draft", made.uid)  # type: ignore[attr-defined]
    assert made.content == from_toml(text.decode())
    assert made.content["rules"] == default_content()["rules"]


def test_a_wrong_file_names_the_line_and_makes_nothing(county_client: Client):
    file = BytesIO(b'name = "x"\n[rules.W01]\nred_day = 3\n')
    file.name = "rules.toml"

    page = html(county_client.post(url("rule_upload"), {"file": file}))

    assert "第 3 行 rules.W01.red_day:没有这一项。您是否想用 red_days" in page
    assert not RuleDraft.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"x" * 900_000])
def test_what_is_no_text_is_told_kindly(county_client: Client, content: bytes):
    file = BytesIO(content)
    file.name = "rules.toml"

    assert county_client.post(url("rule_upload"), {"file": file}).status_code == 200
    assert not RuleDraft.objects.exists()


def test_drafting_begins_with_what_is_in_force(county_client: Client):
    answer = county_client.post(url("rule_start"))

    made = RuleDraft.objects.get()
    assert answer.url == url("rule_edit", made.uid)  # type: ignore[attr-defined]
    assert made.content["rules"] == default_content()["rules"]


def test_every_rule_and_threshold_has_an_input(county_client: Client, draft: RuleDraft):
    page = html(county_client.get(url("rule_edit", draft.uid)))

    for rule in RULES:
        assert f'name="{rule.code}-enabled"' in page
        assert all(f'name="{rule.code}-{key}"' in page for key in rule.thresholds)
    assert "检查结果" in page


def test_saving_the_form_changes_what_was_typed_and_nothing_else(
    county_client: Client, draft: RuleDraft
):
    data = filled(county_client, draft, **{"W22-red_wan": "3", "W12-enabled": "-"})

    answer = county_client.post(url("rule_edit", draft.uid), data)

    before, after = draft.content, RuleDraft.objects.get().content
    assert answer.status_code == 302
    assert after["rules"]["W22"]["red_wan"] == 3
    assert after["rules"]["W12"]["enabled"] is False
    assert {**after, "rules": 0} == {**before, "rules": 0}
    page = html(county_client.get(url("rule_draft", draft.uid)))
    assert "W22 经营性收入偏低:全年折算低于此数为红色 5 万元 → 3 万元" in page
    assert "W12 后备力量不足:停用" in page
    assert f"{url('simulation')}?draft={draft.uid}" in page


def test_what_cannot_be_is_told_at_its_input(county_client: Client, draft: RuleDraft):
    data = filled(county_client, draft, **{"W22-red_wan": "三", "W21-red_percent": "-1"})

    response = county_client.post(url("rule_edit", draft.uid), data)

    assert set(response.context["form"].errors) == {"W22-red_wan", "W21-red_percent"}
    assert RuleDraft.objects.get().version == 1
    assert 'value="三"' in html(response)


def test_two_people_change_one_draft_and_nothing_is_lost(
    county_client: Client, draft: RuleDraft, staff: User
):
    mine = filled(county_client, draft, **{"W22-red_wan": "3", "W21-red_percent": "50"})
    content = {**draft.content, "rules": {**draft.content["rules"]}}
    content["rules"]["W22"] = {**content["rules"]["W22"], "red_wan": 4}
    content["rules"]["W01"] = {**content["rules"]["W01"], "red_days": 100}
    change_draft(draft, by=staff, content=content, version=1)

    response = county_client.post(url("rule_edit", draft.uid), mine)

    assert response.status_code == 409
    assert response.context["theirs"] == [("全年折算低于此数为红色", "4")]
    assert response.context["conflict"].taken == ["空缺超过此天数为红色"]
    assert response.context["conflict"].who == staff.name
    form = response.context["form"]
    assert (form["W22-red_wan"].value(), form["W01-red_days"].value()) == ("3", "100")
    again = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, False)}
    hidden = {
        bound.html_initial_name: str(bound.initial) for bound in form
        if bound.field.show_hidden_initial
    }  # fmt: skip
    assert county_client.post(url("rule_edit", draft.uid), {**hidden, **again}).status_code == 302
    saved = RuleDraft.objects.get().content["rules"]
    assert (saved["W22"]["red_wan"], saved["W01"]["red_days"], saved["W21"]["red_percent"]) == (
        3, 100, 50,
    )  # fmt: skip


def test_a_rule_of_its_own_is_declared_on_a_form(county_client: Client, draft: RuleDraft):
    in_force(rhythm="month")
    here = url("own_new", draft.uid, "threshold")
    assert "卫生厕所改造户数" in html(county_client.get(here))
    data = {
        "title": "改厕进度", "category": "governance", "basis": "文件",
        "indicator": "flush-toilets", "side": "<", "yellow": "80", "red": "62.5",
        "enabled": "on", "window": "1", "grace": "5",
    }  # fmt: skip

    answer = county_client.post(here, data)

    assert answer.status_code == 302
    row = RuleDraft.objects.get()
    assert row.content["own"]["Z01"] == {
        "enabled": True, "escalates": False, "title": "改厕进度", "category": "governance",
        "basis": "文件", "kind": "threshold", "indicator": "flush-toilets", "side": "<",
        "yellow": 80, "red": "62.5", "window": 1, "grace": 5,
    }  # fmt: skip
    page = html(county_client.get(url("rule_draft", row.uid)))
    assert "Z01 改厕进度" in page
    assert "卫生厕所改造户数(flush-toilets)" in page


def test_conditions_are_typed_one_a_line(county_client: Client, draft: RuleDraft):
    in_force(rhythm="month")
    here = url("own_new", draft.uid, "listed")
    lines = (
        "没有进度 | flush-toilets | 低于 | 1 | 黄色\n一年没有 | flush-toilets | 低于 | 1 | 近12期"
    )
    data = {"title": "清单", "category": "governance", "basis": "文件", "enabled": "on"}

    assert "<code>flush-toilets</code>" in html(county_client.get(here))

    wrong = county_client.post(here, {**data, "items": "没有进度 | flush-toilets\n甲|b|约等于|1"})
    right = county_client.post(here, {**data, "items": lines})

    assert "第 1 行:要写齐名称" in html(wrong)
    assert "第 2 行:条件只能写 超过、达到、低于、不高于" in html(wrong)
    assert right.status_code == 302
    items = RuleDraft.objects.get().content["own"]["Z01"]["items"]
    assert [(one["level"], one["window"]) for one in items] == [("yellow", 1), ("red", 12)]
    again = html(county_client.get(url("own_edit", draft.uid, "Z01")))
    assert "没有进度 | flush-toilets | 低于 | 1 | 黄色" in again


def test_every_kind_has_its_form(county_client: Client, draft: RuleDraft):
    page = html(county_client.get(url("own_kinds", draft.uid)))

    for kind in ("threshold", "rate", "rank", "run", "count", "listed"):
        assert url("own_new", draft.uid, kind) in page
        assert county_client.get(url("own_new", draft.uid, kind)).status_code == 200
    assert county_client.get(url("own_new", draft.uid, "magic")).status_code == 404


def test_a_forbidden_rule_is_told_beside_the_draft(
    county_client: Client, draft: RuleDraft, staff: User
):
    content = from_toml((FOLDER / "longchang.toml").read_text("utf-8"))
    told = {**content["own"]["Z01"], "title": "照片上传"}
    change_draft(draft, by=staff, content={**draft.content, "own": {"Z01": told}}, version=1)
    row = RuleDraft.objects.get()

    page = html(county_client.get(url("rule_draft", row.uid)))
    answer = county_client.post(url("rule_adopt", row.uid), {
        "effective_from": "2026-12-01", "basis": "文件", "note": "说明", "row_version": "2",
    })  # fmt: skip

    assert "不能按“照片”评价村" in page
    assert "不能按“照片”评价村" in html(answer)
    assert not RuleSet.objects.exists()


def test_two_people_change_one_rule_of_its_own(
    county_client: Client, draft: RuleDraft, staff: User
):
    in_force(slug="site-check", name="现场检查", rhythm="month")
    content = from_toml((FOLDER / "longchang.toml").read_text("utf-8"))
    row = change_draft(draft, by=staff, content={**draft.content, "own": content["own"]}, version=1)
    here = url("own_edit", draft.uid, "Z01")
    form = county_client.get(here).context["form"]
    data = {one.html_name: str(one.value()) for one in form if one.value() not in (None, False)}
    told = {**content["own"]["Z01"], "red": 5}
    change_draft(row, by=staff, content={**row.content, "own": {"Z01": told}}, version=2)

    clash = county_client.post(here, {**data, "title": "我的名称"})

    assert clash.status_code == 409
    assert ("红色线", "5") in clash.context["theirs"]
    assert 'value="我的名称"' in html(clash)
    data["row_seen"] = clash.context["form"]["row_seen"].value()
    assert county_client.post(here, {**data, "title": "我的名称"}).status_code == 302
    assert RuleDraft.objects.get().content["own"]["Z01"]["title"] == "我的名称"


def test_a_rule_of_its_own_is_taken_out(county_client: Client, draft: RuleDraft, staff: User):
    content = from_toml((FOLDER / "longchang.toml").read_text("utf-8"))
    change_draft(draft, by=staff, content={**draft.content, "own": content["own"]}, version=1)

    county_client.post(url("own_remove", draft.uid, "Z01"))

    assert RuleDraft.objects.get().content["own"] == {}
    assert county_client.get(url("own_edit", draft.uid, "Z01")).status_code == 404


def test_publishing_and_taking_back(county_client: Client, draft: RuleDraft):
    given = {"effective_from": "2026-12-01", "basis": "县委 3 号文件", "note": "试行",
             "row_version": "1"}  # fmt: skip

    county_client.post(url("rule_adopt", draft.uid), given)

    made = RuleSet.objects.get()
    page = html(county_client.get(url("rule_set", made.uid)))
    assert "县委 3 号文件" in page
    assert county_client.get(url("rule_edit", draft.uid)).status_code == 404
    assert "已发布,不能再改" in html(county_client.get(url("rule_draft", draft.uid)))
    county_client.post(url("rule_withdraw", made.uid), {"reason": "再议"})
    assert not RuleSet.objects.exists()
    assert county_client.get(url("rule_edit", draft.uid)).status_code == 200


def test_a_draft_is_removed_after_asking(county_client: Client, draft: RuleDraft):
    here = url("rule_remove", draft.uid)
    assert "删除草案" in html(county_client.get(here))

    county_client.post(here, {"version": "9"})
    assert RuleDraft.objects.exists()
    county_client.post(here, {"version": "1"})
    assert not RuleDraft.objects.exists()


def test_comparing_a_set_with_a_draft(
    county_client: Client, township_client: Client, draft: RuleDraft, staff: User
):
    row = install_default_rules(by=COMMAND_LINE)
    content = {**draft.content, "rules": {**draft.content["rules"]}}
    content["rules"]["W22"] = {**content["rules"]["W22"], "red_wan": 3}
    change_draft(draft, by=staff, content=content, version=1)
    here = f"{url('rule_diff')}?a={row.uid}&b={draft.uid}"

    found = county_client.get(here).context["found"]

    assert "rules.W22.red_wan" in [one.key for one in found]
    assert township_client.get(here).context["found"] is None


def test_the_catalogue_has_every_rule(township_client: Client):
    response = township_client.get("/help/rules/")
    page = html(response)

    for rule in RULES:
        assert f'id="{rule.code}"' in page
        assert rule.basis in page
        assert all(one.label in page for one in rule.thresholds.values())
        assert rule.source in page
    entries = [one for _label, rows in response.context["groups"] for one in rows]
    assert len(entries) == len(RULES) == 28
    for one in entries:
        assert [each.level for each in one.examples] == ["red", "yellow", "green", "unknown"]
        assert all(each.text for each in one.examples)


def test_the_catalogue_shows_what_holds(county_client: Client):
    said = default_content()
    said["rules"]["W22"]["red_wan"] = 3
    row = RuleSet.objects.create(
        county_code="999901", name="县规则", effective_from=date(2026, 1, 1), basis="文件"
    )
    row.versions.create(code="W22", parameters={"red_wan": 3})
    row.versions.create(code="W01", enabled=False)

    entries = {
        one.shown.code: one
        for _label, rows in county_client.get("/help/rules/").context["groups"] for one in rows
    }  # fmt: skip

    assert ("全年折算低于此数为红色", "3 万元", True) in entries["W22"].shown.limits
    assert not entries["W01"].shown.enabled
    assert to_toml(said)
