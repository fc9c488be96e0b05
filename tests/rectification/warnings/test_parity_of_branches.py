"""Rows at the edges of the rules about branches give what facts made by hand give."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.models import BranchElection, DevelopmentCount, PartyBranch, QuietMonth
from tests.branches.factories import branch, counted, met, quiet, village
from tests.rectification.warnings.parity import ON, agree, few
from villages.common.periods import Month
from villages.models import County, Parameter

pytestmark = pytest.mark.usefixtures("county")
MONTHS = Month(2026, 1).until(Month(2026, 10))


def _ends(days: int, **rest: Any) -> PartyBranch:
    return branch(term_start=date(2022, 1, 1), term_ends_on=ON + timedelta(days=days), **rest)


@few
@given(st.sampled_from([-2, -1, 0, 1, 89, 90, 91]), st.booleans())
def test_ends_of_terms(days: int, undated: bool) -> None:
    def rows() -> None:
        _ends(days)
        if undated:
            branch(name="第二党支部")

    agree("W03", rows, term_days_left=days, terms_unknown=int(undated))


@few
@given(st.sampled_from([-1, 0, 90, 91]))
def test_an_approved_extension_moves_the_end(days: int) -> None:
    def rows() -> None:
        _ends(
            -200, extended_to=ON + timedelta(days=days), extension_no="青组复〔2026〕1号",
            extension_reason="洪灾",
        )  # fmt: skip

    agree("W03", rows, term_days_left=days, term_extended=True)


HELD, NONE, UNFILED = "held", "none", "unfiled"
STATES = st.sampled_from([HELD, NONE, UNFILED])


def _file(one: PartyBranch, kind: str, month: Month, state: str) -> None:
    if state == HELD:
        met(one, kind, month.end)
    elif state == NONE:
        quiet(one, month.number)


def _row(states: list[str]) -> tuple[int, int]:
    """Misses in a row and whether the newest is unknown; the newest comes first."""
    if states[0] == UNFILED:
        return 0, 1
    return next((place for place, one in enumerate(states) if one != NONE), len(states)), 0


@few
@given(
    st.sampled_from([("W05", "committee", "committee"), ("W06", "theme_day", "theme")]),
    st.lists(STATES, min_size=4, max_size=4),
)
def test_meetings_of_every_month(which: tuple[str, str, str], states: list[str]) -> None:
    """October is over on its last day: it counts."""
    code, kind, name = which

    def rows() -> None:
        one = branch(seats=3)
        for month, state in zip(reversed(MONTHS), states, strict=False):
            _file(one, kind, month, state)

    missed, silent = _row(states)
    agree(code, rows, **{f"{name}_missed": missed, f"{name}_silent": silent})


@few
@given(st.lists(STATES, min_size=3, max_size=3))
def test_classes_of_every_quarter(states: list[str]) -> None:
    _quarters("W07", "class", states, lambda row: {"class_missed": row[0], "class_silent": row[1]})


@few
@given(st.lists(STATES, min_size=3, max_size=3))
def test_assemblies_of_every_quarter(states: list[str]) -> None:
    _quarters(
        "W04", "member_assembly", states,
        lambda row: {
            "assembly_missed": row[0], "assembly_silent": row[1], "assembly_days_over": 31,
        },
    )  # fmt: skip


def _quarters(code: str, kind: str, states: list[str], facts: Any) -> None:
    """The third, second and first quarter of the year, as known in October."""

    def rows() -> None:
        one = branch(seats=3)
        for quarter, state in zip((3, 2, 1), states, strict=True):
            for month in Month(2026, quarter * 3 - 2).until(Month(2026, quarter * 3)):
                if state != UNFILED:
                    _file(one, kind, month, NONE if month.month % 3 else state)

    agree(code, rows, **facts(_row(states)))


@few
@given(st.integers(1, 9), st.lists(STATES, min_size=2, max_size=2))
def test_a_quarter_counts_after_five_days(day: int, states: list[str]) -> None:
    """In a running October, on a day of it."""

    def rows() -> None:
        one = branch(seats=3)
        for quarter, state in zip((3, 2), states, strict=True):
            for month in Month(2026, quarter * 3 - 2).until(Month(2026, quarter * 3)):
                if state != UNFILED:
                    _file(one, "member_assembly", month, NONE if month.month % 3 else state)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_TODAY", f"2026-10-{day:02d}")
        (now, silent), (before, silent_before) = _row(states), _row(states[1:])
        agree(
            "W04", rows, assembly_missed=now, assembly_silent=silent,
            assembly_missed_before=before, assembly_silent_before=silent_before,
            assembly_days_over=day,
        )  # fmt: skip


def test_where_a_committee_is_not_due_nothing_is_missed_but_unknown_seats_are_unknown() -> None:
    def small() -> None:
        quiet(branch(seats=1), *(month.number for month in MONTHS))

    def unknown() -> None:
        quiet(branch(), *(month.number for month in MONTHS))

    assert agree("W05", small, committee_missed=0) == "green"
    assert agree("W05", unknown, committee_missed=0, committee_silent=1) == "unknown"


def test_one_silent_branch_keeps_a_village_from_green() -> None:
    def rows() -> None:
        met(branch(), "theme_day", ON)
        branch(name="第二党支部")

    assert agree("W06", rows, theme_missed=0, theme_silent=1) == "unknown"


def test_what_a_county_does_not_ask_for_is_not_missed(county: County) -> None:
    def rows() -> None:
        Parameter.objects.create(
            key="meetings.class.per_year", county_code=county.code, value=0,
            effective_from=date(2020, 1, 1), basis="县委组织部通知",
        )  # fmt: skip
        branch()

    assert agree("W07", rows, class_missed=0) == "green"


@few
@given(
    st.sampled_from([Month(2026, 2), Month(2026, 3), Month(2026, 4)]),
    st.sampled_from([date(2025, 3, 31), date(2025, 4, 1), date(2026, 1, 16), None]),
    st.booleans(),
)
def test_meetings_of_a_year(month: Month, appraised: date | None, filed: bool) -> None:
    """Judged at the ends of February, March and April; all months filed, or all but one."""
    months = Month(2024, 1).until(month)

    def rows() -> None:
        one = branch()
        met(one, "org_life", date(2025, 12, 20))
        if appraised:
            met(one, "appraisal", appraised)
        left_out = {Month(2025, 11)} if not filed else set()
        states = [each for each in months if each not in left_out]
        taken = {Month(2025, 12), Month.of(appraised) if appraised else Month(2025, 12)}
        quiet(one, *(each.number for each in states if each not in taken))

    begin = date(2024, 1, 1) if filed else date(2025, 12, 1)
    # Life looks back over four stretches: that of the appraisal begins on 1 April 2022 or 2023.
    none_since = max(begin, appraised + timedelta(days=1)) if appraised else begin
    agree(
        "W08", rows, month, life_on=month.end.isoformat(), org_life_last="2025-12-20",
        org_life_none_since=max(begin, date(2025, 12, 21)).isoformat(),
        appraisal_last=appraised.isoformat() if appraised else "",
        appraisal_none_since=none_since.isoformat(),
    )  # fmt: skip


@few
@given(st.sampled_from([49, 50, 51, 69, 70, 71, 100]), st.booleans())
def test_attendance_of_the_last_three(came: int, second: bool) -> None:
    def rows() -> None:
        one = branch()
        for month in (8, 9, 10):
            met(one, "theme_day", date(2026, month, 1), came, 100)
        if second:
            branch(name="第二党支部")

    agree(
        "W09", rows, attended=came * 3, should_attend=300, attendance_meetings=3,
        attendance_silent=int(second),
    )  # fmt: skip


def _elected(one: PartyBranch, on: date, present: int) -> None:
    BranchElection.objects.create(
        branch=one, village=one.village, county_code=one.county_code, held_on=on, entitled=100,
        present=present, seats=3, candidates=4, elected=0, result="failed",
    )  # fmt: skip


@few
@given(st.sampled_from([79, 80, 81]), st.sampled_from([79, 80]))
def test_the_newest_election_of_each_branch(newest: int, other: int) -> None:
    def rows() -> None:
        one = branch()
        _elected(one, date(2025, 1, 1), 10)
        _elected(one, date(2026, 1, 1), newest)
        _elected(one, date(2026, 11, 1), 10)
        _elected(branch(name="第二党支部"), date(2026, 1, 1), other)

    smallest = min(newest, other)
    agree("W09", rows, election_present=smallest, election_entitled=100, attendance_silent=2)


def _told(month: Month, accepted: int | None) -> None:
    place = village()
    DevelopmentCount.objects.create(
        village=place, county_code=place.county_code, month=month.number, accepted=accepted
    )


@few
@given(st.sampled_from([0, 1, 11, 12, 13, 23, 24, 25]), st.booleans(), st.integers(0, 2))
def test_months_without_anybody_new(months: int, known: bool, late: int) -> None:
    """Somebody so many months before October (or nobody known), the newest months not filed."""
    first = Month(2026, 10).shift(-months)

    def rows() -> None:
        for month in first.until(Month(2026, 10).shift(-late)):
            _told(month, int(known and month == first))

    filed = months - late  # months after the first one
    if filed < 0:
        assert agree("W10", rows) == "unknown"
        return
    told = late < 2
    agree(
        "W10", rows, recruit_least=(filed + (not known)) if told else 0,
        recruit_most=(filed if told else months) if known else None,
    )  # fmt: skip


def test_a_month_that_nobody_filed_breaks_the_row() -> None:
    def rows() -> None:
        for month in Month(2024, 10).until(Month(2026, 10)):
            if month != Month(2026, 1):
                _told(month, int(month == Month(2024, 10)))

    assert agree("W10", rows, recruit_least=9, recruit_most=24) == "unknown"


@few
@given(st.lists(st.sampled_from([2, 3, 50, 51, 100, 101]), min_size=1, max_size=2))
def test_sizes_of_branches(formal: list[int]) -> None:
    def rows() -> None:
        for number, members in enumerate(formal):
            counted(branch(name=f"第{number}党支部"), members)

    agree(
        "W11", rows, members=sum(formal), smallest_branch=min(formal), largest_branch=max(formal),
        branches=len(formal), members_source="branches",
    )  # fmt: skip


def test_without_a_branch_all_of_it_is_unknown() -> None:
    for code in ("W03", "W04", "W05", "W06", "W07", "W08", "W09", "W10"):
        assert agree(code, QuietMonth.objects.all) == "unknown"
