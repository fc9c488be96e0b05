"""Disclosure: missed quarters and months, days late, and the gaps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.villages.affairs import factories as made
from villages.affairs.choices import DisclosureKind
from villages.affairs.figures import roll
from villages.affairs.figures.disclosure import days_late, disclosure
from villages.affairs.figures.due import Due, VillageDisclosure
from villages.common.periods import Month, Quarter
from villages.common.scope import Scope
from villages.models import County

SCOPE = Scope.of(["999901"])
Q3, Q2, Q1 = Quarter(2026, 3), Quarter(2026, 2), Quarter(2026, 1)
YEAR = (Quarter(2025, 4), Q1, Q2, Q3)
NEAR = "999901001200"


def judged(on: date = made.TODAY) -> VillageDisclosure:
    return disclosure(roll(SCOPE, "999901", on)).by_village[NEAR]


def test_a_village_that_disclosed_everything_is_not_late(county: County) -> None:
    made.disclosed_all(made.village(), *YEAR)

    one = judged()

    assert (one.missed, one.quarters_in_a_row, one.days_late) == ((), 0, 0)


@pytest.mark.parametrize(
    ("on", "late"),
    [(date(2026, 10, 10), 0), (date(2026, 10, 11), 11)],
    ids=["last day of grace", "day after"],
)
def test_a_quarter_is_missed_after_its_grace(county: County, on: date, late: int) -> None:
    made.disclosed_all(made.village(), Quarter(2025, 3), *YEAR[:3])

    assert judged(on).days_late == late


def test_two_quarters_in_a_row_count_from_the_older(county: County) -> None:
    made.disclosed_all(made.village(), *YEAR[:2])

    one = judged()

    assert one.quarters_in_a_row == 2
    assert one.days_late == (made.TODAY - Q2.end).days


def test_one_kind_alone_does_not_make_a_quarter(county: County) -> None:
    made.disclosed_all(made.village(), *YEAR[:3])
    made.disclosed(made.village(), DisclosureKind.AFFAIRS, Q3)

    assert judged().missed == ((DisclosureKind.FINANCE, Q3),)


def test_a_busy_village_owes_every_month(county: County) -> None:
    made.discloses_monthly(made.village())
    for quarter in YEAR:
        made.disclosed(made.village(), DisclosureKind.AFFAIRS, quarter)
    made.disclosed(made.village(), DisclosureKind.FINANCE, Month(2026, 7))
    made.disclosed(made.village(), DisclosureKind.FINANCE, YEAR[0])

    one = judged()

    assert (one.monthly, one.quarters_in_a_row, one.months_in_a_row) == (True, 0, 2)
    assert one.days_late == (made.TODAY - date(2026, 8, 31)).days


def test_what_was_published_later_does_not_count_yet(county: County) -> None:
    made.disclosed_all(made.village(), *YEAR[:3])
    made.disclosed(made.village(), DisclosureKind.AFFAIRS, Q3, published_on=date(2026, 11, 20))

    assert judged().quarters_in_a_row == 1


def test_too_short_a_time_on_the_board_is_counted(county: County) -> None:
    made.disclosed(
        made.village(), "finance", Q3, published_on=date(2026, 10, 1), kept_until=date(2026, 10, 15)
    )
    made.disclosed(
        made.village(), "affairs", Q3, published_on=date(2026, 10, 1), kept_until=date(2026, 10, 16)
    )

    assert judged().short == 1


def test_villages_that_never_disclosed_are_gaps_and_not_late(county: County) -> None:
    made.disclosed_all(made.village(), YEAR[0])

    found = disclosure(roll(SCOPE, "999901", made.TODAY)).figure()

    assert (found.numerator, found.denominator, len(found.missing)) == (1, 1, 4)
    assert NEAR not in found.missing


def test_the_todo_counts_late_villages_in_two_queries(
    county: County, django_assert_num_queries: object
) -> None:
    made.disclosed_all(made.village(), YEAR[0])
    days_late(SCOPE, "999901", made.TODAY)  # parameters are read once

    with django_assert_num_queries(2):  # type: ignore[operator]
        late = days_late(SCOPE, "999901", made.TODAY)

    assert late == [(made.TODAY - Q1.end).days]


def _naive_run(done: set[tuple[str, str]]) -> int:
    run = 0
    for quarter in reversed(YEAR):
        if {("affairs", quarter.code), ("finance", quarter.code)} <= done:
            break
        run += 1
    return run


ALL = [(kind, quarter) for kind in ("affairs", "finance") for quarter in YEAR]


@given(st.sets(st.sampled_from(ALL)))
def test_the_run_equals_a_naive_count(published: set[tuple[str, Quarter]]) -> None:
    due = Due.__new__(Due)
    due.on, due.quarters, due.months = made.TODAY, list(reversed(YEAR)), []
    done = {(kind, quarter.code) for kind, quarter in published}

    one = due.judge(done, [], 0)

    assert one.quarters_in_a_row == _naive_run(done)
    assert len(one.missed) == 8 - len(done)


@pytest.mark.parametrize(("grace", "run"), [(None, 0), (0, 1), (4, 1), (5, 0)])
def test_whoever_judges_may_allow_other_days(county: County, grace: int | None, run: int) -> None:
    made.disclosed_all(made.village(), Quarter(2025, 4), Q1, Q2)

    found = disclosure(roll(SCOPE, "999901", date(2026, 10, 5)), grace).by_village[NEAR]

    assert found.quarters_in_a_row == run
