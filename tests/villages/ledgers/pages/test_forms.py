"""Registering, changing and removing rows on pages."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.villages.ledgers.making import make_row
from villages.affairs.models import Honour, MajorMatter, PetitionCount
from villages.common import clock
from villages.imports.models import FilingMonth
from villages.ledgers.declaring import ledgers
from villages.models import County, Village
from villages.trace.links import page_of
from villages.trace.models import AuditEntry

NEAR, FAR, ABROAD = "999901001200", "999901101200", "999902001200"
MATTER = {"village": NEAR, "title": "修路", "kind": "project", "proposed_on": "2026-10-05"}


@pytest.fixture
def village(county: County) -> Village:
    """李庄村 in 东关街道."""
    return Village.objects.get(code=NEAR)


def _matter(village: Village, **given: Any) -> MajorMatter:
    return make_row(ledgers()["major-matters"], village, title="修路", kind="project", **given)


def _post(client: Client, path: str, **data: Any) -> Any:
    return client.post(f"/ledgers/{path}", data)


def _edit(client: Client, row: Any, version: int, **data: Any) -> Any:
    known = {**MATTER, "proposed_on": "2026-10-01", "row_version": version, **data}
    return _post(client, f"major-matters/{row.uid}/edit/", **known)


def test_new_row_is_saved_traced_and_shown(county_client: Client, village: Village):
    answer = _post(county_client, "major-matters/new/", **MATTER, amount_fen="12.5万")

    row = MajorMatter.objects.get()
    assert answer.headers["Location"] == f"/ledgers/major-matters/{row.uid}/"
    assert (row.village_id, row.county_code, row.amount_fen) == (village.pk, "999901", 12_500_000)
    assert AuditEntry.objects.get(action="ledger.created").object_key == row.uid
    page = county_client.get(answer.headers["Location"]).content.decode()
    assert "125,000.00" in page
    assert "登记“修路”" in page


def test_link_fills_the_form_in(county_client: Client, village: Village):
    page = county_client.get(f"/ledgers/major-matters/new/?village={NEAR}&title=修路")

    form = page.context["form"]
    assert form["village"].value() == NEAR
    assert form["title"].value() == "修路"
    assert f'<option value="{NEAR}" selected>' in page.content.decode()


def test_villages_stand_under_their_townships(county_client: Client, village: Village):
    page = county_client.get("/ledgers/major-matters/new/").content.decode()

    assert '<optgroup label="东关街道">' in page
    assert '<optgroup label="柳林镇">' in page


@pytest.mark.parametrize("code", [FAR, ABROAD, "999901001999"])
def test_township_registers_nothing_elsewhere(
    code: str, township_client: Client, village: Village, other_county: County
):
    page = _post(township_client, "major-matters/new/", **{**MATTER, "village": code})

    assert page.status_code == 200
    assert "village" in page.context["form"].errors
    assert not MajorMatter.objects.exists()


def test_refusal_of_a_rule_stands_at_its_field_and_keeps_what_was_typed(
    county_client: Client, village: Village
):
    wrong = {**MATTER, "discussed_on": "2026-10-01", "amount_fen": "1,250,000"}
    page = _post(county_client, "major-matters/new/", **wrong)

    assert page.context["form"].errors["discussed_on"] == ["两委商议不能早于党组织提议。"]
    html = page.content.decode()
    assert 'value="1,250,000"' in html
    assert "= 125.00 万元" in html


def test_same_row_twice_is_refused_where_its_key_is_typed(county_client: Client, village: Village):
    _matter(village)

    page = _post(county_client, "major-matters/new/", **MATTER)

    assert page.context["form"].errors["title"] == ["这个村已登记同名事项。"]


def test_closed_month_refuses_and_keeps_what_was_typed(county_client: Client, village: Village):
    FilingMonth.objects.create(
        county_code="999901", month=202609, due_on=date(2026, 9, 25), closed_at=clock.instant()
    )
    counts = dict.fromkeys(
        ("first", "repeat", "collective", "beyond", "unresolved", "overdue"), "0"
    )
    page = _post(
        county_client, "petitions/new/", village=NEAR, month="2026-09", **{**counts, "first": "17"}
    )

    assert not PetitionCount.objects.exists()
    assert "封账" in str(page.context["form"].non_field_errors())
    assert 'value="17"' in page.content.decode()


def test_change_tells_the_trail_what_and_why(county_client: Client, village: Village):
    row = _matter(village)

    _edit(county_client, row, 1, title="修桥", change_note="名称写错")

    row.refresh_from_db()
    entry = AuditEntry.objects.get(action="ledger.changed")
    assert (row.title, row.version) == ("修桥", 2)
    assert (entry.before, entry.after) == ({"title": "修路"}, {"title": "修桥"})
    assert entry.reason == "名称写错"
    assert page_of(entry) == f"/ledgers/major-matters/{row.uid}/"


def test_two_people_at_once_see_both_versions(
    county_client: Client, township_client: Client, village: Village
):
    row = _matter(village)
    _edit(township_client, row, 1, title="修桥", amount_fen="80000")

    page = _edit(county_client, row, 1, title="修渠", amount_fen="80000")

    assert page.status_code == 409
    conflict, html = page.context["conflict"], page.content.decode()
    assert conflict.theirs == {"title": "修桥"}
    assert conflict.who in html
    assert 'value="修渠"' in html
    row.refresh_from_db()
    assert row.title == "修桥"

    version = page.context["form"]["row_version"].value()
    _edit(county_client, row, version, title="修渠", amount_fen="80000")

    row.refresh_from_db()
    assert (row.title, row.version) == ("修渠", 3)


def test_what_only_the_other_one_changed_is_kept(
    county_client: Client, township_client: Client, village: Village
):
    row = _matter(village, amount_fen=100)
    opened = county_client.get(f"/ledgers/major-matters/{row.uid}/edit/").context["form"]
    shown = {f"initial-{one.name}": one.value() or "" for one in opened if one.name in MATTER}
    shown["initial-amount_fen"] = "1"
    _edit(township_client, row, 1, title="修桥", amount_fen="80000")

    mine = {"title": "修渠", "amount_fen": "1", "kind": "assets"}
    page = _edit(county_client, row, 1, **mine, **shown)

    assert page.context["conflict"].taken == ["涉及金额"]
    assert page.context["conflict"].theirs == {"title": "修桥"}
    again = page.context["form"]
    typed = [again[name].value() for name in ("title", "amount_fen", "kind")]
    assert typed == ["修渠", "80000", "assets"]
    assert 'name="initial-amount_fen" value="80000"' in page.content.decode()


def test_row_is_removed_with_a_reason_only(county_client: Client, village: Village):
    row = make_row(ledgers()["honours"], village)
    url = f"honours/{row.uid}/remove/"

    refused = _post(county_client, url, row_version=1, reason=" ")
    assert "请填写删除的原因。" in refused.content.decode()
    assert Honour.objects.exists()

    answer = _post(county_client, url, row_version=1, reason="重复登记")
    assert answer.headers["Location"] == "/ledgers/honours/"
    assert not Honour.objects.exists()
    assert AuditEntry.objects.get(action="ledger.removed").reason == "重复登记"


def test_row_that_changed_meanwhile_is_not_removed(county_client: Client, village: Village):
    row = make_row(ledgers()["honours"], village, version=2)

    page = _post(county_client, f"honours/{row.uid}/remove/", row_version=1, reason="重复登记")

    assert "刚被他人改动" in page.content.decode()
    assert Honour.objects.exists()


@pytest.mark.parametrize("page", ["", "edit/", "remove/"])
def test_foreign_and_missing_rows_are_not_there(
    page: str, township_client: Client, county: County, other_county: County
):
    rows = [make_row(ledgers()["honours"], Village.objects.get(code=code)).uid
            for code in (FAR, ABROAD)]  # fmt: skip

    statuses = [township_client.get(f"/ledgers/honours/{uid}/{page}").status_code
                for uid in (*rows, "0" * 32)]  # fmt: skip

    assert statuses == [404, 404, 404]


def test_people_without_the_right_are_refused_in_words(
    people: dict, client_as: Any, village: Village
):
    page = client_as(people["county_leader"]).get("/ledgers/honours/new/")

    assert page.status_code == 403
    assert "登记本辖区的台账" in page.content.decode()
