"""Leaving, handing over, answering, ending."""

from datetime import date
from typing import Any

import pytest

from cadres.actions.answering import answer_filing, end_link, end_term
from cadres.actions.tenures import end, hand_over
from cadres.choices import Post
from cadres.models import PostFiling, PostTenure, SupervisionLink, TermChange
from tests.cadres.teams import COUNTY, LI, LONG_AGO, hold, person, village
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

TODAY = date(2026, 11, 3)


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


def test_leaving_ends_the_post_and_says_why(staff: User) -> None:
    tenure = hold(person(LI), LI, Post.SECRETARY)

    ended = end(tenure, by=staff, ended_on=TODAY, end_reason="resigned", end_note="因病辞职")

    assert (ended.ended_on, ended.end_reason, ended.version) == (TODAY, "resigned", 2)
    entry = AuditEntry.objects.get(action="tenure.ended")
    assert (entry.after["end_reason"], entry.reason) == ("辞职", "因病辞职")


@pytest.mark.parametrize(
    ("ended_on", "again", "code"),
    [(date(2020, 12, 31), False, "tenure_end_early"), (TODAY, True, "tenure_ended")],
)
def test_an_impossible_end_is_refused(staff: User, ended_on: date, again: bool, code: str) -> None:
    tenure = hold(person(LI), LI, Post.SECRETARY)
    if again:
        end(tenure, by=staff, ended_on=ended_on, end_reason="term")

    with pytest.raises(DomainError) as refused:
        end(tenure, by=staff, ended_on=ended_on, end_reason="term")

    assert refused.value.code == code


def test_a_post_is_handed_over_without_a_day_between(staff: User) -> None:
    tenure = hold(person(LI, name="旧书记"), LI, Post.SECRETARY, term_number=12)
    person(LI, Post.DIRECTOR, name="新书记")

    begun = hand_over(
        tenure, by=staff, successor="新书记", on=TODAY, how_filled="inside",
        installed_by="appointed",
    )  # fmt: skip

    tenure.refresh_from_db()
    assert (tenure.ended_on, tenure.end_reason) == (TODAY, "adjusted")
    assert (begun.person.name, begun.started_on, begun.how_filled) == ("新书记", TODAY, "inside")
    assert begun.term_number == 12


@pytest.mark.parametrize(
    ("names", "successor", "code"),
    [
        ([], "无此人", "person_unknown"),
        (["同名", "同名"], "同名", "person_ambiguous"),
        ([], "旧主任", "same_person"),
    ],
)
def test_a_successor_must_be_one_other_person_of_the_village(
    staff: User, names: list[str], successor: str, code: str
) -> None:
    tenure = hold(person(LI, name="旧主任"), LI, Post.DIRECTOR)
    for number, name in enumerate(names):
        person(LI, name=name, birth_month=198001 + number)

    with pytest.raises(DomainError) as refused:
        hand_over(tenure, by=staff, successor=successor, on=TODAY)

    assert refused.value.code == code
    assert PostTenure.objects.open().count() == 1


def test_nobody_takes_over_what_clashes_with_his_posts(staff: User) -> None:
    tenure = hold(person(LI, name="旧主任"), LI, Post.DIRECTOR)
    person(LI, Post.SUPERVISION_CHAIR, name="监督者")

    with pytest.raises(DomainError) as refused:
        hand_over(tenure, by=staff, successor="监督者", on=TODAY)

    assert refused.value.code == "posts_clash"
    assert PostTenure.objects.open().filter(post="director").get() == tenure


def _filing() -> PostFiling:
    return PostFiling.objects.create(
        village=village(LI), county_code=COUNTY, person=person(LI), post="secretary",
        kind="appoint", asked_on=date(2026, 10, 12), reason="到龄",
    )  # fmt: skip


def test_a_filing_is_answered_once(staff: User) -> None:
    filing = _filing()
    given = {"answered_on": TODAY, "answer": "agreed", "number": "青备1号"}

    answered = answer_filing(filing, by=staff, **given)

    assert (answered.answer, answered.number) == ("agreed", "青备1号")
    with pytest.raises(DomainError, match="已经答复"):
        answer_filing(filing, by=staff, **given)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"answered_on": date(2026, 10, 1), "answer": "agreed", "number": "1"}, "filing_early"),
        ({"answered_on": TODAY, "answer": "agreed"}, "filing_number_missing"),
        ({"answered_on": TODAY, "answer": "returned"}, "filing_note_missing"),
    ],
)
def test_an_incomplete_answer_is_refused(staff: User, given: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        answer_filing(_filing(), by=staff, **given)

    assert refused.value.code == code


@pytest.mark.parametrize("kind", ["link", "term"])
def test_links_and_terms_end_once_and_in_order(staff: User, kind: str) -> None:
    row: Any
    if kind == "link":
        row = SupervisionLink.objects.create(
            village=village(LI), county_code=COUNTY, kind="discipline", officer="周明",
            started_on=LONG_AGO,
        )  # fmt: skip
    else:
        row = TermChange.objects.create(
            county_code=COUNTY, number=12, started_on=LONG_AGO, basis="通知"
        )
    close: Any = end_link if kind == "link" else end_term

    with pytest.raises(DomainError, match="不能早于"):
        close(row, by=staff, ended_on=date(2020, 1, 1))
    assert close(row, by=staff, ended_on=TODAY).ended_on == TODAY
    with pytest.raises(DomainError, match="已经结束"):
        close(row, by=staff, ended_on=TODAY)
