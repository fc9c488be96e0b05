"""The structure table against a recomputation person by person."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadres.choices import COMMITTEE, PARTY, TWO_COMMITTEES, Education, Political, Post
from cadres.figures.holders import Holder
from cadres.figures.places import Place
from cadres.figures.seats import Seats
from cadres.figures.structure import counts_by_village, structure
from cadres.figures.structure_rows import Structure
from tests.cadres.teams import COUNTY, DAY, HE, HERE, LI, complete_team, hold, person, seats
from villages.models import County

TODAY = date(2026, 10, 31)
PLACES = [Place(n, f"v{n}", f"村{n}", "t1", "镇") for n in (1, 2, 3)]


@st.composite
def _holder(draw: st.DrawFn) -> Holder:
    village = draw(st.sampled_from(PLACES))
    return Holder(
        village=village.pk,
        code=village.code,
        person=draw(st.integers(1, 5)),
        posts=frozenset(draw(st.sets(st.sampled_from(list(Post)), min_size=1, max_size=4))),
        sex=draw(st.sampled_from(["male", "female", ""])),
        ethnicity=draw(st.sampled_from(["汉族", "回族", ""])),
        birth_month=draw(st.none() | st.integers(1950, 2004).map(lambda year: year * 100 + 11)),
        education=draw(st.sampled_from([*Education.values, ""])),
        political=draw(st.sampled_from([*Political.values, ""])),
        veteran=draw(st.sampled_from([True, False, None])),
        entrepreneur=draw(st.sampled_from([True, False, None])),
    )


def _each_once(found: list[Holder]) -> list[Holder]:
    kept: dict[tuple[int, int], Holder] = {(one.village, one.person): one for one in found}
    return sorted(kept.values(), key=lambda one: (one.code, one.person))


def _naive(found: list[Holder], laid_down: dict[int, Seats]) -> dict[str, int]:
    """By hand: every person in the first village where he sits on one of the two committees."""
    sitting = [one for one in found if one.posts & TWO_COMMITTEES]
    people = [one for one in sitting
              if one is next(x for x in sitting if x.person == one.person)]  # fmt: skip
    ages = [2026 - one.birth_month // 100 - 1 for one in people if one.birth_month]
    vacant = 0
    for pk, wanted in laid_down.items():
        for number, posts in ((wanted.party, PARTY), (wanted.committee, COMMITTEE)):
            there = len([one for one in found if one.village == pk and one.posts & posts])
            vacant += max(0, number - there)
    return {
        "people": len(people),
        "women": len([one for one in people if one.sex == "female"]),
        "minority": len([one for one in people if one.ethnicity == "回族"]),
        "to_35": len([age for age in ages if age <= 35]),
        "from_36": len([age for age in ages if 36 <= age <= 45]),
        "from_46": len([age for age in ages if 46 <= age <= 55]),
        "from_56": len([age for age in ages if 56 <= age <= 60]),
        "over_60": len([age for age in ages if age > 60]),
        "age_sum": sum(ages),
        "age_unknown": len(people) - len(ages),
        "members": len([one for one in people if one.political in ("member", "probationary")]),
        "veterans": len([one for one in people if one.veteran]),
        "veteran_unknown": len([one for one in people if one.veteran is None]),
        "below": len([one for one in people if one.education == "below"]),
        "education_unknown": len([one for one in people if not one.education]),
        "one_shoulder": len({one.village for one in found
                             if {"secretary", "director"} <= one.posts}),
        "crossing": len([one for one in found if one.posts & PARTY and one.posts & COMMITTEE]),
        "reserve": len([one for one in found if "reserve" in one.posts]),
        "seats": sum(one.party + one.committee for one in laid_down.values()),
        "vacant": vacant,
    }  # fmt: skip


@given(st.lists(_holder(), max_size=12), st.dictionaries(
    st.integers(1, 3), st.tuples(st.integers(1, 5), st.integers(3, 5)), max_size=3))  # fmt: skip
def test_every_count_equals_a_count_by_hand(
    drawn: list[Holder], given_seats: dict[int, tuple[int, int]]
) -> None:
    found = _each_once(drawn)
    laid_down = {pk: Seats(date(2026, 1, 1), *both, None) for pk, both in given_seats.items()}

    rows = counts_by_village(PLACES, found, laid_down, {1, 2, 3}, TODAY)

    whole = asdict(sum(rows.values(), Structure()))
    expected = _naive(found, laid_down)
    assert {key: whole[key] for key in expected} == expected
    bands = ("to_35", "from_36", "from_46", "from_56", "over_60", "age_unknown")
    assert sum(whole[key] for key in bands) == whole["people"]


def test_one_person_in_both_bodies_fills_two_seats(county: County) -> None:
    complete_team(LI)

    whole = structure(HERE, COUNTY, DAY)[0].counts

    assert (whole.people, whole.seats, whole.vacant, whole.crossing) == (5, 6, 0, 1)
    assert (whole.one_shoulder, whole.women) == (1, 1)


def test_townships_add_to_the_whole_though_somebody_serves_in_two(county: County) -> None:
    one = person(LI, Post.SECRETARY, birth_month=198004)
    hold(one, "999901101200", Post.DIRECTOR)

    whole, *townships = structure(HERE, COUNTY, DAY)

    assert [row.counts.people for row in (whole, *townships)] == [1, 1, 0]
    assert sum((row.counts for row in townships), Structure()) == whole.counts


def test_a_village_without_ledger_has_no_empty_seats_and_is_named(county: County) -> None:
    seats(HE)
    person(LI, Post.SECRETARY)

    whole = structure(HERE, COUNTY, DAY)[0]

    assert whole.counts.vacant == 0
    assert HE in whole.unknown
    assert LI in whole.without_seats
    assert LI not in whole.unknown


@pytest.mark.parametrize(
    ("births", "mean"),
    [([], None), ([198010, 198011], Decimal("45.5")), ([199001, None], Decimal("36.0"))],
)
def test_the_mean_age_leaves_out_whose_birth_is_unknown(
    births: list[Any], mean: Decimal | None, county: County
) -> None:
    for number, birth in enumerate(births):
        person(LI, Post.PARTY_COMMITTEE_MEMBER, name=f"人{number}", birth_month=birth)

    assert structure(HERE, COUNTY, DAY)[0].counts.average_age == mean


def test_four_queries_however_many_people(county: County, django_assert_num_queries: Any) -> None:
    complete_team(LI)
    complete_team(HE)

    with django_assert_num_queries(4):
        structure(HERE, COUNTY, DAY)
