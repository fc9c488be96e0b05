"""Rows at the edges of the rules about people give what facts made by hand give."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadres.actions.lists import install_default_lists
from cadres.choices import Post
from cadres.models import Person, PostTenure
from tests.cadres import judging
from tests.cadres.teams import complete_team, hold, left, person, seats
from tests.rectification.warnings.parity import LI, ON, ago, agree, facts_of, few
from villages import parameters
from villages.accounts.actors import COMMAND_LINE
from villages.models import County, Parameter

pytestmark = pytest.mark.usefixtures("_lists")


@pytest.fixture
def _lists(county: County) -> None:
    """The county's lists of dispositions."""
    install_default_lists(county=county, on=date(2026, 1, 1), by=COMMAND_LINE)


def around(*edges: int) -> st.SearchStrategy[int]:
    """Days at, just below and just above each edge."""
    return st.sampled_from(sorted({edge + step for edge in edges for step in (-1, 0, 1)}))


@few
@given(around(30, 90))
def test_a_vacancy_by_days(days: int) -> None:
    def rows() -> None:
        left(person(LI), LI, Post.SECRETARY, ago(days))

    agree("W01", rows, has_secretary=False, vacant_days=days)


@few
@given(around(30, 90))
def test_a_vacancy_that_nobody_dated(days: int) -> None:
    def rows() -> None:
        hold(person(LI), LI, Post.CLERK, recorded_on=ago(days))

    agree("W01", rows, has_secretary=False, vacant_at_least=days)


def _vacate(post: Post, days: int, name: str = "") -> None:
    found = PostTenure.objects.filter(post=post, ended_on=None, person__name__contains=name)
    found.filter(pk=found.first().pk).update(ended_on=ago(days), end_reason="resigned")


@few
@given(around(60, 90), around(60, 90))
def test_empty_seats_by_their_days(one: int, other: int) -> None:
    def rows() -> None:
        complete_team(LI)
        _vacate(Post.PARTY_COMMITTEE_MEMBER, one)
        _vacate(Post.VILLAGER_COMMITTEE_MEMBER, other)

    days = " ".join(str(each) for each in sorted((one, other), reverse=True))
    agree("W02", rows, has_secretary=True, seats=6, empty_days=days)


@few
@given(around(60, 90), st.integers(0, 59))
def test_two_seats_of_one_body_have_each_its_own_days(one: int, other: int) -> None:
    def rows() -> None:
        complete_team(LI)
        _vacate(Post.VILLAGER_COMMITTEE_MEMBER, one, "李芳")
        _vacate(Post.VILLAGER_COMMITTEE_MEMBER, other, "周全")

    agree("W02", rows, has_secretary=True, seats=6, empty_days=f"{one} {other}")


@few
@given(around(60, 90))
def test_the_seat_of_the_secretary_is_no_seat_more(days: int) -> None:
    """Who was secretary and director leaves one seat of the committee empty."""

    def rows() -> None:
        complete_team(LI)
        _vacate(Post.SECRETARY, days)
        _vacate(Post.DIRECTOR, days)

    agree("W02", rows, has_secretary=False, vacant_days=days, seats=6, empty_days=str(days))


@few
@given(around(60, 90))
def test_seats_never_filled_are_short_at_least_since_the_ledger_began(days: int) -> None:
    def rows() -> None:
        seats(LI, party=2, committee=3, since=date(2020, 1, 1))
        people = [person(LI, name=f"人{number}") for number in range(4)]
        for who, post in zip(people, (Post.SECRETARY, Post.DIRECTOR, Post.DEPUTY_SECRETARY,
                                      Post.VILLAGER_COMMITTEE_MEMBER), strict=True):  # fmt: skip
            hold(who, LI, post, recorded_on=ago(days))

    agree("W02", rows, has_secretary=True, seats=5, empty_days=f"{days}+")


def test_seats_that_nobody_laid_down_are_unknown() -> None:
    assert agree("W02", lambda: person(LI, Post.SECRETARY), has_secretary=True) == "unknown"


@few
@given(st.integers(0, 3), st.integers(34, 37), st.booleans())
def test_successors_and_ages(reserve: int, age: int, undated: bool) -> None:
    def rows() -> None:
        person(LI, Post.SECRETARY, birth_month=(ON.year - age) * 100 + ON.month)
        for number in range(reserve):
            person(LI, Post.RESERVE, name=f"备{number}")
        if undated:
            person(LI, Post.DIRECTOR, name="不详")

    agree(
        "W12", rows, has_secretary=True, reserve=reserve, youngest_age=age,
        ages_missing=int(undated),
    )  # fmt: skip


@pytest.fixture
def _demanded(county: County) -> None:
    """The county demands a review of whoever takes office from January on."""
    Parameter.objects.create(
        key="cadres.review_required", county_code=county.code, value=1,
        effective_from=date(2026, 1, 1), basis="县委组织部通知",
    )  # fmt: skip
    parameters.forget()


@few
@given(around(15, 30), st.sampled_from(["none", "pending", "expired", "late", "reject"]))
@pytest.mark.usefixtures("_demanded")
def test_days_in_post_without_a_review(days: int, review: str) -> None:
    def rows() -> None:
        who = judging.person()
        judging.in_post(who, ago(days))
        if review == "pending":
            judging.begun_review(who)
        elif review == "expired":
            judging.concluded_review(who, "pass", ago(200), ago(100))
        elif review == "late":
            judging.concluded_review(who, "pass", ago(days - 1))
        elif review == "reject":
            judging.concluded_review(who, "reject", ago(40))

    if review == "late":
        assert agree("W13", rows, has_secretary=True, unreviewed=0) == "green"
        return
    agree("W13", rows, unreviewed=1, unreviewed_days=days, review_rejected=int(review == "reject"))


@pytest.mark.usefixtures("_demanded")
def test_who_came_before_it_was_demanded_needs_none_and_who_is_undated_is_unknown() -> None:
    def before() -> None:
        judging.in_post(judging.person(), date(2025, 12, 31))

    def undated() -> None:
        judging.in_post(judging.person(), None)

    assert agree("W13", before, unreviewed=0) == "green"
    assert agree("W13", undated, unreviewed=0, review_undated=1) == "unknown"


def test_where_no_review_is_demanded_nobody_lacks_one() -> None:
    assert agree("W13", lambda: judging.in_post(judging.person(), None), unreviewed=0) == "green"


def _sanctioned(who: Person, on: date) -> None:
    judging.sanctioned(who, found_on=on, township_meeting_on=on, decided_on=on)


@few
@given(st.lists(around(364, 365), max_size=3))
def test_sanctions_of_twelve_months(days: list[int]) -> None:
    def rows() -> None:
        person(LI, Post.SECRETARY)
        for number, ago_ in enumerate(days):
            _sanctioned(judging.person(f"人{number}"), ago(ago_))

    # 31 October a year before is just outside.
    agree("W14", rows, sanctioned=sum(one < 365 for one in days))


@pytest.mark.parametrize("leads", [True, False])
@pytest.mark.parametrize("decided", [True, False])
def test_the_secretary_weighs_more(leads: bool, decided: bool) -> None:
    def rows() -> None:
        who = person(LI, Post.SECRETARY if leads else Post.DIRECTOR)
        if decided:
            _sanctioned(who, date(2026, 6, 6))
        else:
            judging.found_unfit(who)

    agree(
        "W14", rows, sanctioned=int(decided), secretary_sanctioned=leads and decided,
        secretary_on_file=leads and not decided,
    )  # fmt: skip


@pytest.mark.parametrize("end", ["ended", "later", "decided"])
def test_a_procedure_that_is_over_is_on_file_no_more(end: str) -> None:
    def rows() -> None:
        who = person(LI, Post.SECRETARY)
        if end == "ended":
            judging.found_unfit(who, ended_on=ON, end_reason="improved")
        elif end == "later":
            judging.found_unfit(who, found_on=ON + timedelta(days=1))
        else:
            _sanctioned(who, date(2026, 6, 6))

    agree("W14", rows, sanctioned=int(end == "decided"), secretary_sanctioned=end == "decided")


def test_without_a_ledger_all_of_it_is_unknown() -> None:
    facts = facts_of()

    assert (facts.has_secretary, facts.seats, facts.unreviewed, facts.sanctioned) == (None,) * 4
