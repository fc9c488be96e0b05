"""Pages of the assessment: the county sees all, a township its own sheet once published."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from rectification.reports.actions.assessment import open_year, publish
from rectification.reports.models import Assessment, AssessmentEntry, AssessmentObjection
from tests import factories
from tests.rectification.situations import person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import County

EAST, WILLOW = "999901001", "999901101"
DAY = date(2026, 11, 3)


@pytest.fixture
def year(county: County, people: dict[str, User]) -> Assessment:
    person("999901001200", "secretary", name="王立")
    return open_year(by=people[Role.COUNTY_STAFF], county=county, year=2026, on=DAY)


@pytest.fixture
def published(year: Assessment, people: dict[str, User]) -> Assessment:
    return publish(by=people[Role.COUNTY_STAFF], row=year, on=DAY)


def _sheet(township: str = EAST, name: str = "assessment_sheet") -> str:
    return reverse(f"reports:{name}", args=[2026, township])


def test_the_county_sees_all_townships_with_gaps(year: Assessment, county_client: Client) -> None:
    text = county_client.get("/reports/assessment/2026/").content.decode()

    assert "东关街道" in text
    assert "柳林镇" in text
    assert "缺数据清单" in text
    assert "书记述职评议" in text
    assert "/reports/assessment/2026/publish/" in text


def test_the_entry_leads_to_the_running_year(county: County, county_client: Client) -> None:
    answer = county_client.get("/reports/assessment/")

    assert answer["Location"] == "/reports/assessment/2026/"


@pytest.mark.parametrize("path", ["2027/", "2026/999902001/", "2026/999901999/"])
def test_what_is_not_there_is_not_found(
    year: Assessment, other_county: County, county_client: Client, path: str
) -> None:
    answer = county_client.get(f"/reports/assessment/{path}")

    assert answer.status_code == 404


def test_a_township_sees_nothing_before_publishing(
    year: Assessment, township_client: Client
) -> None:
    whole = township_client.get("/reports/assessment/2026/")
    own = township_client.get(_sheet())

    assert "得分还没有公示" in whole.content.decode()
    assert own.status_code == 404


def test_a_township_sees_its_own_sheet_in_full_and_no_other(
    published: Assessment, township_client: Client
) -> None:
    whole = township_client.get("/reports/assessment/2026/")
    own = township_client.get(_sheet())
    printed = township_client.get(_sheet(name="assessment_print"))
    others = [township_client.get(_sheet(WILLOW, one)) for one in (
        "assessment_sheet", "assessment_print", "assessment_object")]  # fmt: skip

    text = own.content.decode()
    assert whole["Location"] == _sheet()
    assert "15.00 × 组织生活按期率" in text
    assert "提出异议" in text
    assert "合计得分" in printed.content.decode()
    assert [one.status_code for one in others] == [404, 404, 404]


def test_people_of_other_counties_see_no_sheet(
    published: Assessment, other_county: County, client_as: Callable[[User], Client]
) -> None:
    foreign = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)

    answer = client_as(foreign).get(_sheet())

    assert answer.status_code == 404


def test_a_township_objects_with_the_form(published: Assessment, township_client: Client) -> None:
    url = _sheet(name="assessment_object")

    empty = township_client.post(url, {"block": "team", "claim": ""})
    answer = township_client.post(url, {"block": "team", "claim": "书记年初已到任"})

    row = AssessmentObjection.objects.get()
    assert empty.status_code == 200
    assert answer["Location"] == _sheet()
    assert (row.township_code, row.block) == (EAST, "team")
    assert "书记年初已到任" in township_client.get(_sheet()).content.decode()


def test_the_county_enters_with_the_form_and_is_refused_in_words(
    year: Assessment, county_client: Client
) -> None:
    given = {"township_code": EAST, "kind": "bonus", "points": "2", "evidence": "核查记录"}

    refused = county_client.post(
        "/reports/assessment/2026/entries/", {**given, "ground": "领导批示"}
    )
    taken = county_client.post(
        "/reports/assessment/2026/entries/", {**given, "ground": "销号满一年没有反弹"}
    )

    assert "基层减负" in refused.content.decode()
    assert taken["Location"] == "/reports/assessment/2026/"
    assert AssessmentEntry.objects.get().ground == "销号满一年没有反弹"


def test_the_county_opens_and_publishes_with_a_button(
    county: County, county_client: Client
) -> None:
    person("999901001200", "secretary", name="王立")

    shown = county_client.get("/reports/assessment/2026/open/")
    opened = county_client.post("/reports/assessment/2026/open/")
    county_client.post("/reports/assessment/2026/publish/")
    early = county_client.post("/reports/assessment/2026/finish/")

    assert "默认权重" in shown.content.decode()
    assert opened["Location"] == "/reports/assessment/2026/"
    assert Assessment.objects.get().status == "published"
    assert "期满后才能审定" in early.content.decode()


@pytest.mark.parametrize("path", ["2026/open/", "2026/publish/", "2026/entries/"])
def test_townships_have_no_steps(year: Assessment, township_client: Client, path: str) -> None:
    answer = township_client.post(f"/reports/assessment/{path}")

    assert answer.status_code in (403, 404)
    assert Assessment.objects.get().status == "draft"
