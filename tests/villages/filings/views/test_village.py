"""One village on a phone: typing, confirming, two people at once, a month that was closed."""

import pytest
from django.test import Client

from tests import factories
from tests.villages.filings.memory import HELD, RENT, VISITS, Memory
from tests.villages.filings.views.steps import (
    FIRST,
    SECOND,
    THIRD,
    TOWNSHIP_URL,
    field,
    handed_in,
    save,
    text_of,
    village_url,
)
from villages.accounts.models import PendingForm, User
from villages.common import clock
from villages.common.periods import Month
from villages.filings.models import Filing
from villages.imports.actions.months import close_month


def draft(code: str = FIRST) -> dict[str, str]:
    found: dict[str, str] = Filing.objects.get(village__code=code, month=202610).draft
    return found


def test_last_and_now_stand_side_by_side(ledger: Memory, township_client: Client) -> None:
    page = text_of(township_client.get(village_url(FIRST)))

    assert page.count("上期") >= 3
    assert 'inputmode="numeric"' in page and 'inputmode="decimal"' in page
    assert "= 3.50 万元" in page
    assert "第 1 村,共 3 村" in page


def test_only_what_was_typed_is_kept(ledger: Memory, township_client: Client) -> None:
    answer = save(township_client, FIRST, 0, visits="12", rent="35000", held="是")

    assert answer["Location"] == village_url(FIRST)
    assert draft() == {VISITS.key: "12"}


def test_saving_leads_to_the_next_village_and_at_last_to_the_list(
    ledger: Memory, township_client: Client
) -> None:
    first = save(township_client, FIRST, 0, "next", visits="12")
    last = save(township_client, THIRD, 0, "next", visits="12")

    assert (first["Location"], last["Location"]) == (village_url(SECOND), TOWNSHIP_URL)


def test_one_button_confirms_an_unchanged_village(ledger: Memory, township_client: Client) -> None:
    save(township_client, FIRST, 0, visits="99")

    answer = save(township_client, FIRST, 2, "same", visits="99")

    assert answer["Location"] == village_url(SECOND)
    assert draft()[VISITS.key] == "9"


def test_what_cannot_be_read_is_kept_and_said(ledger: Memory, township_client: Client) -> None:
    save(township_client, FIRST, 0, visits="十来户", rent="35000万")

    page = text_of(township_client.get(village_url(FIRST)))

    assert 'value="十来户"' in page and "请填写整数" in page
    assert "一万倍" in page and f'name="note:{FIRST}:test.rent"' in page


def test_the_sentence_about_an_odd_value_is_kept_with_the_draft(
    ledger: Memory, township_client: Client
) -> None:
    sent = {
        f"version:{FIRST}": "0", f"value:{FIRST}:{RENT.key}": "350000",
        f"note:{FIRST}:{RENT.key}": "新签合同",
    }  # fmt: skip
    township_client.post(village_url(FIRST), sent)

    page = text_of(township_client.get(village_url(FIRST)))

    assert 'value="新签合同"' in page and "已说明" in page


def test_two_people_choose_field_by_field(
    ledger: Memory, people: dict[str, User], township_client: Client
) -> None:
    other = factories.signed_in(people["township_secretary"])
    save(other, FIRST, 0, visits="7", held="否")

    seen = {f"seen:{FIRST}:{key}": text for key, text in _seen().items()}
    mine = {f"value:{FIRST}:{VISITS.key}": "12", f"value:{FIRST}:{RENT.key}": "40000"}
    same = {f"value:{FIRST}:{HELD.key}": "是"}
    answer = township_client.post(
        village_url(FIRST), {f"version:{FIRST}": "0", **seen, **mine, **same}
    )

    page = text_of(answer)
    assert answer.status_code == 409
    assert "<strong>12</strong>" in page and "<strong>7</strong>" in page
    assert "已按对方的填好:召开党员大会" in page
    assert draft() == {VISITS.key: "7", HELD.key: "否"}

    chosen = {
        f"version:{FIRST}": field(answer, f"version:{FIRST}"),
        f"value:{FIRST}:{VISITS.key}": "12", f"pick:{FIRST}:{VISITS.key}": "theirs",
        f"value:{FIRST}:{RENT.key}": "40000", f"value:{FIRST}:{HELD.key}": "否",
    }  # fmt: skip
    township_client.post(village_url(FIRST), chosen)
    assert draft() == {VISITS.key: "7", HELD.key: "否", RENT.key: "40000"}


def _seen() -> dict[str, str]:
    return {VISITS.key: "9", RENT.key: "35000", HELD.key: "是"}


def test_mine_over_the_new_version(
    ledger: Memory, people: dict[str, User], township_client: Client
) -> None:
    save(factories.signed_in(people["township_secretary"]), FIRST, 0, visits="7")
    sent = {f"seen:{FIRST}:{VISITS.key}": "9", f"value:{FIRST}:{VISITS.key}": "12"}
    note = {f"note:{FIRST}:{VISITS.key}": "集中走访"}
    refused = township_client.post(village_url(FIRST), {f"version:{FIRST}": "0", **sent, **note})
    assert field(refused, f"note:{FIRST}:{VISITS.key}") == "集中走访"
    version = int(field(refused, f"version:{FIRST}"))

    save(township_client, FIRST, version, visits="12")

    assert draft() == {VISITS.key: "12"}


def test_a_month_closed_meanwhile_gives_the_text_back(
    ledger: Memory, people: dict[str, User], township_client: Client
) -> None:
    close_month(county="999901", month=Month(2026, 9), by=people["county_staff"])
    url = f"/filings/2026-09/{FIRST}/"

    answer = township_client.post(
        url, {f"version:{FIRST}": "0", f"value:{FIRST}:{VISITS.key}": "十二"}
    )

    page = text_of(answer)
    assert answer.status_code == 409
    assert "走访户数:十二" in page and "申请重新开放" in page
    assert not Filing.objects.exists()


def test_what_was_typed_before_the_session_ended_stands_in_the_form(
    ledger: Memory, clerk: User, township_client: Client
) -> None:
    kept = {f"value:{FIRST}:{VISITS.key}": ["77"], "do": ["save"]}
    PendingForm.objects.create(
        user=clerk, path=village_url(FIRST), data=kept, saved_at=clock.instant()
    )

    page = township_client.get(village_url(FIRST))

    assert field(page, f"value:{FIRST}:{VISITS.key}") == "77"
    assert "已恢复您上次未提交的内容" in text_of(page)


@pytest.mark.parametrize("role", ["village_secretary", "county_leader"])
def test_whoever_only_reads_has_no_form(ledger: Memory, people: dict[str, User], role: str) -> None:
    client = factories.signed_in(people[role])

    page = client.get(village_url(FIRST))

    assert page.status_code == 200 and 'name="do"' not in text_of(page)
    assert save(client, FIRST, 0, visits="1").status_code == 409
    assert not Filing.objects.exists()


def test_a_submitted_village_is_read_and_may_be_taken_back(
    ledger: Memory, clerk: User, township_client: Client
) -> None:
    handed_in(clerk)

    page = text_of(township_client.get(village_url(FIRST)))

    assert "撤回本村" in page and "确认不变" in page and 'name="do"' not in page


def test_a_foreign_village_does_not_exist(
    ledger: Memory, other_county: object, township_client: Client
) -> None:
    for code in ("999902001200", "999901101200", "999901001999"):
        assert township_client.get(village_url(code)).status_code == 404
