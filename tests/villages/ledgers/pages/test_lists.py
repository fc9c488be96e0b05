"""The list of a ledger: what it shows, filters, sorts, sums, charts and exports."""

from typing import Any

import pytest
from django.test import Client

from tests.villages.ledgers.making import make_row
from villages.ledgers.declaring import ledgers
from villages.models import County, Village

URL = "/ledgers/honours/"


@pytest.fixture
def villages(county: County) -> list[Village]:
    """李庄村 何河村 周桥村 in 东关街道, 李庄村 郭集村 in 柳林镇."""
    return list(Village.objects.filter(county_code=county.code).order_by("code"))


@pytest.fixture
def honours(villages: list[Village]) -> None:
    """A county's and a province's honour in the first township, a county's in the second."""
    ledger = ledgers()["honours"]
    make_row(ledger, villages[0], name="文明村", kind="civilised", level="county")
    make_row(ledger, villages[1], name="模范村", kind="other", level="province")
    make_row(ledger, villages[4], name="卫生村", kind="other", level="county")


def _names(client: Client, question: str = "") -> list[str]:
    rows = client.get(URL + question).context["list"].window.rows
    return [row["name"] for row in rows]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", ["文明村", "模范村", "卫生村"]),
        ("?level=county", ["文明村", "卫生村"]),
        ("?kind=other&level=county", ["卫生村"]),
        ("?township=999901101", ["卫生村"]),
        ("?village=999901001201", ["模范村"]),
        ("?q=郭集", ["卫生村"]),
        ("?q=模范", ["模范村"]),
        ("?sort=-village", ["卫生村", "文明村", "模范村"]),
    ],
)
def test_list_is_filtered_searched_and_sorted(
    question: str, names: list[str], county_client: Client, honours: None
):
    found = _names(county_client, question)

    assert sorted(found) == sorted(names) if "sort" in question else found == names


def test_township_sees_its_own_rows_only(township_client: Client, honours: None):
    assert _names(township_client) == ["文明村", "模范村"]


def test_wide_conditions_stand_above_the_list_in_words(county_client: Client, honours: None):
    page = county_client.get(URL + "?level=county&village=999901001200").content.decode()

    assert "级别:县级" in page
    assert "村:李庄村" in page


def test_months_are_asked_from_and_to(county_client: Client, villages: list[Village]):
    for month in (202608, 202609, 202610):
        make_row(ledgers()["petitions"], villages[0], month=month)

    rows = county_client.get("/ledgers/petitions/?month_from=2026-09&month_to=2026年9月")

    assert [row["month"] for row in rows.context["list"].window.rows] == [202609]
    assert "月份从:2026-09" in rows.content.decode()


def test_file_holds_the_same_rows_with_labels(county_client: Client, honours: None):
    body = b"".join(county_client.get(URL + "?level=province&format=csv").streaming_content)

    text = body.decode("utf-8-sig")
    assert "模范村" in text
    assert "省级" in text
    assert "卫生村" not in text


def test_sums_stand_below_the_list_in_yuan(county_client: Client, villages: list[Village]):
    ledger = ledgers()["major-matters"]
    make_row(ledger, villages[0], 1, amount_fen=12_345_678)
    make_row(ledger, villages[1], 2, amount_fen=22)

    page = county_client.get("/ledgers/major-matters/").content.decode()

    assert "123,457.00" in page


def test_charts_count_what_the_filters_leave(county_client: Client, honours: None):
    def bars(question: str) -> dict[str, Any]:
        charts = county_client.get(URL + question).context["charts"]
        return {chart.key: [(label, value) for label, value, *_ in chart.rows] for chart in charts}

    assert bars("")["levels"] == [("县级", 2), ("省级", 1)]
    assert bars("?township=999901101")["levels"] == [("县级", 1)]


def test_bar_of_a_choice_leads_to_its_rows(county_client: Client, honours: None):
    chart = county_client.get(URL + "?township=999901001").context["charts"][0]

    links = {label: href for label, _value, _text, href in chart.rows}

    assert _names(county_client, links["省级"]) == ["模范村"]


def test_chart_of_money_sums_by_township(county_client: Client, villages: list[Village]):
    ledger = ledgers()["major-matters"]
    for n, village in enumerate(villages):
        make_row(ledger, village, n, amount_fen=100_000 * (n + 1))

    charts = {
        one.key: one for one in county_client.get("/ledgers/major-matters/").context["charts"]
    }

    shown = [(label, text) for label, _value, text, _href in charts["amounts"].rows]
    assert shown == [("柳林镇", "9,000.00"), ("东关街道", "6,000.00")]
    assert charts["amounts"].note == "按 5 条记录"


def test_list_offers_only_what_the_person_may_do(people: dict, client_as: Any, county: County):
    offered = {
        role: f'href="{URL}new/"' in client_as(people[role]).get(URL).content.decode()
        for role in ("county_staff", "county_leader", "township_clerk", "village_secretary")
    }

    assert offered == {
        "county_staff": True,
        "county_leader": False,
        "township_clerk": True,
        "village_secretary": False,
    }


def test_list_belongs_to_its_area(county_client: Client, county: County):
    page = county_client.get(URL)

    assert [label for label, _url in page.context["breadcrumbs"]] == ["村情村务", "村级荣誉"]
    assert 'class="is-active"' in page.content.decode()
