"""Rule sets and drafts for programs."""

from typing import Any

import pytest

from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.rule_contents import default_content
from rectification.warnings.rule_files import from_toml, to_toml
from villages.accounts.actors import COMMAND_LINE

API = "/api/v1"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-03")


def send(client: Any, method: str, path: str, data: Any = None, **headers: str) -> Any:
    call = getattr(client, method)
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    if data is None:
        return call(f"{API}{path}", headers=named)
    return call(f"{API}{path}", data, content_type="application/json", headers=named)


def test_sets_are_listed_and_read_as_files(township_client: Any):
    row = install_default_rules(by=COMMAND_LINE)

    (told,) = send(township_client, "get", "/rule-sets/").json()["results"]
    file = send(township_client, "get", f"/rule-sets/{row.uid}/file/")

    assert (told["uid"], told["county"], told["grey_percent"]) == (row.uid, "", 20)
    assert file["Content-Type"] == "application/toml"
    assert from_toml(file.content.decode())["rules"] == default_content()["rules"]
    again = send(township_client, "get", f"/rule-sets/{row.uid}/file/", If_None_Match=file["ETag"])
    assert again.status_code == 304


def test_a_draft_is_made_changed_and_adopted(county_client: Any):
    made = send(county_client, "post", "/rule-drafts/", {})
    here, tag = f"/rule-drafts/{made.json()['uid']}/", made["ETag"]
    assert made.status_code == 201
    text = made.json()["file"].replace("red_wan = 5  # 全年", "red_wan = 3  # 全年")

    changed = send(county_client, "patch", here, {"file": text}, If_Match=tag)
    late = send(county_client, "patch", here, {"file": text}, If_Match=tag)
    bare = send(county_client, "patch", here, {"file": text})
    body = {"effective_from": "2026-12-01", "basis": "文件", "note": "说明"}
    adopted = send(county_client, "post", f"{here}adopt/", body, If_Match=changed["ETag"])

    assert (changed.status_code, late.status_code, bare.status_code) == (200, 412, 428)
    assert adopted.status_code == 200, adopted.json()
    assert adopted.json()["effective_from"] == "2026-12-01"
    row = RuleSet.objects.get()
    assert row.versions.get(code="W22").parameters["red_wan"] == 3
    assert send(county_client, "get", here).json()["adopted"] == row.uid


def test_a_wrong_file_is_refused_with_its_line(county_client: Any):
    answer = send(county_client, "post", "/rule-drafts/", {"file": 'name = "x"\n[rules.W99]\n'})

    assert answer.status_code in (400, 409, 422)
    assert "第 2 行 rules.W99" in answer.json()["detail"]
    assert answer.json()["reason"] == "rule_file"


def test_what_the_checks_forbid_is_not_adopted(county_client: Any):
    said = default_content()
    said["rules"]["W01"]["red_days"] = 1
    made = send(county_client, "post", "/rule-drafts/", {"file": to_toml(said)})
    body = {"effective_from": "2026-12-01", "basis": "文件", "note": "说明"}

    answer = send(county_client, "post", f"/rule-drafts/{made.json()['uid']}/adopt/", body,
                  If_Match=made["ETag"])  # fmt: skip

    assert answer.json()["reason"] == "rules_refused"
    assert "W01 书记空缺" in answer.json()["detail"]


def test_a_draft_is_removed(county_client: Any, draft: RuleDraft):
    here = f"/rule-drafts/{draft.uid}/"
    tag = send(county_client, "get", here)["ETag"]

    assert send(county_client, "delete", here, If_Match='"v9"').status_code == 412
    assert send(county_client, "delete", here, If_Match=tag).status_code == 204
    assert not RuleDraft.objects.exists()


def test_differences_of_a_set_and_a_draft(county_client: Any, township_client: Any):
    row = install_default_rules(by=COMMAND_LINE)
    said = {**default_content(), "name": row.name, "basis": row.basis,
            "effective_from": "2000-01-01"}  # fmt: skip
    said["rules"]["W22"]["red_wan"] = 3
    made = send(county_client, "post", "/rule-drafts/", {"file": to_toml(said)}).json()["uid"]
    path = f"/rule-sets/diff/?a={row.uid}&b={made}"

    (one,) = send(county_client, "get", path).json()["results"]

    assert (one["code"], one["key"], one["before"], one["after"]) == (
        "W22", "rules.W22.red_wan", "5 万元", "3 万元",
    )  # fmt: skip
    assert send(township_client, "get", path).status_code == 404
    assert send(county_client, "get", "/rule-sets/diff/?a=1").status_code == 400


def test_townships_keep_no_drafts(township_client: Any, draft: RuleDraft):
    assert send(township_client, "get", "/rule-drafts/").status_code == 403
    assert send(township_client, "get", f"/rule-drafts/{draft.uid}/").status_code == 403


def test_a_request_without_a_body_makes_nothing(county_client: Any):
    answer = county_client.generic("POST", "/api/v1/rule-drafts/", b"")

    assert answer.status_code == 400
    assert "没有正文" in answer.json()["detail"]
    assert not RuleDraft.objects.exists()
