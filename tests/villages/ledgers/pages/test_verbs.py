"""What can be done to a row beside changing its fields, and what its page shows."""

from datetime import date

import pytest
from django.test import Client

from tests.villages.ledgers.making import make_row
from villages.ledgers.declaring import ledgers
from villages.models import County, Village


@pytest.fixture
def village(county: County) -> Village:
    """李庄村 in 东关街道."""
    return Village.objects.get(code="999901001200")


def test_page_of_a_whole_shows_its_parts_and_leads_to_a_new_one(
    county_client: Client, village: Village
):
    branch = make_row(ledgers()["branches"], village)
    meeting = make_row(ledgers()["meetings"], village, branch=branch)

    page = county_client.get(f"/ledgers/branches/{branch.uid}/").content.decode()

    assert f'href="/ledgers/meetings/{meeting.uid}/"' in page
    assert f'href="/ledgers/meetings/new/?branch={branch.uid}&amp;village={village.code}"' in page
    assert f'href="/ledgers/meetings/?branch={branch.uid}"' in page


def test_list_of_parts_opens_from_the_whole(county_client: Client, village: Village):
    ledger = ledgers()["meetings"]
    mine = make_row(ledgers()["branches"], village, 1)
    other = make_row(ledgers()["branches"], village, 2)
    for n, branch in enumerate((mine, other)):
        make_row(ledger, village, n, branch=branch)

    rows = county_client.get(f"/ledgers/meetings/?branch={mine.uid}").context["list"].window.rows

    assert len(rows) == 1


def test_verb_asks_acts_and_leads_back(county_client: Client, village: Village):
    term = make_row(ledgers()["term-changes"], village, started_on=date(2021, 3, 1), number=9)
    url = f"/ledgers/term-changes/{term.uid}/"
    assert f'href="{url}end/"' in county_client.get(url).content.decode()

    missing = county_client.post(f"{url}end/", {"row_version": 1})
    assert "ended_on" in missing.context["form"].errors

    answer = county_client.post(f"{url}end/", {"row_version": 1, "ended_on": "2026.3.1"})
    term.refresh_from_db()
    assert answer.headers["Location"] == url
    assert term.ended_on == date(2026, 3, 1)
    assert f'href="{url}end/"' not in county_client.get(url).content.decode()


def test_verb_on_a_row_that_changed_meanwhile_is_asked_again(
    county_client: Client, village: Village
):
    term = make_row(ledgers()["term-changes"], village, started_on=date(2021, 3, 1), version=5)
    url, asked = f"/ledgers/term-changes/{term.uid}/end/", {"ended_on": "2026-03-01"}

    page = county_client.post(url, {**asked, "row_version": 4})

    term.refresh_from_db()
    assert term.ended_on is None
    assert "刚被他人改动" in str(page.context["form"].non_field_errors())
    county_client.post(url, {**asked, "row_version": page.context["form"]["row_version"].value()})
    term.refresh_from_db()
    assert term.ended_on == date(2026, 3, 1)


def test_restricted_item_is_shown_and_asked_only_where_it_may_be_seen(
    people: dict, client_as, village: Village
):
    row = make_row(ledgers()["dispositions"], village, facts="只供有关部门掌握的事实")
    url = f"/ledgers/dispositions/{row.uid}/"

    seen = {
        role: "只供有关部门掌握的事实" in client_as(people[role]).get(url).content.decode()
        for role in ("county_staff", "county_leader")
    }

    assert seen == {"county_staff": True, "county_leader": False}
    staff = client_as(people["county_staff"])
    assert "只供有关部门掌握的事实" not in staff.get("/ledgers/dispositions/").content.decode()
