"""The period control as pages and as API."""

from datetime import date

import pytest
from django.urls import reverse

from tests import factories
from villages.accounts import sudo
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.actions.months import close_month, open_missing, prolong
from villages.imports.actions.reopening import end_reopening, reopen
from villages.imports.board import months_of
from villages.imports.models import FilingMonth, Reopening
from villages.imports.months import is_closed
from villages.trace.models import AuditEntry

OCTOBER = Month(2026, 10)


@pytest.fixture
def staff(people):
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def county_client(county_client):
    """Reopening asks for the password when it was given too long ago."""
    session = county_client.session
    session[sudo.GIVEN_AT] = clock.instant().timestamp()
    session.save()
    return county_client


@pytest.fixture
def closed(staff):
    return close_month(by=staff, county="999901", month=OCTOBER)


def test_the_year_shows_every_month_with_its_state(staff, closed):
    lines = {line.period.code: line.state for line in months_of("999901", 2026, date(2026, 11, 3))}

    assert (lines["2026-09"], lines["2026-10"]) == ("due", "closed")
    assert (lines["2026-11"], lines["2026-12"]) == ("open", "ahead")


def test_everybody_reads_the_months_and_only_the_department_controls_them(people, client_as):
    seen = {}
    for role in (Role.COUNTY_STAFF, Role.TOWNSHIP_CLERK, Role.SYSTEM_ADMIN):
        client = client_as(people[role])
        page = client.get("/months/?year=2026")
        seen[role] = page.status_code, client.get("/months/2026-10/close/").status_code
        if role == Role.TOWNSHIP_CLERK:
            assert "/months/2026-10/close/" not in page.content.decode()

    assert seen == {
        Role.COUNTY_STAFF: (200, 200),
        Role.TOWNSHIP_CLERK: (200, 403),
        Role.SYSTEM_ADMIN: (403, 403),
    }


def test_closing_needs_the_name_of_the_month(county_client, staff):
    address = "/months/2026-10/close/"

    wrong = county_client.post(address, {"typed": "2026年9月"})
    right = county_client.post(address, {"typed": " 2026年10月 "})

    assert "与月份不一致" in wrong.content.decode()
    assert right.url == "/months/?year=2026"
    assert is_closed(county="999901", month=OCTOBER, unit="999901", on=date(2026, 11, 3))
    assert AuditEntry.objects.filter(action="month.closed").count() == 1


def test_a_second_close_is_told_what_holds(county_client, closed):
    page = county_client.post("/months/2026-10/close/", {"typed": "2026年10月"})

    assert "已经封账" in page.content.decode()


@pytest.mark.parametrize("code", ["2026-13", "1999-12", "x", "2026Q4"])
def test_there_are_no_other_months(county_client, code):
    assert county_client.get(f"/months/{code}/close/").status_code == 404


def test_a_reopening_by_page_opens_one_township_until_a_day(county_client, closed):
    said = {"unit_code": "999901001", "ends_on": "2026-11-05", "reason": "两个村数字填反"}

    answer = county_client.post("/months/2026-10/reopen/", said)

    assert answer.status_code == 302
    page = county_client.get("/months/?year=2026").content.decode()
    assert "东关街道" in page
    assert "部分重新开放" in page
    assert not is_closed(county="999901", month=OCTOBER, unit="999901001200", on=date(2026, 11, 5))
    assert is_closed(county="999901", month=OCTOBER, unit="999901101200", on=date(2026, 11, 5))


def test_a_unit_of_another_county_is_no_choice(county_client, closed, other_county):
    said = {"unit_code": "999902001", "ends_on": "2026-11-05", "reason": "错"}

    answer = county_client.post("/months/2026-10/reopen/", said)

    assert answer.status_code == 200
    assert not Reopening.objects.exists()


def test_a_reopening_ends_early_and_only_once(county_client, closed, staff):
    row = reopen(
        by=staff, filing_month=closed, unit_code="999901001", reason="错", ends_on=date(2026, 11, 9)
    )

    county_client.post(reverse("imports:reopening_end", args=[row.uid]))

    row.refresh_from_db()
    assert is_closed(county="999901", month=OCTOBER, unit="999901001", on=date(2026, 11, 3))
    with pytest.raises(DomainError, match="已经结束"):
        end_reopening(by=staff, reopening=row)


def test_a_foreign_reopening_is_not_found(client_as, closed, staff, other_county):
    row = reopen(
        by=staff, filing_month=closed, unit_code="999901001", reason="错", ends_on=date(2026, 11, 9)
    )
    stranger = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999902")

    answer = client_as(stranger).post(reverse("imports:reopening_end", args=[row.uid]))

    assert answer.status_code == 404


def test_an_open_month_is_prolonged_and_a_closed_one_is_not(county_client, closed):
    said = {"due_on": "2026-11-28", "reason": "遇统一检修"}

    open_one = county_client.post("/months/2026-11/extend/", said)
    closed_one = county_client.post("/months/2026-10/extend/", said)

    assert open_one.status_code == 302
    assert FilingMonth.objects.get(month=202611).due_on == date(2026, 11, 28)
    assert "已封账,不能延期" in closed_one.content.decode()


def test_a_last_day_in_the_past_is_refused(staff):
    with pytest.raises(DomainError, match="已经过去"):
        prolong(
            by=staff, county="999901", month=Month(2026, 11), due_on=date(2026, 11, 2), reason="错"
        )


def test_every_county_gets_its_row_once(county, other_county, staff):
    from villages.accounts.actors import SCHEDULE

    codes = ["999901", "999902"]

    made = [open_missing(by=SCHEDULE, counties=codes, month=OCTOBER) for _ in range(2)]

    assert made == [2, 0]


def test_the_api_lists_months_of_ones_own_counties(client_as, people, closed, staff, other_county):
    stranger = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")
    reopen(
        by=staff, filing_month=closed, unit_code="999901001", reason="错", ends_on=date(2026, 11, 9)
    )

    own = client_as(people[Role.TOWNSHIP_CLERK]).get("/api/v1/months/?state=reopened").json()
    foreign = client_as(stranger).get("/api/v1/months/").json()

    found = [(one["period"], one["state"], one["reopened_until"]) for one in own["results"]]
    assert found == [("2026-10", "reopened", "2026-11-09")]
    assert foreign["results"] == []


@pytest.mark.parametrize("asked", ["ordering=period", "ordering=-period", "period__gte=2026-01"])
def test_the_api_orders_and_narrows_months(county_client, closed, asked):
    assert len(county_client.get(f"/api/v1/months/?{asked}").json()["results"]) == 1
