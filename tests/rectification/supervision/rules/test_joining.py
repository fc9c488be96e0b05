"""Trips that go together: nobody leaves the dates of the plan, nobody goes twice."""

from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.rules.joining import Trip, overlaps, proposals

JAN = 2026 * 12


@st.composite
def some_trips(draw):
    windows = draw(
        st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=5)
    )
    plans = [(str(n), min(one), max(one)) for n, one in enumerate(windows)]
    found = {}
    for _number in range(draw(st.integers(0, 20))):
        plan, first, last = draw(st.sampled_from(plans))
        month = draw(st.integers(first, last))
        township = draw(st.sampled_from("甲乙丙"))
        found[plan, township, month] = Trip(
            f"{plan}{township}{month}", frozenset({plan}), township, JAN + month, JAN + first,
            JAN + last, fixed=draw(st.integers(0, 9)) == 0, alone=draw(st.integers(0, 9)) == 0,
        )  # fmt: skip
    return list(found.values())


@given(some_trips(), st.integers(0, 11))
def test_every_proposal_can_be_kept(trips, reach) -> None:
    parties = proposals(trips, reach)

    gone = [one.key for each in parties for one in (each.host, *each.guests)]
    assert len(gone) == len(set(gone))
    for each in parties:
        assert each.guests
        plans = [plan for one in (each.host, *each.guests) for plan in one.plans]
        assert len(plans) == len(set(plans))
        assert not each.host.alone
        for guest in each.guests:
            assert guest.township == each.township
            assert guest.first <= each.host.month <= guest.last
            assert abs(guest.month - each.host.month) <= reach
            assert not (guest.alone or guest.fixed)


@given(some_trips(), st.integers(0, 11))
def test_no_plan_visits_a_township_twice_in_a_month(trips, reach) -> None:
    moved = {
        guest.key: each.host.month for each in proposals(trips, reach) for guest in each.guests
    }

    visits = [
        (plan, one.township, moved.get(one.key, one.month)) for one in trips for plan in one.plans
    ]
    assert len(visits) == len(set(visits))


@given(some_trips())
def test_who_could_go_together_in_the_same_month_does(trips) -> None:
    free = [one for one in trips if not (one.alone or one.fixed)]
    left = len(free) - sum(each.saved for each in proposals(free, 0))

    assert left == len({(one.township, one.month) for one in free})


def trip(plan: str, month: int, first: int = 0, last: int = 11, **more) -> Trip:
    return Trip(
        f"{plan}{month}", frozenset({plan}), "甲", JAN + month, JAN + first, JAN + last, **more
    )


def test_the_month_with_most_plans_is_chosen() -> None:
    trips = [trip("a", 2), trip("b", 3), trip("c", 4), trip("d", 3)]

    [party] = proposals(trips, 1)

    assert party.host == trips[1]
    assert set(party.guests) == {trips[0], trips[2], trips[3]}


def test_a_trip_stays_inside_its_plan() -> None:
    assert not proposals([trip("a", 2, 2, 2), trip("b", 3, 3, 3)], 5)


def test_hidden_visits_go_alone_and_joined_trips_stay() -> None:
    assert not proposals([trip("a", 2), trip("b", 2, alone=True)], 1)
    [party] = proposals([trip("a", 2), trip("b", 3, fixed=True)], 1)
    assert party.host.plans == {"b"}


def test_a_township_visited_twice_is_told() -> None:
    trips = [trip("a", 2), trip("b", 2, alone=True), trip("c", 4)]

    assert overlaps(trips) == {("甲", JAN + 2): (trips[0], trips[1])}
