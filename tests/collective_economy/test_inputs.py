"""Income by the monthly form."""

from collections.abc import Sequence

import pytest

from collective_economy.choices import Category
from collective_economy.inputs import SOURCES
from collective_economy.models import IncomeEntry
from tests.collective_economy.factories import WAN, place, stated
from tests.villages.filings.landings import MONTH, RECEIPT, landing, many, rows_of, says, statements
from villages.common.periods import Month

(ECONOMY,) = SOURCES
OPERATING, OTHER = "economy.operating", "economy.other"
pytestmark = pytest.mark.usefixtures("county")


def test_what_lands_is_read() -> None:
    ECONOMY.land(landing({place(): {OPERATING: 12 * WAN, OTHER: 0}}))

    assert says(ECONOMY, place()) == {OPERATING: 12 * WAN, OTHER: 0}
    row = IncomeEntry.objects.get(category=Category.OPERATING)
    assert (row.from_month, row.to_month, row.source) == (202601, 202610, RECEIPT)


def test_equal_amounts_write_nothing() -> None:
    stated(place(), 202610, 12 * WAN)
    before = rows_of(IncomeEntry)

    ECONOMY.land(landing({place(): {OPERATING: 12 * WAN}}))

    assert rows_of(IncomeEntry) == before


@pytest.mark.parametrize("rounds", [[13], [13, 14], [13, 14, 12]])
def test_taking_back_puts_in_force_what_was_before(rounds: Sequence[int]) -> None:
    old = stated(place(), 202610, 12 * WAN, source="台账")
    before = rows_of(IncomeEntry)
    for wan in rounds:
        ECONOMY.land(landing({place(): {OPERATING: wan * WAN}}))
    current = IncomeEntry.objects.current().get()
    assert (current.amount_fen, current.reason) == (
        rounds[-1] * WAN, "按“填报 999901001-202610-001”更正"
    )  # fmt: skip
    assert current.pk != old.pk

    ECONOMY.lift(landing({place(): {}}))

    assert rows_of(IncomeEntry) == before


def test_taking_back_leaves_a_later_correction() -> None:
    ECONOMY.land(landing({place(): {OPERATING: 13 * WAN}}))
    filed = IncomeEntry.objects.get()
    IncomeEntry.objects.filter(pk=filed.pk).update(superseded_on=filed.recorded_on)
    stated(place(), 202610, 15 * WAN, replaces=filed, reason="凭证有误")

    ECONOMY.lift(landing({place(): {}}))

    assert says(ECONOMY, place()) == {OPERATING: 15 * WAN}
    assert IncomeEntry.objects.count() == 2


def test_other_months_and_villages_stay() -> None:
    ECONOMY.land(landing({place(): {OPERATING: WAN}}, Month(2026, 9)))
    ECONOMY.land(landing({place("999901001201"): {OPERATING: 2 * WAN}}))

    ECONOMY.lift(landing({place(): {}}))

    assert says(ECONOMY, place(), Month(2026, 9)) == {OPERATING: WAN}
    assert says(ECONOMY, place("999901001201")) == {OPERATING: 2 * WAN}


def test_the_newest_statement_of_the_year_is_offered() -> None:
    stated(place(), 202512, 90 * WAN)
    stated(place(), 202607, 40 * WAN)
    stated(place(), 202608, 45 * WAN)

    assert ECONOMY.last([place().pk], MONTH) == {place().pk: {OPERATING: 45 * WAN}}
    assert ECONOMY.last([place().pk], Month(2026, 1)) == {}


def test_earlier_years_are_cumulative_ones_of_the_same_month() -> None:
    stated(place(), 202510, 30 * WAN)
    stated(place(), 202410, 20 * WAN)
    stated(place(), 202510, 9 * WAN, from_month=202510, category=Category.OTHER)

    found = ECONOMY.series([place().pk], [Month(2025, 10), Month(2024, 10)])

    assert found == {
        202510: {place().pk: {OPERATING: 30 * WAN}}, 202410: {place().pk: {OPERATING: 20 * WAN}},
    }  # fmt: skip


def test_statements_do_not_grow_with_villages() -> None:
    few = many(5, place())
    crowd = [*few, *many(40, place("999901101200"))]
    told = landing({one: {OPERATING: 2 * WAN, OTHER: 2 * WAN} for one in few})
    stated(few[0], 202610, WAN)
    small = statements(lambda: ECONOMY.land(told))
    stated(crowd[-1], 202610, WAN)
    told = landing({one: {OPERATING: 3 * WAN, OTHER: 3 * WAN} for one in crowd})
    pks = [one.pk for one in crowd]

    assert statements(lambda: ECONOMY.land(told)) == small
    assert statements(lambda: ECONOMY.read(pks, MONTH)) == 1
    assert statements(lambda: ECONOMY.last(pks, MONTH)) == 1
    assert statements(lambda: ECONOMY.lift(told)) == 6
