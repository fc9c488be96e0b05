"""Terms, reserve cadres, supervision, filings, and the overview of all."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cadres.choices import Post
from cadres.figures.filings import open_filings
from cadres.figures.overview import overview
from cadres.figures.reserves import reserves
from cadres.figures.supervision import supervision
from cadres.figures.terms import comparison
from cadres.models import PostFiling, ReservePlan, SupervisionLink
from cadres.parameters.posts import RESERVE
from tests.cadres.teams import (
    ALL,
    COUNTY,
    DAY,
    HE,
    HERE,
    LI,
    complete_team,
    hold,
    left,
    person,
    village,
)
from villages import parameters
from villages.common.figures import Missing
from villages.models import County, Parameter

CHANGE = date(2026, 3, 31)


def test_two_terms_compare_in_shares_and_points(county: County) -> None:
    old = person(LI, name="老周", sex="male", birth_month=196001)
    left(old, LI, Post.SECRETARY, CHANGE)
    hold(person(LI, name="小吴", sex="female", birth_month=199001), LI, Post.SECRETARY,
         started_on=CHANGE)  # fmt: skip
    person(LI, Post.DIRECTOR, name="郑主", sex="male", birth_month=198001)

    found = comparison(HERE, COUNTY, date(2026, 3, 30), CHANGE)

    women = next(one for one in found.measures if one.after.code == "cadres.women_share")
    assert (women.before.value, women.after.value, women.moved) == (
        Decimal("0.00"), Decimal("50.00"), Decimal("50.00"),
    )  # fmt: skip
    assert (women.after.numerator, women.after.denominator) == (1, 2)
    assert found.age_moved == Decimal("-15.0")


def test_unknowns_are_in_no_denominator(county: County) -> None:
    person(LI, Post.SECRETARY, sex="female")
    person(LI, Post.DEPUTY_SECRETARY, name="不详")

    women = next(
        one.after for one in comparison(HERE, COUNTY, DAY, DAY).measures
        if one.after.code == "cadres.women_share"
    )  # fmt: skip

    assert (women.numerator, women.denominator) == (1, 1)


def test_an_empty_base_has_no_share(county: County) -> None:
    found = comparison(HERE, COUNTY, DAY, DAY)

    assert {one.after.value for one in found.measures} == {Missing.NO_BASE}
    assert {one.moved for one in found.measures} == {None}


def test_reserve_gaps_and_readiness(county: County) -> None:
    ready = person(LI, Post.RESERVE, name="甲")
    person(LI, Post.RESERVE, name="乙")
    person(HE, Post.SECRETARY)
    ReservePlan.objects.create(
        village=village(LI), county_code=COUNTY, person=ready, listed_on=date(2026, 1, 1),
        ready_on=date(2026, 10, 1),
    )  # fmt: skip

    found = {one.place.code: one for one in reserves(HERE, COUNTY, DAY)}

    assert (found[LI].people, found[LI].planned, found[LI].ready, found[LI].missing) == (2, 1, 1, 0)
    assert (found[HE].people, found[HE].missing) == (0, 2)
    assert found["999901101201"].people is None
    assert found["999901101201"].missing == 0


def test_the_number_wanted_is_the_countys(county: County) -> None:
    Parameter.objects.create(
        key=RESERVE, county_code=COUNTY, value=3, effective_from=date(2026, 1, 1), basis="青组1号"
    )
    parameters.forget()
    person(LI, Post.RESERVE)

    [one] = [one for one in reserves(HERE, COUNTY, DAY) if one.place.code == LI]

    assert (one.wanted, one.missing) == (3, 2)


def _link(code: str, officer: str, kind: str = "discipline", **rest: Any) -> SupervisionLink:
    return SupervisionLink.objects.create(
        village=village(code), county_code=COUNTY, kind=kind, officer=officer,
        started_on=date(2026, 1, 1), **rest,
    )  # fmt: skip


def test_discipline_cadres_outside_the_ratio_are_named(county: County) -> None:
    for code in ALL[:3]:
        _link(code, "周明")
    _link(ALL[3], "吴静")
    _link(ALL[3], "小李", kind="liaison")

    found = supervision(HERE, COUNTY, DAY)

    by_name = {one.name: (len(one.villages), one.too_few, one.too_many) for one in found.officers}
    assert by_name == {"周明": (3, False, False), "吴静": (1, True, False)}
    assert (found.unlinked, found.liaisons) == ((ALL[4],), 1)


def test_a_link_that_ended_no_longer_counts(county: County) -> None:
    _link(LI, "周明", ended_on=date(2026, 6, 1))

    assert supervision(HERE, COUNTY, DAY).officers == ()


@pytest.mark.parametrize(
    ("posts", "knows", "expected"),
    [
        ([Post.SUPERVISION_CHAIR, Post.SUPERVISION_MEMBER, Post.SUPERVISION_MEMBER],
         [True, False, None], (3, True, True)),
        ([Post.SUPERVISION_CHAIR], [None], (1, False, None)),
        ([Post.SUPERVISION_CHAIR, Post.SUPERVISION_MEMBER], [False, False], (2, False, False)),
        ([Post.SECRETARY], [True], (0, False, False)),
    ],
)  # fmt: skip
def test_size_and_knowledge_of_a_supervision_committee(
    county: County, posts: list[Post], knows: list[bool | None], expected: tuple[Any, ...]
) -> None:
    for number, (post, known) in enumerate(zip(posts, knows, strict=True)):
        person(LI, post, name=f"人{number}", finance_knowledge=known)

    [one] = [x for x in supervision(HERE, COUNTY, DAY).committees if x.place.code == LI]

    assert (one.size, one.fits, one.has_knowledge) == expected


def test_whoever_sits_on_both_is_named(county: County) -> None:
    person(LI, Post.SUPERVISION_MEMBER, Post.VILLAGER_COMMITTEE_MEMBER, name="重叠")

    [one] = [x for x in supervision(HERE, COUNTY, DAY).committees if x.place.code == LI]

    assert (one.overlapping, one.is_sound) == (("重叠",), False)


@pytest.mark.parametrize(("on", "late"), [(date(2026, 10, 19), False), (date(2026, 10, 20), True)])
def test_a_filing_is_late_after_five_working_days(county: County, on: date, late: bool) -> None:
    PostFiling.objects.create(
        village=village(LI), county_code=COUNTY, person=person(LI), post="secretary",
        kind="appoint", asked_on=date(2026, 10, 12), reason="到龄",
    )  # fmt: skip

    [one] = open_filings(HERE, COUNTY, on)

    assert (one.due_on, one.is_late) == (date(2026, 10, 19), late)


def test_an_answered_filing_is_open_no_more(county: County) -> None:
    PostFiling.objects.create(
        village=village(LI), county_code=COUNTY, person=person(LI), post="secretary",
        kind="appoint", asked_on=date(2026, 10, 12), reason="到龄", answer="agreed",
        answered_on=date(2026, 10, 13), number="青备1号",
    )  # fmt: skip

    assert open_filings(HERE, COUNTY, DAY) == []
    assert len(open_filings(HERE, COUNTY, date(2026, 10, 12))) == 1


def test_the_overview_states_base_and_gaps(county: County) -> None:
    complete_team(LI)

    found = overview(HERE, COUNTY, DAY)

    shoulder = found.figure("cadres.one_shoulder_share")
    assert (shoulder.value, shoulder.numerator, shoulder.denominator) == (Decimal("100.00"), 1, 1)
    assert found.figure("cadres.two_committees").value == 5
    assert len(found.figure("cadres.two_committees").missing) == 4
    both = found.figure("cadres.complete_both")
    assert (both.value, both.denominator, len(both.missing)) == (1, 1, 4)
    assert found.figure("cadres.vacant_seats").value == 0
    assert found.figure("cadres.reserve_short").value == 1


def test_the_overview_takes_a_fixed_number_of_queries(
    county: County, django_assert_num_queries: Any
) -> None:
    complete_team(LI)
    complete_team(HE)
    parameters.value(RESERVE, on=DAY, county=COUNTY)

    with django_assert_num_queries(15):
        overview(HERE, COUNTY, DAY)
