"""Petitions by the monthly form."""

from typing import Any

import pytest

from tests.villages.affairs.factories import petitioned, village
from tests.villages.filings.landings import MONTH, landing, many, rows_of, says, statements
from villages.affairs.inputs import SOURCES
from villages.affairs.models import PetitionCount
from villages.common.periods import Month
from villages.filings.models import LandedRow

(PETITIONS,) = SOURCES
FIRST, COLLECTIVE, UNRESOLVED = (
    f"affairs.petitions_{name}" for name in ("first", "collective", "unresolved")
)
pytestmark = pytest.mark.usefixtures("county")


def said(first: int, collective: int = 0, unresolved: int = 0) -> dict[str, int]:
    return {FIRST: first, COLLECTIVE: collective, UNRESOLVED: unresolved}


def test_what_lands_is_read() -> None:
    PETITIONS.land(landing({village(): said(3, 1, 2)}))

    assert says(PETITIONS, village()) == said(3, 1, 2)
    assert PETITIONS.last([village().pk], Month(2026, 11)) == {village().pk: said(3, 1, 2)}
    assert PetitionCount.objects.get().source == "填报 999901001-202610-001"


def test_equal_counts_write_nothing() -> None:
    petitioned(village(), first=3, unresolved=1)
    before = list(PetitionCount.objects.values())

    PETITIONS.land(landing({village(): said(3, 0, 1)}))

    assert list(PetitionCount.objects.values()) == before
    assert not LandedRow.objects.exists()


def test_counts_that_the_form_does_not_ask_stay() -> None:
    petitioned(village(), first=3, repeat=2, beyond=1)

    PETITIONS.land(landing({village(): said(1)}))

    row = PetitionCount.objects.get()
    assert (row.first, row.repeat, row.beyond, row.version) == (1, 2, 1, 2)


@pytest.mark.parametrize("stood", [True, False])
def test_taking_back_leaves_the_ledger_as_before(stood: bool) -> None:
    if stood:
        petitioned(village(), first=3, repeat=2, source="信访台账")
    petitioned(village("999901001201"), first=7)
    before = rows_of(PetitionCount)
    PETITIONS.land(landing({village(): said(1)}))
    PETITIONS.land(landing({village(): said(2, 1, 1)}))
    assert says(PETITIONS, village()) == said(2, 1, 1)

    PETITIONS.lift(landing({village(): {}}))

    assert rows_of(PetitionCount) == before
    assert not LandedRow.objects.exists()


@pytest.mark.parametrize(
    ("row", "given", "wrong"),
    [
        ({}, said(1, 2), COLLECTIVE),
        ({"first": 1, "repeat": 1}, said(1, 2), ""),
        ({"first": 2, "beyond": 2}, said(1), FIRST),
        ({"first": 2, "unresolved": 2, "overdue": 2}, said(2, 0, 1), UNRESOLVED),
        ({"first": 2, "unresolved": 2, "overdue": 2}, said(2, 0, 2), ""),
    ],
)
def test_what_the_ledger_cannot_hold_is_said(
    row: dict[str, int], given: dict[str, Any], wrong: str
) -> None:
    if row:
        petitioned(village(), **row)

    faults = PETITIONS.check({village().pk: given}, MONTH)

    assert [key for _pk, key in faults] == ([wrong] if wrong else [])


def test_statements_do_not_grow_with_villages() -> None:
    few, crowd = many(5, village()), many(40, village("999901101200"))
    for one in (few[0], crowd[0]):
        petitioned(one, first=9)
    told = landing({one: said(1) for one in few})
    more = landing({one: said(1) for one in crowd})
    small = [statements(lambda: PETITIONS.land(told)), statements(lambda: PETITIONS.lift(told))]

    assert statements(lambda: PETITIONS.land(more)) == small[0]
    assert statements(lambda: PETITIONS.lift(more)) == small[1]
    assert statements(lambda: PETITIONS.read([one.pk for one in crowd], MONTH)) == 1
