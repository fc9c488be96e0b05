"""Time is added up for whole counties, within a limit, once for each submission."""

from datetime import date

import pytest

from tests.villages.filings.memory import VISITS, Memory, asks
from tests.villages.filings.test_submitting import AT, MONTH
from villages.accounts.models import User
from villages.filings import posted
from villages.filings.actions.submitting import Submission, submit
from villages.filings.actions.timing import add_time
from villages.filings.choices import Channel
from villages.filings.models import FormTime
from villages.models import County, Village

TODAY = date(2026, 10, 21)


def spend(county: County, seconds: int, villages: int = 2, inputs: int = 6) -> None:
    add_time(
        county=county.code, month=MONTH, seconds=seconds, villages=villages, inputs=inputs,
        on=TODAY,
    )  # fmt: skip


def test_submissions_add_up(county: County) -> None:
    spend(county, 100)
    spend(county, 50, villages=3)

    row = FormTime.objects.get()
    assert (row.seconds, row.villages, row.inputs) == (150, 5, 6)


def test_a_window_left_open_is_no_burden(county: County) -> None:
    spend(county, 86_400)

    assert FormTime.objects.get().seconds == 2 * 600


@pytest.mark.parametrize(("seconds", "villages"), [(0, 2), (-5, 2), (60, 0)])
def test_nothing_measured_adds_nothing(county: County, seconds: int, villages: int) -> None:
    spend(county, seconds, villages)

    assert not FormTime.objects.exists()


def test_no_row_points_at_a_person_or_place() -> None:
    names = {one.name for one in FormTime._meta.get_fields()}

    assert names == {"id", "county_code", "month", "seconds", "villages", "inputs"}


def test_the_same_submission_twice_is_measured_once(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    asks(county.code, VISITS)
    code = Village.objects.filter(township__code=f"{county.code}001").earliest("code").code
    handed = Submission(
        MONTH, (code,), "same", Channel.GRID, typed={code: {VISITS.key: "4"}}, seconds=40
    )

    for _time in range(2):
        submit(handed=handed, by=people["township_clerk"], at=AT)

    row = FormTime.objects.get()
    assert (row.county_code, row.seconds, row.villages, row.inputs) == (county.code, 40, 1, 1)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("", 0), ("-4", 0), ("1e9", 0), ("9" * 9, 0), ("９", 0)]
)
def test_what_a_page_says_it_took(text: str, seconds: int) -> None:
    assert posted.seconds({"seconds": text}) == seconds
