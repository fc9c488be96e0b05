"""Pages of the economy: what they show, who may act, what acting does."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from collective_economy.kinds import Direction
from collective_economy.models import CheckAnswer, IncomeEntry, PassThrough
from tests.collective_economy.factories import WAN, let, paid, place, running, spent, stated
from tests.factories import signed_in
from villages.accounts.choices import Role
from villages.accounts.models import User

pytestmark = pytest.mark.django_db
HERE, THERE = "999901001200", "999901101200"


def _url(name: str, *args: Any) -> str:
    return reverse(f"collective_economy:{name}", args=args)


def _text(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    return str(answer.content.decode())


@pytest.fixture
def filled(county: Any) -> None:
    stated(place(HERE), 202610, 12 * WAN)
    stated(place(HERE), 202510, 4 * WAN)
    spent(place(HERE), 202610, operating_cost_fen=2 * WAN)
    stated(place(THERE), 202610, 3 * WAN)
    let(place(HERE))
    running(place(HERE), date(2024, 1, 1))


@pytest.fixture
def leader(people: dict[str, User]) -> Client:
    return signed_in(people[Role.COUNTY_LEADER])


@pytest.fixture
def first_secretary(people: dict[str, User]) -> Client:
    return signed_in(people[Role.FIRST_SECRETARY])


def test_the_hub_names_figures_moves_gaps_and_ledgers(filled: None, county_client: Client) -> None:
    text = _text(county_client, _url("hub"))

    for words in ("2026年10月", "15.00", "10.00", "薄弱村 → 达标村", "经营收入增加 8.00 万元",
                  "还没有填报经营性收入的村(3 个)", "台账", "合同"):  # fmt: skip
        assert words in text


def test_the_hub_of_an_empty_county_shows_no_zeroes(county: Any, county_client: Client) -> None:
    text = _text(county_client, _url("hub"))

    assert "暂无数据" in text
    assert "还没有填报经营性收入的村(5 个)" in text


@pytest.mark.parametrize("asked", ["2026", "abc", "2026-13"])
def test_a_month_that_is_none_is_not_found(filled: None, county_client: Client, asked: str) -> None:
    _text(county_client, f"{_url('hub')}?month={asked}", 404)


def test_page_workbook_and_list_show_the_same(filled: None, county_client: Client) -> None:
    book = load_workbook(BytesIO(b"".join(
        county_client.get(_url("figures_sheet")).streaming_content  # type: ignore[attr-defined]
    )))  # fmt: skip
    rows = {row[0]: row for row in book.worksheets[0].iter_rows(values_only=True) if row[0]}

    assert rows["经营性收入"][1] == "150,000.00"
    assert rows["可用收入"][1] == "100,000.00"
    assert rows["可用收入"][5] == 4
    listed = _text(county_client, _url("income"))
    assert "150,000.00" in listed
    assert "达标村" in listed


def test_a_township_sees_its_own_villages_only(filled: None, township_client: Client) -> None:
    listed = _text(township_client, _url("income"))

    assert HERE in listed
    assert THERE not in listed
    _text(township_client, _url("village", THERE), 404)
    _text(township_client, _url("panel", THERE), 404)


def test_the_list_costs_the_same_for_more_villages(
    filled: None, county_client: Client, django_assert_max_num_queries: Any
) -> None:
    county_client.get(_url("income"))

    with django_assert_max_num_queries(20):
        county_client.get(_url("income"))


def test_the_village_page_shows_statements_and_the_panel_the_picture(
    filled: None, first_secretary: Client
) -> None:
    page, panel = (_text(first_secretary, _url(name, HERE)) for name in ("village", "panel"))

    assert "120,000.00" in page
    assert "更正收入" not in page
    assert "拖欠 36,000.00 元" in panel
    assert "冷库" in panel


def test_a_correction_by_the_township(filled: None, township_client: Client) -> None:
    old = IncomeEntry.objects.get(village__code=HERE, to_month=202610)
    url = _url("correct", old.uid)

    assert "120,000.00" in _text(township_client, url)
    missing = township_client.post(url, {"amount": "13万"})
    done = township_client.post(url, {"amount": "13万", "reason": "漏记一笔"})

    assert missing.status_code == 200
    assert done.status_code == 302
    new = IncomeEntry.objects.current().get(village__code=HERE, to_month=202610)
    assert (new.amount_fen, new.reason, new.replaces_id) == (13 * WAN, "漏记一笔", old.pk)
    assert "120,000.00" in _text(township_client, _url("village", HERE))
    _text(township_client, url, 404)


def test_a_correction_that_is_refused_keeps_what_was_typed(
    filled: None, township_client: Client
) -> None:
    stated(place(HERE), 202609, 11 * WAN)
    old = IncomeEntry.objects.get(village__code=HERE, to_month=202610)

    answer = township_client.post(_url("correct", old.uid), {"amount": "105000", "reason": "录错"})

    text = answer.content.decode()
    assert "累计数不能少于前面月份" in text
    assert "105000" in text


def test_leaders_read_and_do_not_correct(filled: None, leader: Client) -> None:
    entry = IncomeEntry.objects.get(village__code=HERE, to_month=202610)

    assert "更正</a>" not in _text(leader, _url("village", HERE))
    _text(leader, _url("correct", entry.uid), 403)


def test_a_question_is_answered_returned_and_accepted(
    county: Any, township_client: Client, county_client: Client
) -> None:
    stated(place(HERE), 202610, 5 * WAN)
    url = _url("answer", "2026-10", HERE, "C05")
    assert "刚好过线" in _text(township_client, f"{_url('checks')}?month=2026-10")

    township_client.post(url, {"answer": "合同租金 5 万元整"})
    row = CheckAnswer.objects.get()
    empty = county_client.post(_url("review", row.uid), {"send_back": "1"})
    county_client.post(_url("review", row.uid), {"send_back": "1", "reason": "写合同编号"})
    assert "写合同编号" in _text(township_client, url)
    township_client.post(url, {"answer": "HT-1 租金 5 万元整"})
    county_client.post(_url("review", row.uid), {"accept": "1"})
    row.refresh_from_db()

    assert "请说明还需要补充什么" in empty.content.decode()
    assert (row.answer, row.accepted_on) == ("HT-1 租金 5 万元整", date(2026, 11, 3))
    assert "已认可" in _text(county_client, f"{_url('checks')}?month=2026-10")
    _text(township_client, _url("review", row.uid), 403)
    _text(township_client, _url("answer", "2026-10", HERE, "C08"), 404)
    _text(township_client, _url("answer", "2026-10", THERE, "C05"), 404)


def test_round_trips_go_into_the_ledger(county: Any, county_client: Client) -> None:
    stated(place(HERE), 202610, 1)
    paid(place(HERE), date(2026, 5, 1), 500_000)
    paid(place(HERE), date(2026, 5, 3), 500_000, direction=Direction.OUT)
    assert "有 1 笔一收一付" in _text(county_client, _url("checks"))

    answer = county_client.post(_url("round_trips"))

    assert answer.status_code == 302
    assert PassThrough.objects.get().amount_fen == 500_000
    assert "没有需要核查的往来" in _text(county_client, _url("round_trips"))


def test_rents_and_yields(filled: None, county_client: Client) -> None:
    let(place(THERE), number="HT-9", yearly_fen=0)

    owing = _text(county_client, f"{_url('rents')}?owing=true")

    assert "36,000.00" in owing
    assert "HT-9" not in owing
    assert "冷库" in _text(county_client, _url("projects"))
