"""Checking, handing in once, the receipt, taking back."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import VillageFactory
from tests.villages.filings.memory import RENT, VISITS, Memory
from tests.villages.filings.views.steps import (
    ALL,
    AT,
    CHECK_URL,
    FIRST,
    MONTH,
    SECOND,
    SUBMIT_URL,
    THIRD,
    TOWNSHIP_URL,
    WITHDRAW_URL,
    checked,
    field,
    handed_in,
    receipt_of,
    save,
    text_of,
)
from villages.accounts.models import Delegation, User
from villages.filings.actions.reviewing import accept
from villages.filings.choices import FilingState
from villages.filings.models import Filing, FilingReceipt
from villages.models import Township


def states() -> dict[str, str]:
    rows = Filing.objects.filter(month=202610)
    return dict(rows.order_by("village__code").values_list("village__code", "state"))


def test_only_differences_are_shown_with_before_and_now(
    ledger: Memory, township_client: Client
) -> None:
    save(township_client, FIRST, 0, visits="12", rent="3.6万")

    page = text_of(township_client.get(CHECK_URL))

    assert "9 户</span> → <strong>12 户</strong>" in page
    assert "35000 元</span> → <strong>36000 元</strong>" in page
    assert page.count("全部不变(3 处)") == 2
    assert "待提交 3 个村:改动 2 处,与上期一致 7 处(提交后记为“确认不变”),空白 0 处。" in page


def test_faults_lead_back_to_the_cell(ledger: Memory, township_client: Client) -> None:
    save(township_client, FIRST, 0, visits="十来户")

    page = text_of(township_client.get(CHECK_URL))
    refused = township_client.post(SUBMIT_URL, checked(township_client))

    assert f"#value:{FIRST}:test.visits" in page and "1 处填写有误" in page
    assert refused.status_code == 409 and "有误:" in text_of(refused)
    assert not FilingReceipt.objects.exists()
    others = checked(township_client, (SECOND, THIRD))
    assert receipt_of(township_client.post(SUBMIT_URL, others)).villages == 2


def test_an_odd_value_asks_for_one_sentence_and_keeps_it(
    ledger: Memory, township_client: Client
) -> None:
    save(township_client, FIRST, 0, rent="35000万")
    save(township_client, SECOND, 0, visits="200")
    note = f"note:{FIRST}:{RENT.key}"

    refused = township_client.post(SUBMIT_URL, checked(township_client, **{note: "新签合同"}))

    assert refused.status_code == 409
    assert field(refused, note) == "新签合同"
    assert f'href="#cell:{SECOND}:{VISITS.key}"' in text_of(refused)
    again = checked(
        township_client, **{note: "新签合同", f"note:{SECOND}:{VISITS.key}": "集中走访"}
    )
    assert receipt_of(township_client.post(SUBMIT_URL, again)).villages == 3


def test_the_same_click_twice_is_one_submission(ledger: Memory, township_client: Client) -> None:
    sent = checked(township_client)

    first, second = (receipt_of(township_client.post(SUBMIT_URL, sent)) for _click in range(2))

    assert first == second and FilingReceipt.objects.count() == 1


def test_who_was_overtaken_is_told_which_village(
    ledger: Memory, people: dict[str, User], township_client: Client
) -> None:
    sent = checked(township_client)
    save(factories.signed_in(people["township_secretary"]), SECOND, 0, visits="5")

    refused = township_client.post(SUBMIT_URL, sent)

    assert refused.status_code == 409
    assert f"/filings/2026-10/{SECOND}/" in text_of(refused)
    assert states() == {SECOND: FilingState.DRAFT}


def test_a_page_without_villages_or_key_is_refused_in_words(
    ledger: Memory, township_client: Client
) -> None:
    answer = township_client.post(SUBMIT_URL, {})

    assert answer.status_code == 409 and "请至少选择一个村" in text_of(answer)


def test_the_receipt_says_what_happens_next(ledger: Memory, township_client: Client) -> None:
    receipt = receipt_of(township_client.post(SUBMIT_URL, checked(township_client)))

    page = text_of(township_client.get(f"/filings/receipts/{receipt.uid}/"))

    assert receipt.number in page and receipt.digest[:12] in page
    assert "<svg" in page and "中共青原县委组织部审核" in page and "封账" in page
    # Handed in on the 3rd of November, nine days after the due day.
    assert "3 个村首次提交晚于截止日(10月25日),记为迟报" in page
    assert "撤回 3 个村" in page


def test_in_time_nothing_is_said_about_lateness(
    ledger: Memory, clerk: User, township_client: Client
) -> None:
    receipt = handed_in(clerk)

    assert "记为迟报" not in text_of(township_client.get(f"/filings/receipts/{receipt.uid}/"))


def test_taking_back_what_the_county_has_not_accepted(
    ledger: Memory, clerk: User, people: dict[str, User], township_client: Client
) -> None:
    receipt = handed_in(clerk, typed={FIRST: {VISITS.key: "12"}})
    accept(month=MONTH, codes=[THIRD], by=people["county_staff"], at=AT + timedelta(hours=1))

    answer = township_client.post(WITHDRAW_URL, {"receipt": receipt.uid}, follow=True)

    assert "已撤回 2 个村" in text_of(answer)
    assert states() == {
        FIRST: FilingState.DRAFT, SECOND: FilingState.DRAFT, THIRD: FilingState.ACCEPTED,
    }  # fmt: skip
    assert Filing.objects.get(village__code=FIRST).draft[VISITS.key] == "12"


def test_nothing_to_take_back_is_said(ledger: Memory, township_client: Client) -> None:
    answer = township_client.post(WITHDRAW_URL, {"village": FIRST}, follow=True)

    assert "没有可以撤回的村" in text_of(answer)
    assert answer.redirect_chain[0][0] == TOWNSHIP_URL


def test_a_deputy_and_the_colleague_both_stand_in_the_receipt(
    ledger: Memory, clerk: User, people: dict[str, User]
) -> None:
    principal, deputy = people["township_secretary"], clerk
    row = Delegation.objects.create(
        principal=principal, deputy=deputy, starts_on=date(2026, 11, 1),
        ends_on=date(2026, 11, 30), reason="外出学习",
    )  # fmt: skip
    client = factories.signed_in(deputy)
    client.post(f"/accounts/delegations/{row.uid}/enter/")

    receipt = receipt_of(client.post(SUBMIT_URL, checked(client)))

    page = text_of(client.get(f"/filings/receipts/{receipt.uid}/"))
    assert f"{deputy.name}(代{principal.name})" in page


@pytest.mark.parametrize("role", ["village_secretary", "county_leader", "reviewer"])
def test_whoever_does_not_file_cannot_hand_in(
    ledger: Memory, people: dict[str, User], role: str
) -> None:
    client = factories.signed_in(people[role])

    assert client.post(SUBMIT_URL, {"key": "k", "village": ALL}).status_code == 403
    assert client.get(CHECK_URL).status_code == 403
    assert not Filing.objects.exists()


def test_the_check_page_costs_the_same_for_more_villages(
    ledger: Memory, township_client: Client
) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as found:
            township_client.get(CHECK_URL)
        return len(found)

    statements()  # parameters are read once a minute
    few = statements()
    township = Township.objects.get(code="999901001")
    for number in range(300, 310):
        VillageFactory(township=township, code=f"999901001{number}", name=f"第{number}村")

    assert statements() == few
