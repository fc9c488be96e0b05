"""Rows at the edges of the rules about stationed people and village affairs (W15-W21) give what
facts made by hand give."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cadres.judging import posted, told_month, village_of
from tests.rectification.warnings.parity import COUNTY, ON, ago, agree, facts_of, few, found
from tests.villages.affairs import factories as made
from villages.common.periods import Month, Quarter
from villages.models import County

pytestmark = pytest.mark.usefixtures("county")


@pytest.fixture(autouse=True)
def _after_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until its day of closing nobody owes the numbers of a month."""
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")


Q1, Q2, Q3 = (Quarter(2026, index) for index in (1, 2, 3))
NOVEMBER = Month(2026, 11)
SECOND = "999901001201"


@few
@given(st.integers(13, 22), st.integers(18, 21), st.integers(0, 1))
def test_days_in_the_village(now: int, before: int, absent: int) -> None:
    def rows() -> None:
        posting = posted()
        told_month(posting, 202608, 22)
        told_month(posting, 202609, before)
        told_month(posting, 202610, now, spot_checks=1, spot_check_absent=absent)

    agree("W15", rows, stationed=1, stationed_days=f"{now} {before} 22",
          stationed_absences=absent)  # fmt: skip


def test_a_month_held_in_part_is_nobodys_shortfall() -> None:
    def rows() -> None:
        told_month(posted(started_on=date(2026, 10, 2)), 202610, 9)

    assert agree("W15", rows, stationed=0) == "green"


def test_the_first_whole_month_has_none_before_it() -> None:
    def rows() -> None:
        posting = posted(started_on=date(2026, 9, 15))
        told_month(posting, 202609, 9)
        told_month(posting, 202610, 19)

    assert agree("W15", rows, stationed=1, stationed_days="19") == "yellow"


def test_members_of_the_team_are_not_judged() -> None:
    def rows() -> None:
        told_month(posted(role="member"), 202610, 3)

    assert agree("W15", rows, stationed=0) == "green"


def test_postings_elsewhere_say_that_the_ledger_is_kept() -> None:
    def rows() -> None:
        told_month(posted(village=village_of(SECOND)), 202610, 22)

    assert agree("W15", rows, stationed=0) == "green"
    assert agree("W15", lambda: None) == "unknown"
    assert agree("W15", posted, stationed=1, stationed_days="- - -") == "unknown"


def test_an_open_month_is_judged_by_the_last_whole_one() -> None:
    told_month(posted(), 202610, 14)

    finding = found("W15", NOVEMBER)

    assert finding is not None
    assert finding.level == "red"


@few
@given(st.sampled_from([9, 10, 11, 12, 31]), st.integers(0, 3))
def test_quarters_of_disclosure(days: int, missed: int) -> None:
    """So many days after the third quarter, with so many of the last quarters missing."""
    on = Q3.end + timedelta(days=days)
    kept = (Quarter(2025, 4), Q1, Q2, Q3)[: 4 - missed]
    month = Month.of(on)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_TODAY", on.isoformat())
        agree(
            "W16", lambda: made.disclosed_all(made.village(), *kept), month,
            disclosure_quarters=missed, disclosure_quarter_days=days,
        )  # fmt: skip


@few
@given(st.integers(0, 3))
def test_months_of_disclosure(missed: int) -> None:
    def rows() -> None:
        village = made.village()
        made.disclosed_all(village, Quarter(2025, 4), Q1, Q2, Q3)
        made.discloses_monthly(village)
        for month in Month(2026, 1).until(Month(2026, 9).shift(-missed)):
            made.disclosed(village, "finance", month)

    agree(
        "W16", rows, disclosure_quarters=0, disclosure_quarter_days=31, disclosure_months=missed,
        disclosure_month_days=31,
    )  # fmt: skip


@few
@given(st.integers(0, 3), st.booleans())
def test_quarters_of_meetings(missed: int, quorum: bool) -> None:
    """A meeting too few came to is none."""

    def rows() -> None:
        made.met(made.village(), Q3.shift(-missed).end)
        if missed:
            made.met(made.village(), Q3.end, present=30 if quorum else 29)

    agree("W17", rows, meeting_quarters=0 if quorum else missed)


def test_quarters_before_the_first_row_are_unknown_and_never_missed() -> None:
    def only_now() -> None:
        made.met(made.village(), date(2026, 10, 8))
        made.disclosed_all(made.village(), Month(2026, 10))

    def begun_badly() -> None:
        made.met(made.village(), Q3.end, present=3)
        made.disclosed(made.village(), "finance", Q3)

    assert agree("W17", only_now) == agree("W16", only_now) == "unknown"
    assert agree("W17", begun_badly, meeting_quarters=1) == "yellow"
    assert agree(
        "W16", begun_badly, disclosure_quarters=1, disclosure_quarter_days=31
    ) == "yellow"  # fmt: skip


@few
@given(st.integers(9, 12), st.sampled_from([None, 0, 4_999_999, 5_000_000, 5_000_001]))
def test_steps_of_matters(days: int, fen: int | None) -> None:
    def rows() -> None:
        made.matter(
            made.village(), amount_fen=fen, proposed_on=ago(90), discussed_on=ago(80),
            reviewed_on=ago(70), started_on=ago(days),
        )  # fmt: skip

    agree("W18", rows, matters=1, matters_missing=f"{days}:{fen or 0}:decided_on")


def test_only_the_gravest_of_missing_steps_are_kept() -> None:
    village = made.village()
    for title, days, fen in (("甲", 40, 100), ("乙", 30, 50), ("丙", 20, 300), ("丁", 5, 300)):
        made.matter(village, title, amount_fen=fen, reviewed_on=ago(90), decided_on=ago(80),
                    decision_disclosed_on=ago(70), proposed_on=ago(99), discussed_on=ago(95),
                    finished_on=ago(days), started_on=ago(60))  # fmt: skip

    assert facts_of().matters_missing == ("40:100:result_disclosed_on 20:300:result_disclosed_on")


_NAMES = ("first", "collective", "beyond", "unresolved", "overdue")


@few
@given(st.tuples(*(st.integers(0, most) for most in (2, 1, 1, 3, 1))))
def test_petitions(counts: tuple[int, ...]) -> None:
    said = dict(zip(_NAMES, counts, strict=True))
    said["unresolved"] = max(said["unresolved"], said["overdue"])

    def rows() -> None:
        made.petitioned(made.village(), 202610, **said, repeat=2)
        made.petitioned(made.village(), 202609, first=9)

    agree("W19", rows, **{f"petitions_{name}": count for name, count in said.items()})


_GRADES = ("general", "larger", "major", "grave")


@few
@given(st.sampled_from(["safety", "mass", "disaster", "other"]), st.sampled_from(_GRADES))
def test_incidents(kind: str, grade: str) -> None:
    def rows() -> None:
        made.incident(made.village(), date(2026, 10, 1), kind=kind, grade=grade)

    agree(
        "W20", rows, incidents=1, incidents_mass=kind == "mass",
        incident_grade=0 if kind == "disaster" else _GRADES.index(grade) + 1,
    )  # fmt: skip


@pytest.mark.parametrize("day", [date(2026, 9, 30), date(2026, 11, 1)])
def test_incidents_of_other_months_are_not_this_ones(day: date) -> None:
    assert agree("W20", lambda: made.incident(made.village(), day), incidents=0) == "green"


@few
@given(st.sampled_from([58, 59, 60, 61, 78, 79, 80, 81]), st.integers(0, 20))
def test_surveys(content: int, fairly: int) -> None:
    def rows() -> None:
        made.surveyed(made.village(), content - fairly, fairly, 100 - content)

    agree("W21", rows, survey_content=content, survey_answered=100)


def test_an_old_survey_says_nothing() -> None:
    rows: Any = lambda: made.surveyed(made.village(), held_on=date(2025, 10, 31))  # noqa: E731

    assert agree("W21", rows) == "unknown"


@pytest.mark.parametrize("code", ["W16", "W17", "W18", "W19", "W21"])
def test_a_silent_ledger_is_unknown_and_never_green(code: str, county: County) -> None:
    assert county.code == COUNTY
    assert agree(code, lambda: None) == "unknown"
    assert ago(0) == ON
