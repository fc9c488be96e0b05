"""More time: asked within limits, answered by whom the county says."""

from datetime import date

import pytest

from rectification.actions import extensions
from rectification.ledgers.extensions import EXTENSIONS
from rectification.models import CaseExtension
from rectification.rules.extensions import latest_deadline
from tests.rectification.work.rows import asked, at_work
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.actions import write_row

DAY = date(2026, 9, 25)


@pytest.mark.parametrize(
    ("old", "listed", "latest"),
    [
        (date(2026, 9, 30), date(2026, 3, 2), date(2026, 12, 30)),
        (date(2026, 12, 30), date(2026, 3, 2), date(2027, 3, 2)),
        (date(2026, 11, 30), None, date(2027, 2, 28)),
    ],
)
def test_one_extension_and_the_whole_are_bounded(old, listed, latest) -> None:
    assert latest_deadline(old, listed, once_months=3, longest_months=12) == latest


def ask(case, by, new: date) -> CaseExtension:
    given = {"case": case, "village": case.village, "asked_on": date(2026, 9, 20),
             "new_deadline": new, "reason": "确权公示未满"}  # fmt: skip
    return write_row(EXTENSIONS, values=given, by=by)


def test_what_is_asked_knows_its_place_and_its_limit(people) -> None:
    case, by = at_work(), people[Role.TOWNSHIP_CLERK]

    with pytest.raises(DomainError) as refused:
        ask(case, by, date(2026, 12, 31))
    assert "最多只能延到 2026-12-30" in refused.value.fields["new_deadline"]
    row = ask(case, by, date(2026, 12, 30))

    assert (row.ordinal, row.old_deadline, row.answer) == (1, case.deadline, "waiting")
    with pytest.raises(DomainError) as refused:
        ask(case, by, date(2026, 12, 1))
    assert "等待审批" in str(refused.value.fields)


def test_the_village_does_not_ask(people) -> None:
    with pytest.raises(DomainError) as refused:
        ask(at_work(), people[Role.FIRST_SECRETARY], date(2026, 12, 1))
    assert refused.value.code == "ledger_not_allowed"


def test_granting_moves_the_deadline_and_stands_in_the_events(people) -> None:
    case = at_work()
    row = asked(case)

    extensions.grant(row, by=people[Role.COUNTY_STAFF], on=DAY, text="同意")

    case.refresh_from_db()
    row.refresh_from_db()
    assert (case.deadline, case.extension_count) == (date(2026, 12, 20), 1)
    assert case.first_deadline == date(2026, 9, 30)
    assert (row.answer, row.answered_on) == ("granted", DAY)
    assert "延至 2026-12-20" in case.events.get(step="extended").text
    with pytest.raises(DomainError) as refused:
        extensions.refuse(row, by=people[Role.COUNTY_STAFF], on=DAY, text="不妥")
    assert refused.value.code == "extension_answered"


def test_refusing_leaves_the_deadline(people) -> None:
    case = at_work()

    extensions.refuse(asked(case), by=people[Role.COUNTY_STAFF], on=DAY, text="抓紧")

    case.refresh_from_db()
    assert (case.deadline, case.extension_count) == (date(2026, 9, 30), 0)


@pytest.mark.parametrize(
    ("role", "before", "code"),
    [
        (Role.COUNTY_STAFF, 1, ""),
        (Role.COUNTY_STAFF, 2, "extension_needs_leader"),
        (Role.COUNTY_MINISTER, 2, ""),
        (Role.COUNTY_LEADER, 2, ""),
        (Role.COUNTY_LEADER, 1, "extension_not_yours"),
    ],
)
def test_the_third_needs_a_leader(people, role, before, code) -> None:
    row = asked(at_work(extension_count=before))

    if not code:
        extensions.grant(row, by=people[role], on=DAY)
        return
    with pytest.raises(DomainError) as refused:
        extensions.grant(row, by=people[role], on=DAY)
    assert refused.value.code == code


def test_a_request_from_before_another_deadline_is_outdated(people) -> None:
    row = asked(at_work(), old_deadline=date(2026, 8, 31))

    with pytest.raises(DomainError) as refused:
        extensions.grant(row, by=people[Role.COUNTY_STAFF], on=DAY)
    assert refused.value.code == "extension_outdated"
