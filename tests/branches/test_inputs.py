"""Organization life by the monthly form."""

from datetime import date
from typing import Any

import pytest

from branches.inputs import SOURCES
from branches.models import Meeting, PartyBranch, QuietMonth
from tests.branches.factories import branch, met, quiet, village
from tests.villages.filings.landings import MONTH, landing, many, rows_of, says, statements
from villages.common.periods import Month
from villages.filings.models import LandedRow

(LIFE,) = SOURCES
COMMITTEE, ASSEMBLY, CLASS, THEME = (
    f"branches.{name}_day" for name in ("committee", "assembly", "class", "theme")
)
CAME = "branches.theme_day_attended"
NOTHING = {COMMITTEE: 0, ASSEMBLY: 0, CLASS: 0, THEME: 0}
pytestmark = pytest.mark.usefixtures("county")


def test_what_lands_is_read() -> None:
    branch(formal=20)

    LIFE.land(landing({village(): NOTHING | {COMMITTEE: 5, THEME: 10, CAME: 17}}))

    assert says(LIFE, village()) == NOTHING | {COMMITTEE: 5, THEME: 10, CAME: 17}
    rows = Meeting.objects.order_by("held_on").values_list(
        "kind", "held_on", "attended", "should_attend"
    )
    assert list(rows) == [
        ("committee", date(2026, 10, 5), None, None), ("theme_day", date(2026, 10, 10), 17, 20),
    ]  # fmt: skip


def test_a_month_of_nothing_is_stated() -> None:
    own = branch()
    assert says(LIFE, village()) == {}

    LIFE.land(landing({village(): NOTHING}))

    assert says(LIFE, village()) == NOTHING
    assert list(QuietMonth.objects.values_list("branch", "month")) == [(own.pk, 202610)]


def test_a_meeting_ends_the_statement_of_nothing() -> None:
    quiet(branch(), 202610)
    before = rows_of(Meeting, QuietMonth)

    LIFE.land(landing({village(): NOTHING | {THEME: 10}}))
    assert not QuietMonth.objects.exists()

    LIFE.lift(landing({village(): {}}))
    assert rows_of(Meeting, QuietMonth) == before


def test_equal_days_write_nothing() -> None:
    met(branch(formal=20), "theme_day", date(2026, 10, 10), 15, 20)
    before = list(Meeting.objects.values())

    LIFE.land(landing({village(): NOTHING | {THEME: 10, CAME: 15}}))

    assert list(Meeting.objects.values()) == before
    assert not LandedRow.objects.exists()


@pytest.mark.parametrize(
    "rounds",
    [
        [{THEME: 12}],
        [{THEME: 0}],
        [{THEME: 12}, {THEME: 0}, {THEME: 20, COMMITTEE: 6}],
        [{THEME: 12, CAME: 3}, {THEME: 10, CAME: 15}],
        [{COMMITTEE: 3}, {COMMITTEE: 0}],
        [NOTHING, {ASSEMBLY: 8}],
    ],
)
def test_taking_back_leaves_the_ledger_as_before(rounds: list[dict[str, int]]) -> None:
    met(branch(formal=20), "theme_day", date(2026, 10, 10), 15, 20, source="台账", topic="学习")
    before = rows_of(Meeting, QuietMonth)
    for said in rounds:
        LIFE.land(landing({village(): said}))
        assert says(LIFE, village()).items() >= said.items()

    LIFE.lift(landing({village(): {}}))

    assert rows_of(Meeting, QuietMonth) == before


def test_the_oldest_branch_with_members_is_asked() -> None:
    general = branch(name="党总支", kind="general", founded_on=date(2001, 1, 1))
    young = branch(name="第一党支部", founded_on=date(2015, 1, 1))
    old = branch(name="第二党支部", founded_on=date(2010, 1, 1))
    branch(name="旧党支部", founded_on=date(2005, 1, 1), abolished_on=date(2020, 1, 1),
           abolition_no="1号", abolition_reason="合并")  # fmt: skip
    for one in (general, young):
        met(one, "theme_day", date(2026, 10, 3))

    LIFE.land(landing({village(): {THEME: 10}}))

    assert list(Meeting.objects.filter(branch=old).values_list("held_on", flat=True)) == [
        date(2026, 10, 10)
    ]


def test_the_fixed_days_of_the_last_time_are_offered() -> None:
    own = branch()
    for kind, day in (("committee", 5), ("theme_day", 31), ("class", 16)):
        met(own, kind, date(2026, 10, day), 9, 10)
    met(own, "member_assembly", date(2026, 8, 15))

    offered = LIFE.last([village().pk], Month(2026, 11))

    assert offered == {
        village().pk: {COMMITTEE: 5, THEME: 30, ASSEMBLY: 15, CLASS: 0, CAME: 9}
    }  # fmt: skip


@pytest.mark.parametrize(
    ("formal", "said", "wrong"),
    [
        (20, {THEME: 30}, ""),
        (20, {THEME: 31}, THEME),
        (20, {THEME: 10, CAME: 20}, ""),
        (20, {THEME: 10, CAME: 21}, CAME),
        (20, {THEME: 0, CAME: 5}, CAME),
        (None, {THEME: 10, CAME: 5}, CAME),
    ],
)
def test_what_the_ledger_cannot_hold_is_said(
    formal: int | None, said: dict[str, Any], wrong: str
) -> None:
    branch(formal=formal)

    faults = LIFE.check({village().pk: said}, Month(2026, 11))

    assert [key for _pk, key in faults] == ([wrong] if wrong else [])


def test_a_village_without_a_branch_leaves_it_empty() -> None:
    assert set(LIFE.check({village().pk: {THEME: 3}}, MONTH)) == {(village().pk, THEME)}
    assert LIFE.check({village().pk: {}}, MONTH) == {}


def test_statements_do_not_grow_with_villages() -> None:
    few, crowd = many(5, village()), many(40, village("999901101200"))
    PartyBranch.objects.bulk_create(
        PartyBranch(village=one, county_code=one.county_code, name="党支部")
        for one in (*few, *crowd)
    )
    told = landing({one: NOTHING | {THEME: 3} for one in few})
    more = landing({one: NOTHING | {THEME: 3} for one in crowd})
    small = [statements(lambda: LIFE.land(told)), statements(lambda: LIFE.lift(told))]

    assert statements(lambda: LIFE.land(more)) == small[0]
    assert statements(lambda: LIFE.read([one.pk for one in crowd], MONTH)) == 3
    assert statements(lambda: LIFE.lift(more)) == small[1]
