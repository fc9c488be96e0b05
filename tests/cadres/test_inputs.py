"""Days of the first secretary by the monthly form."""

from datetime import date

import pytest

from cadres.inputs import DAYS, SOURCES
from cadres.models import Person, Posting, ResidentDuty
from tests.cadres.judging import posted, told_month, village_of
from tests.villages.filings.landings import MONTH, landing, many, rows_of, says, statements
from villages.common.periods import Month
from villages.models import Village

(RESIDENT,) = SOURCES
pytestmark = pytest.mark.usefixtures("county")


def test_what_lands_is_read_and_taken_back() -> None:
    posted()
    posted("王队员", "member")

    RESIDENT.land(landing({village_of(): {DAYS.key: 22}}))

    assert says(RESIDENT, village_of()) == {DAYS.key: 22}
    assert RESIDENT.last([village_of().pk], Month(2026, 11)) == {village_of().pk: {DAYS.key: 22}}
    assert ResidentDuty.objects.get().posting.role == "first_secretary"

    RESIDENT.lift(landing({village_of(): {}}))

    assert not ResidentDuty.objects.exists()


def test_what_the_record_says_beside_stays() -> None:
    told_month(posted(), 202610, 20, leave_days=2, households_visited=31, source="台账")
    before = rows_of(ResidentDuty)
    RESIDENT.land(landing({village_of(): {DAYS.key: 20}}))
    assert rows_of(ResidentDuty) == before

    RESIDENT.land(landing({village_of(): {DAYS.key: 23}}))
    row = ResidentDuty.objects.get()
    assert (row.days_actual, row.leave_days, row.households_visited) == (23, 2, 31)

    RESIDENT.lift(landing({village_of(): {}}))
    assert rows_of(ResidentDuty) == before


def test_of_two_in_one_month_the_later_is_asked() -> None:
    posted("前任", ended_on=date(2026, 10, 12), end_reason="term")
    later = posted("后任", started_on=date(2026, 10, 12), due_end_on=date(2028, 10, 12))

    RESIDENT.land(landing({village_of(): {DAYS.key: 15}}))

    assert ResidentDuty.objects.get().posting == later


@pytest.mark.parametrize(("days", "fits"), [(28, True), (29, False)])
def test_days_must_fit_into_the_month(days: int, fits: bool) -> None:
    told_month(posted(), 202610, 20, leave_days=2, business_days_out=1)

    assert (RESIDENT.check({village_of().pk: {DAYS.key: days}}, MONTH) == {}) is fits


def test_a_village_without_a_first_secretary_leaves_it_empty() -> None:
    posted("王队员", "member")

    faults = RESIDENT.check({village_of().pk: {DAYS.key: 3}}, MONTH)

    assert faults == {(village_of().pk, DAYS.key): "这个村本月没有在任的第一书记,请留空。"}
    assert RESIDENT.check({village_of().pk: {}}, MONTH) == {}


def everybody_posted(villages: list[Village]) -> None:
    people = Person.objects.bulk_create(
        Person(village=one, county_code=one.county_code, name="第一书记") for one in villages
    )
    Posting.objects.bulk_create(
        Posting(
            person=one, village=one.village, county_code=one.county_code, role="first_secretary",
            unit="县水利局", started_on=date(2025, 5, 20), due_end_on=date(2027, 5, 20),
        )
        for one in people
    )  # fmt: skip


def test_statements_do_not_grow_with_villages() -> None:
    few, crowd = many(5, village_of()), many(40, village_of("999901101200"))
    everybody_posted([*few, *crowd])
    told = landing({one: {DAYS.key: 20} for one in few})
    more = landing({one: {DAYS.key: 20} for one in crowd})
    small = [statements(lambda: RESIDENT.land(told)), statements(lambda: RESIDENT.lift(told))]

    assert statements(lambda: RESIDENT.land(more)) == small[0]
    assert statements(lambda: RESIDENT.lift(more)) == small[1]
    assert statements(lambda: RESIDENT.check(more.answers, MONTH)) == 2
