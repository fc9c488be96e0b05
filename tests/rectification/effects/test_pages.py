"""The page of a batch, the page of each number, its workbook, and the same by program."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from rectification.figures.effects import effects
from tests.rectification.effects.situations import ALL, COUNTY, FAR, LI, TODAY, batch
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _batch(county: Any) -> None:
    batch()


def text(client: Client, name: str, *args: Any) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_page_links_every_number_to_its_rows(county_client: Client) -> None:
    body = text(county_client, "cases:batch", 2026)

    for one in effects(ALL, COUNTY, 2026, TODAY).all:
        url = reverse("cases:batch_figure", args=[2026, one.key])
        assert f'href="{url}"' in body
        assert f">{one.figure.value_text}<" in body
        assert one.figure.definition in text(county_client, "cases:batch_figure", 2026, one.key)
    assert "2026 年整顿成效" in body
    assert "2026年排查确定后进村4个" in body
    assert "2 个村没有登记" in body


def test_rows_lead_to_case_and_ledger(county_client: Client) -> None:
    found = effects(ALL, COUNTY, 2026, TODAY)
    houses = next(one for one in found.all if one.name == "大棚")

    body = text(county_client, "cases:batch_figure", 2026, houses.key)

    for row in houses.read().rows:
        assert reverse("cases:case", args=[row.place.case]) in body
        assert reverse("ledgers:works-done_row", args=[row.uid]) in body
    people = text(county_client, "cases:batch_figure", 2026, "activists")
    assert f"{reverse('ledgers:development-counts')}?village={LI}" in people
    filed = county_client.get(f"{reverse('ledgers:development-counts')}?village={LI}")
    assert "何河村" not in filed.content.decode().partition("<tbody")[2]
    assert "没有登记" in people


def test_the_workbook_holds_the_rows_and_is_on_record(county_client: Client) -> None:
    houses = next(one for one in effects(ALL, COUNTY, 2026, TODAY).all if one.name == "大棚")
    url = reverse("cases:batch_figure", args=[2026, houses.key])

    answer: Any = county_client.get(f"{url}?format=xlsx")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [line[4] for line in cells if line[0] in ("李庄村",)] == [30, 20]
    assert AuditEntry.objects.filter(action="list.exported").count() == 1


def test_a_township_sees_its_own_part(township_client: Client) -> None:
    body = text(township_client, "cases:batch_figure", 2026, "listed")

    assert "何河村" in body
    assert "柳林镇" not in body
    assert "3/3" not in body
    assert re.search(r">2<", text(township_client, "cases:batch", 2026))


def test_what_there_is_not_is_not_found(county_client: Client) -> None:
    for figure in ("nothing", "work-" + "0" * 32):
        assert county_client.get(f"/cases/batch/2026/{figure}/").status_code == 404
    assert "还没有认定的整顿" in text(county_client, "cases:batch", 2027)


def test_hub_and_board_lead_there(county_client: Client) -> None:
    url = reverse("cases:batch", args=[2026])

    assert f'href="{url}"' in text(county_client, "cases:hub")
    assert f'href="{url}"' in text(county_client, "cases:board", 2026)


def test_programs_read_the_same(people: Any) -> None:
    staff = program_of(people[Role.COUNTY_STAFF])
    found = effects(ALL, COUNTY, 2026, TODAY)

    answer = staff.get("case-effects/?listed_year=2026").json()

    assert answer["listed_year"] == 2026
    assert [(one["key"], one["value"]) for one in answer["results"]] == [
        (one.key, one.figure.to_json()["value"]) for one in found.all
    ]
    for one in found.all:
        rows = staff.get(f"case-effects/{one.key}/?listed_year=2026").json()
        behind = one.read()
        assert [row["value"] for row in rows["results"]] == [
            row.value if isinstance(row.value, int) else str(row.value) for row in behind.rows
        ]
        assert [row["reason"] for row in rows["left_out"]] == [x.reason for x in behind.left_out]


def test_programs_are_kept_to_their_territory(people: Any) -> None:
    clerk = program_of(people[Role.TOWNSHIP_CLERK])

    listed = clerk.get("case-effects/?listed_year=2026").json()["results"][0]

    assert (listed["key"], listed["value"]) == ("listed", 3)
    assert clerk.get(f"case-effects/?unit={FAR}").status_code == 404
    assert clerk.get("case-effects/nothing/").status_code == 404
    assert clerk.get("case-effects/?listed_year=26").status_code == 400
