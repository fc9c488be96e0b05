"""The county's year."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from villages import parameters
from villages.filings.ics import calendar_file
from villages.filings.rhythm import Event, events, month_dates
from villages.imports.models import FilingMonth
from villages.models import CalendarDay, County, Parameter
from villages.workdays import forget

NOW = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)


def year_of(county: County) -> dict[str, Event]:
    return {one.key: one for one in events(county.code, 2026, month_dates(county.code, 2026))}


def test_months_quarters_and_the_work_of_every_year(county: County) -> None:
    CalendarDay.objects.create(day=date(2026, 11, 2), is_workday=False, name="补休", basis="通知")
    forget()

    found = year_of(county)

    assert found["due-2026-10"].first == date(2026, 10, 25)
    assert found["close-2026-10"].first == date(2026, 11, 5)
    assert found["dispatch-2025-12"].first == date(2026, 1, 5)
    assert "due-2025-12" not in found
    assert found["quarter-2026Q3"].first == date(2026, 10, 10)
    assert (found["halfyear-2026"].first, found["halfyear-2026"].last) == (
        date(2026, 7, 5), date(2026, 7, 15),
    )  # fmt: skip
    assert [one.first for one in found.values()] == sorted(one.first for one in found.values())


@pytest.mark.parametrize(
    ("value", "last"),
    [(228, date(2026, 2, 28)), (231, date(2026, 2, 28)), (101, date(2026, 1, 1)),
     (1399, date(2026, 12, 31))],
)  # fmt: skip
def test_the_county_decides_and_no_day_is_impossible(
    county: County, value: int, last: date
) -> None:
    Parameter.objects.create(
        key="year.screening_until", county_code=county.code, value=value,
        effective_from=date(2025, 1, 1),
    )  # fmt: skip
    parameters.forget()

    assert year_of(county)["screening-2026"].last == last


def test_a_prolonged_month_is_marked(county: County) -> None:
    FilingMonth.objects.create(county_code=county.code, month=202610, due_on=date(2026, 10, 28))

    found = {one.month.month: one for one in month_dates(county.code, 2026)[1:]}

    assert (found[10].due_on, found[10].is_moved) == (date(2026, 10, 28), True)
    assert not found[9].is_moved


def test_page_and_file_hold_the_same_days(county_client: Client) -> None:
    page = county_client.get("/filings/year/?year=2026").content.decode()
    answer = county_client.get("/filings/year/?year=2026&as=ics")
    file = b"".join(answer).decode()

    assert "2026-10-25" in page
    assert "半年小结和中期验收" in page
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261026\r\n" in file
    assert file.count("BEGIN:VEVENT") == file.count("END:VEVENT") > 50


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_title_survives_folding(title: str) -> None:
    event = Event("k", title, date(2026, 1, 1), date(2026, 1, 2))

    raw = calendar_file("年历", "999901.local", [event], NOW)

    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    unfolded = raw.decode().replace("\r\n ", "")
    (summary,) = [one for one in unfolded.split("\r\n") if one.startswith("SUMMARY:")]
    plain = title.replace("\r", "").replace("\\", "\\\\").replace(";", "\\;")
    assert summary == "SUMMARY:" + plain.replace(",", "\\,").replace("\n", "\\n")


def test_the_same_event_keeps_its_name() -> None:
    event = Event("due-2026-10", "10月填报截止", date(2026, 10, 25), date(2026, 10, 25))

    first, second = (calendar_file("年历", "h", [event], NOW) for _time in range(2))

    assert first == second
    assert b"UID:due-2026-10@h\r\n" in first
