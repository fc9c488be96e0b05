"""The pages of the area."""

from datetime import date

import pytest
from django.test import Client

from tests.branches.factories import branch, counted, met, quiet, record, recruits, village
from villages.models import County


@pytest.fixture
def known(county: County) -> None:
    one = branch(
        name="李庄党支部", formal=60, seats=5, filled=4, vacant_since=date(2026, 5, 1),
        term_start=date(2021, 9, 1), term_years=5, term_ends_on=date(2026, 9, 1),
    )  # fmt: skip
    counted(one, 60, date(2026, 7, 1), probationary=2, women=20, from_60=31)
    branch("999901001201", "何河党支部", formal=2)
    branch("999901101200", "柳林党支部", formal=30)
    met(one, "member_assembly", date(2026, 10, 15), 40, 62)
    quiet(one, 202609)
    recruits(village(), 202610, activists=3, accepted=1)
    record(one, "2026-01", age=17)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/branches/", ["超大支部", "换届日历", "李庄党支部", "已超期", "台账"]),
        ("/branches/sizes/", ["李庄党支部", "超大支部", "何河党支部", "空壳支部"]),
        ("/branches/terms/", ["李庄党支部", "届满未换届"]),
        ("/branches/development/", ["2026-01", "应年满 18 周岁", "2014年版"]),
        ("/branches/villages/999901001200/", ["李庄党支部", "超大支部", "届满未换届"]),
        ("/branches/meetings/2026-10/", ["李庄党支部", "本月未开展", "党员大会"]),
        ("/ledgers/branches/", ["李庄党支部", "柳林党支部"]),
        ("/ledgers/development-records/", ["2026-01"]),
    ],
)
def test_page_shows_what_is_known(county_client: Client, path: str, words: list[str]) -> None:
    page = county_client.get(path)

    text = page.content.decode()
    assert page.status_code == 200
    assert [word for word in words if word not in text] == []


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("path", ["/branches/sizes/", "/branches/terms/", "/branches/development/"])
def test_township_sees_only_its_own(township_client: Client, path: str) -> None:
    assert "柳林党支部" not in township_client.get(path).content.decode()


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "path",
    ["/branches/villages/999901101200/", "/branches/meetings/2026-10/?township=999901101",
     "/branches/meetings/2026-12/", "/branches/meetings/nonsense/"],
)  # fmt: skip
def test_foreign_and_future_is_not_found(township_client: Client, path: str) -> None:
    assert township_client.get(path).status_code == 404


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("kind", ["xlsx", "csv", "print"])
@pytest.mark.parametrize("path", ["/branches/sizes/", "/branches/terms/"])
def test_lists_come_as_files(county_client: Client, path: str, kind: str) -> None:
    page = county_client.get(path, {"format": kind})

    assert page.status_code == 200


@pytest.mark.usefixtures("known")
def test_figures_come_as_a_workbook(county_client: Client) -> None:
    page = county_client.get("/branches/figures.xlsx")

    assert page.status_code == 200
    assert b"".join(page.streaming_content)[:2] == b"PK"
