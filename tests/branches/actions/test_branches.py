"""Approving, extending and abolishing, by the buttons of the ledger."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from branches.actions.branches import abolish, approve, extend
from branches.models import PartyBranch
from tests.branches.factories import branch, election, village
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry

TERM = {"term_start": date(2021, 3, 15), "term_years": 5, "term_ends_on": date(2026, 3, 15)}


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


def _button(client: Client, row: PartyBranch, verb: str, **asked: Any) -> Any:
    data = {"row_version": row.version, **asked}
    return client.post(f"/ledgers/branches/{row.uid}/{verb}/", data)


def test_an_extension_is_recorded_and_traced(county: County, township_client: Client) -> None:
    row = branch(name="甲支部", **TERM)

    page = _button(
        township_client, row, "extend", extended_to="2026-09-15", approval_no="柳发1号",
        reason="防汛",
    )  # fmt: skip

    row.refresh_from_db()
    assert page.status_code == 302
    assert (row.extended_to, row.extension_no) == (date(2026, 9, 15), "柳发1号")
    assert AuditEntry.objects.get(action="branches.term_extended").reason == "防汛"


@pytest.mark.parametrize(
    ("term", "until", "code"),
    [
        (TERM, date(2027, 3, 16), "extension_long"),
        (TERM, date(2026, 3, 15), "row_refused"),
        ({}, date(2026, 9, 15), "term_unknown"),
    ],
)
def test_an_extension_has_its_limits(
    county: County, staff: User, term: dict[str, Any], until: date, code: str
) -> None:
    row = branch(name="甲支部", **term)

    with pytest.raises(DomainError) as refused:
        extend(row, by=staff, extended_to=until, approval_no="1", reason="防汛")

    assert refused.value.code == code


def test_a_year_of_extension_is_allowed(county: County, staff: User) -> None:
    row = branch(name="甲支部", **TERM)

    extend(row, by=staff, extended_to=date(2027, 3, 15), approval_no="1", reason="防汛")

    assert PartyBranch.objects.get(pk=row.pk).version == 2


def test_a_general_branch_goes_after_its_branches(county: County, staff: User) -> None:
    top = branch(name="党总支", kind="general")
    below = branch(name="甲支部", parent=top)
    asked: dict[str, Any] = {
        "abolished_on": date(2026, 10, 1),
        "approval_no": "1",
        "reason": "并入",
    }

    with pytest.raises(DomainError, match="还有党支部"):
        abolish(top, by=staff, **asked)
    abolish(below, by=staff, **asked)
    abolish(top, by=staff, **asked)

    assert list(PartyBranch.objects.on(date(2026, 10, 1))) == []
    with pytest.raises(DomainError, match="已经撤销"):
        abolish(top, by=staff, **asked)


def test_a_founding_is_approved_once(county: County, staff: User) -> None:
    row = branch(name="甲支部", founded_on=date(2026, 2, 1))

    with pytest.raises(DomainError, match="不能早于批准日期"):
        approve(row, by=staff, approved_on=date(2026, 2, 2), approval_no="1")
    row.refresh_from_db()
    approve(row, by=staff, approved_on=date(2026, 1, 20), approval_no="柳发2号")

    with pytest.raises(DomainError, match="已有批准"):
        approve(row, by=staff, approved_on=date(2026, 1, 21), approval_no="2")


def _elect(client: Client, row: PartyBranch, **changed: Any) -> Any:
    asked = {
        "village": row.village.code, "branch": row.uid, "held_on": "2026-10-10", "kind": "term",
        "entitled": "40", "present": "36", "seats": "5", "candidates": "6", "elected": "5",
        "least_votes": "30", "result": "elected",
    }  # fmt: skip
    return client.post("/ledgers/branch-elections/new/", {**asked, **changed})


def test_an_election_begins_a_term_of_its_kind(county: County, township_client: Client) -> None:
    row = branch(name="甲支部", **TERM, extended_to=date(2026, 12, 1), extension_no="1",
                 extension_reason="防汛")  # fmt: skip

    assert _elect(township_client, row).status_code == 302

    row.refresh_from_db()
    assert (row.term_start, row.term_ends_on) == (date(2026, 10, 10), date(2031, 10, 10))
    assert row.extended_to is None
    assert AuditEntry.objects.filter(action="branches.term_begun").count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"present": "31"}, "不足应到会 40 人的 80%"),
        ({"candidates": "5"}, "多 20%以上"),
        ({"least_votes": "20"}, "超过应到会人数的半数"),
        ({"held_on": "2020-01-01"}, "早于这个党组织的成立日期"),
    ],
)
def test_an_invalid_vote_elects_nobody(
    county: County, township_client: Client, changed: dict[str, str], words: str
) -> None:
    row = branch(name="甲支部", founded_on=date(2021, 1, 1), **TERM)

    page = _elect(township_client, row, **changed)

    assert words in page.content.decode()
    row.refresh_from_db()
    assert row.term_start == TERM["term_start"]


@pytest.mark.parametrize("present", ["32", "40"])
def test_four_fifths_are_enough(county: County, township_client: Client, present: str) -> None:
    assert _elect(township_client, branch(name="甲支部"), present=present).status_code == 302


@pytest.mark.parametrize(
    "changed",
    [{"kind": "by_election"}, {"result": "failed", "elected": 0, "least_votes": None}],
)
def test_only_a_valid_whole_election_begins_a_term(
    county: County, staff: User, changed: dict[str, Any]
) -> None:
    from branches.actions.elections import begin_term

    row = branch(name="甲支部", **TERM)

    begin_term(election(row, date(2026, 10, 10), **changed), by=staff)

    row.refresh_from_db()
    assert row.term_start == TERM["term_start"]


@pytest.mark.parametrize(
    ("kind", "parent_kind", "refused"),
    [
        ("branch", "general", False),
        ("general", "committee", False),
        ("branch", "branch", True),
        ("general", "general", True),
        ("committee", "general", True),
    ],
)
def test_a_parent_stands_above(
    county: County, township_client: Client, kind: str, parent_kind: str, refused: bool
) -> None:
    parent = branch(name="上级", kind=parent_kind)

    page = township_client.post(
        "/ledgers/branches/new/",
        {"village": village().code, "name": "甲支部", "kind": kind, "parent": parent.uid},
    )

    assert ("级别更高" in page.content.decode()) is refused
    assert PartyBranch.objects.filter(name="甲支部").exists() is not refused
