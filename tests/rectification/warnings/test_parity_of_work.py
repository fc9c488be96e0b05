"""Rows at the edges of the rules about rectification and filing (W27 W28) give what facts made by
hand give."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collective_economy.models import PassThrough
from rectification.models import Acceptance, CaseExtension
from rectification.states import CaseStatus
from rectification.warnings.models import Question
from tests import factories
from tests.collective_economy.factories import place
from tests.rectification.situations import case_in
from tests.rectification.warnings.parity import COUNTY, LI, ON, ago, agree, few, found
from tests.rectification.work.rows import at_work, mine, task
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.common.workdays import add_workdays
from villages.filings.models import Filing, FilingReturn
from villages.models import County, Village

pytestmark = pytest.mark.usefixtures("county")


@pytest.fixture(autouse=True)
def _after_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until its day of closing nobody owes the numbers of a month."""
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")


SECOND = "999901001201"
# The third working day of November: by then October had to be there.
CLOSED = date(2026, 11, 4)
MONTHS = (Month(2026, 10), Month(2026, 9), Month(2026, 8))


@few
@given(st.sampled_from([-1, 0, 1, 15, 16]), st.sampled_from([None, 0, 1]))
def test_tasks_past_their_day(days: int, done: int | None) -> None:
    """Finished a day later than the judged one, it was unfinished then."""

    def rows() -> None:
        finished: dict[str, Any] = {}
        if done is not None:
            finished = {"done_on": ON + timedelta(days=done), "progress": 100}
        task(at_work(), due_on=ago(days), **finished)

    agree("W27", rows, cases=1, task_late_days=0 if done == 0 else max(0, days))


@few
@given(st.integers(0, 3), st.sampled_from(["granted", "refused"]))
def test_extensions(count: int, last: str) -> None:
    def rows() -> None:
        case = at_work()
        for ordinal in range(1, count + 1):
            CaseExtension.objects.create(
                **mine(case), ordinal=ordinal, asked_on=ago(20), old_deadline=ago(0),
                new_deadline=ago(-30), reason="汛期", answered_on=ago(1),
                answer=last if ordinal == count else "granted",
            )  # fmt: skip

    granted = count - (last == "refused" and count > 0)
    agree("W27", rows, cases=1, case_extensions=granted)


@few
@given(st.sampled_from(["failed", "passed", ""]), st.integers(0, 1))
def test_acceptances_that_failed(second: str, later: int) -> None:
    """The last concluded one decides; what is concluded after the day is not yet."""

    def rows() -> None:
        case = at_work()
        _attempt(case, 1, "failed", ago(9))
        _attempt(case, 2, second, ON + timedelta(days=later))

    agree("W27", rows, cases=1, case_failed=later == 1 or second != "passed")


def _attempt(case: Any, number: int, result: str, day: date) -> Acceptance:
    concluded: dict[str, Any] = {"concluded_on": day, "result": result} if result else {}
    return Acceptance.objects.create(
        **mine(case), attempt=number, from_ledger=True, reasons="没有解决", **concluded
    )


@pytest.mark.parametrize(
    ("status", "given_", "cases"),
    [
        (CaseStatus.CONFIRMED, {}, 1),
        (CaseStatus.SCREENING, {}, 0),
        (CaseStatus.WITHDRAWN, {}, 0),
        (CaseStatus.CLOSED, {}, 0),
        (CaseStatus.CLOSED, {"closed_on": date(2026, 11, 1),
                             "status_since": date(2026, 11, 1)}, 1),
    ],
    ids=["listed", "screened", "withdrawn", "closed", "closed later"],
)  # fmt: skip
def test_only_open_cases_count(status: CaseStatus, given_: dict[str, Any], cases: int) -> None:
    def rows() -> None:
        task(case_in(LI, status, **given_), due_on=ago(20))

    late = {"cases": 1, "task_late_days": 20} if cases else {"cases": 0}
    assert agree("W27", rows, **late) == ("red" if cases else "green")


def _handed_in(months: dict[Month, date], code: str = LI) -> list[Filing]:
    village = Village.objects.get(code=code)
    return [
        Filing.objects.create(
            village=village, county_code=COUNTY, month=month.number, state="returned",
            first_sent_at=datetime.combine(day, time(10), tzinfo=ZONE),
        )
        for month, day in months.items()
    ]  # fmt: skip


def _due(month: Month) -> date:
    return month.start.replace(day=25)


def _late(month: Month, days: int) -> date:
    return add_workdays(_due(month), days, {}) if days else _due(month)


@few
@given(st.integers(2, 5), st.sampled_from([0, 3, 4]), st.sampled_from([0, 4]))
def test_months_handed_in_late(now: int, before: int, earlier: int) -> None:
    late = dict(zip(MONTHS, (now, before, earlier), strict=True))

    def rows() -> None:
        _handed_in({month: _late(month, days) for month, days in late.items()})

    agree("W28", rows, filing_late=f"{now} {before} {earlier}")


def test_what_is_not_there_is_late_up_to_the_day() -> None:
    def rows() -> None:
        _handed_in({month: month.start for month in MONTHS}, SECOND)
        _handed_in({MONTHS[2]: _due(MONTHS[2])})

    # Working days from the 25th to the day of closing; in September the rest.
    finding = _with(rows)
    assert finding is not None
    assert finding.level == "red"
    assert (finding.evidence["days"], finding.evidence["months"]) == (8, 2)


def _with(rows: Any) -> Any:
    rows()
    return found("W28")


def test_months_before_the_county_began_are_nobodys() -> None:
    rows: Any = lambda: _handed_in({MONTHS[0]: _late(MONTHS[0], 4)})  # noqa: E731

    assert agree("W28", rows, filing_late="4 - -") == "yellow"
    assert agree("W28", lambda: None) == "unknown"


def test_a_village_that_was_not_there_owes_no_month() -> None:
    def rows() -> None:
        Village.objects.filter(code=LI).update(valid_from=date(2026, 10, 5))
        _handed_in({MONTHS[2]: MONTHS[2].start}, SECOND)
        _handed_in({MONTHS[0]: _late(MONTHS[0], 4)})

    assert agree("W28", rows, filing_late="4 - -") == "yellow"


@few
@given(st.integers(4, 7), st.sampled_from([None, 0, 1]))
def test_returns_that_wait(days: int, mended: int | None) -> None:
    """So many working days; answered a day after that of closing, it was open then."""
    before = (CLOSED - timedelta(days=back) for back in range(1, 30))
    returned = next(one for one in before if _workdays(one) == days)

    def rows() -> None:
        (filing,) = _handed_in({MONTHS[0]: MONTHS[0].start})
        answered = None if mended is None else _at(CLOSED + timedelta(days=mended))
        FilingReturn.objects.create(
            filing=filing, county_code=COUNTY, reason="unit", returned_at=_at(returned),
            returned_by=_somebody(), mended_at=answered,
        )  # fmt: skip

    agree("W28", rows, filing_late="0 - -", filing_mending_days=0 if mended == 0 else days)


def _workdays(day: date) -> int:
    return sum((day + timedelta(days=n)).weekday() < 5 for n in range(1, (CLOSED - day).days + 1))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15), tzinfo=ZONE)


def _somebody() -> User:
    user: User = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY)
    return user


@few
@given(st.sampled_from([date(2026, 9, 30), date(2026, 10, 1), ON, date(2026, 11, 1)]),
       st.sampled_from(["pass_through", "legit"]))  # fmt: skip
def test_income_that_a_person_found_to_be_none(day: date, verdict: str) -> None:
    def rows() -> None:
        village = place()
        PassThrough.objects.create(
            village=village, county_code=COUNTY, party="合作社", received_on=date(2026, 8, 1),
            returned_on=date(2026, 8, 9), received_fen=100, returned_fen=100, amount_fen=100,
            verdict=verdict, decided_on=day, reason="查账",
        )  # fmt: skip

    counts = verdict == "pass_through" and date(2026, 10, 1) <= day <= ON
    agree("W28", rows, false_data=int(counts))


@pytest.mark.parametrize(
    ("kind", "outcome", "day", "counts"),
    [
        ("jump", "confirmed", date(2026, 10, 20), 1),
        ("round-trip", "confirmed", ON, 1),
        ("jump", "explained", date(2026, 10, 20), 0),
        ("jump", "", None, 0),
        ("jump", "confirmed", date(2026, 11, 1), 0),
        ("copied", "confirmed", date(2026, 10, 20), 0),
        ("backfilled", "confirmed", date(2026, 10, 20), 0),
    ],
)
def test_questions_count_only_once_a_person_confirmed_them(
    kind: str, outcome: str, day: date | None, counts: int
) -> None:
    def rows() -> None:
        Question.objects.create(
            village=place(), county_code=COUNTY, kind=kind, month=202609, key="income",
            asked_on=date(2026, 9, 30), outcome=outcome, settled_on=day,
            settled_name="王立" if day else "",
        )  # fmt: skip

    agree("W28", rows, false_data=counts)


def test_an_open_month_is_judged_by_the_last_whole_one(county: County) -> None:
    assert county.code == COUNTY
    _handed_in({month: _late(month, 4) for month in MONTHS})

    finding = found("W28", Month(2026, 11))

    assert finding is not None
    assert finding.evidence["months"] == 3


def test_an_open_month_is_judged_by_the_one_before_until_the_day_of_closing(
    county: County,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody has handed October in: on the 3rd of November that is nobody's fault yet."""
    assert county.code == COUNTY
    _handed_in({month: _due(month) for month in MONTHS[1:]})
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-03")
    before = found("W28")
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-04")
    after = found("W28")

    assert before is None
    assert after is not None and after.level == "yellow"
