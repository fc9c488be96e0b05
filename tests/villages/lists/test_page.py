"""The list page: question, rows, size, statements."""

import re

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.factories import VillageFactory, signed_in
from villages.accounts.choices import Role
from villages.models import Township, Village

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.villages.lists.example")]
PAGE = "/example/"


def rows_of(response):
    """The words of each row's cells."""
    body = response.content.decode().split("<tbody>")[1].split("</tbody>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def codes_of(response):
    return [row[2] for row in rows_of(response)]


def many(count):
    """More villages in the first township."""
    township = Township.objects.get(code="999901001")
    for number in range(count):
        VillageFactory(township=township, code=f"999901001{400 + number}", name=f"新村{number}")


def test_county_sees_all_its_rows_in_declared_order(county_client, other_county):
    response = county_client.get(PAGE)

    codes = codes_of(response)

    assert codes == sorted(
        Village.objects.filter(county_code="999901").values_list("code", flat=True)
    )


def test_township_sees_only_its_own_villages(township_client, other_county):
    response = township_client.get(PAGE)

    codes = codes_of(response)

    assert {code[:9] for code in codes} == {"999901001"}


def test_person_without_place_sees_an_empty_list_that_teaches(people):
    client = signed_in(people[Role.REVIEWER])

    response = client.get(PAGE)

    assert "还没有村。" in response.content.decode()


@pytest.mark.parametrize(
    ("words", "count"), [("李庄", 2), ("李庄 101", 1), ("zzz", 0), ("999901001", 3)]
)
def test_every_word_of_the_search_must_match(county_client, words, count):
    response = county_client.get(PAGE, {"q": words})

    text = response.content.decode()

    assert (len(rows_of(response)) if count else text.count("没有符合当前筛选条件")) == (count or 1)


def test_filters_stand_as_chips_that_can_be_taken_away(county_client):
    response = county_client.get(PAGE, {"kind": "villagers", "q": "李", "ended_after": ""})

    text = response.content.decode()

    assert "搜索:李" in text
    assert "类型:行政村" in text
    assert 'href="?q=%E6%9D%8E&amp;ended_after="' in text


def test_range_filter_reads_as_days(county_client):
    Village.objects.filter(code="999901001200").update(valid_to="2025-06-30")

    response = county_client.get(PAGE, {"ended_after": "2025-01-01", "ended_before": "2025-12-31"})

    assert "停用:2025-01-01 – 2025-12-31" in response.content.decode()
    assert codes_of(response) == ["999901001200"]


def test_unknown_and_invalid_conditions_are_named_and_passed_over(county_client):
    response = county_client.get(PAGE, {"kind": "nothing", "colour": "red", "sort": "nonsense"})

    text = response.content.decode()

    assert "网址中的“colour、sort”无法识别" in text
    assert "筛选条件“类型”填写有误" in text
    assert len(rows_of(response)) == 5


def test_sorting_keeps_a_total_order_and_says_its_direction(county_client):
    response = county_client.get(PAGE, {"sort": "-name"})

    rows = rows_of(response)

    assert [row[0] for row in rows] == sorted((row[0] for row in rows), reverse=True)
    assert [row[2] for row in rows if row[0] == "李庄村"] == ["999901001200", "999901101200"]
    assert 'aria-sort="descending"' in response.content.decode()


@pytest.mark.parametrize("sort", ["valid_to", "-valid_to"])
def test_empty_values_stand_last_in_both_directions(county_client, sort):
    Village.objects.filter(code="999901101201").update(valid_to="2025-06-30")

    response = county_client.get(PAGE, {"sort": sort})

    assert codes_of(response)[0] == "999901101201"


def test_pages_follow_each_other_without_loss(county_client):
    many(45)

    first, last = (
        county_client.get(PAGE, {"size": 20}),
        county_client.get(PAGE, {"size": 20, "page": 3}),
    )

    assert (len(rows_of(first)), len(rows_of(last))) == (20, 10)
    assert "共 50 行,第 1–20 行" in first.content.decode()
    assert 'rel="next" href="?size=20&amp;page=2"' in first.content.decode()
    assert 'rel="next"' not in last.content.decode()


def test_page_beyond_the_end_is_the_last_one(county_client):
    response = county_client.get(PAGE, {"page": 99})

    rows = rows_of(response)

    assert len(rows) == 5


def test_totals_cover_all_matching_rows_not_the_page(county_client):
    many(30)

    response = county_client.get(PAGE, {"size": 20})

    foot = response.content.decode().split("<tfoot>")[1]
    assert "合计 35 行" in foot
    assert "4,500" in foot


def test_counting_stops_at_the_limit(county_client, monkeypatch):
    monkeypatch.setattr("villages.lists.reading.COUNTED", 3)
    monkeypatch.setattr("villages.lists.presenting.COUNTED", 3)
    from tests.villages.lists.example import VILLAGES
    from villages.lists.reading import read_window

    window = read_window(
        Village.objects.order_by("code"), VILLAGES, VILLAGES.chosen(["name"]), 1, 20
    )

    assert (window.count, window.more, window.has_next) == (3, True, False)


def test_rows_are_linked_and_carry_a_head(county_client):
    response = county_client.get(PAGE)

    text = response.content.decode()

    assert '<a class="row-link" href="/example/999901001200/">李庄村</a>' in text
    assert '<th scope="row">' in text
    assert 'role="region" aria-label="村列表" tabindex="0"' in text


def test_htmx_gets_the_changing_part_and_history_the_whole_page(county_client):
    part = county_client.get(PAGE, headers={"HX-Request": "true"})
    again = county_client.get(
        PAGE, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )

    assert b"<html" not in part.content
    assert rows_of(part) == rows_of(again)
    assert b"<html" in again.content


def test_text_from_the_database_is_escaped_everywhere(county_client):
    Village.objects.filter(code="999901001200").update(name="<script>x</script>")

    response = county_client.get(PAGE, {"q": '"><script>y</script>'})
    rows = county_client.get(PAGE)

    assert b"<script>y" not in response.content
    assert b"<script>x" not in rows.content


def test_card_labels_stand_once_per_column_under_the_nonce(county_client):
    response = county_client.get(PAGE)

    style = re.search(r'<style nonce="([^"]+)">(.*?)</style>', response.content.decode(), re.DOTALL)

    assert style
    assert style[1] in response.headers["Content-Security-Policy"]
    assert style[2].count("::before") == 7


@override_settings(DEBUG=False)
def test_hundred_rows_need_few_statements_and_little_html(county_client):
    many(100)
    county_client.get("/example/plain/?size=100")

    with CaptureQueriesContext(connection) as hundred:
        response = county_client.get("/example/plain/?size=100")
    with CaptureQueriesContext(connection) as twenty:
        county_client.get("/example/plain/?size=20")

    assert len(rows_of(response)) == 100
    assert len(hundred) == len(twenty) <= 8
    assert len(response.content) <= 60_000
