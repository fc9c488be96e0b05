"""Complete teams, reasons, and how posts were filled."""

from datetime import date
from typing import Any

import pytest

from cadres.choices import Post
from cadres.figures.completeness import completeness
from cadres.figures.filling import filling
from cadres.figures.places import Place
from cadres.figures.team_states import Completeness, Lack, Reason, TeamState
from cadres.models import PostTenure
from tests.cadres.teams import COUNTY, DAY, HE, HERE, LI, complete_team, hold, person, seats
from villages.models import County


def _of(code: str) -> Any:
    states = completeness(HERE, COUNTY, DAY).states
    return next(one for one in states if one.place.code == code)


def _lacks(code: str) -> set[Lack]:
    return {one.lack for one in _of(code).reasons}


def test_a_team_with_all_seats_and_a_woman_is_complete(county: County) -> None:
    complete_team(LI)

    found = completeness(HERE, COUNTY, DAY)

    assert (found.branch, found.committee, found.both) == (1, 1, 1)
    assert len(found.unknown) == 4


@pytest.mark.parametrize(
    ("gone", "lacks", "verdicts"),
    [
        ({"赵正"}, {Lack.NO_SECRETARY, Lack.PARTY_SHORT, Lack.NO_DIRECTOR, Lack.COMMITTEE_SHORT},
         (False, False, False)),
        ({"孙委"}, {Lack.PARTY_SHORT}, (False, True, False)),
        ({"周全"}, {Lack.COMMITTEE_SHORT}, (True, False, False)),
        ({"李芳"}, {Lack.COMMITTEE_SHORT, Lack.NO_WOMAN}, (True, False, False)),
    ],
)  # fmt: skip
def test_each_lack_is_named(
    county: County, gone: set[str], lacks: set[Lack], verdicts: tuple[bool, ...]
) -> None:
    complete_team(LI)
    PostTenure.objects.filter(person__name__in=gone).update(ended_on=DAY, end_reason="term")

    state = _of(LI)

    assert _lacks(LI) == lacks
    assert (state.branch, state.committee, state.both) == verdicts


def test_without_seats_nobody_can_call_a_team_complete(county: County) -> None:
    person(LI, Post.SECRETARY, Post.DIRECTOR, sex="female")

    assert (_of(LI).branch, _of(LI).committee, _lacks(LI)) == (None, None, {Lack.SEATS_UNKNOWN})


def test_a_certain_lack_decides_whatever_is_unknown(county: County) -> None:
    person(LI, Post.DIRECTOR)

    assert _of(LI).branch is False
    assert _of(LI).both is False


def test_unknown_sex_is_not_the_absence_of_women(county: County) -> None:
    for one in complete_team(LI):
        one.sex = ""
        one.save()

    assert (_lacks(LI), _of(LI).committee) == ({Lack.SEX_UNKNOWN}, None)


def test_a_village_without_ledger_cannot_be_judged(county: County) -> None:
    seats(LI)

    assert (_lacks(LI), _of(LI).both) == ({Lack.NO_LEDGER}, None)


def test_teams_set_up_and_committees_by_elected_in_a_period(county: County) -> None:
    first, last = date(2026, 3, 1), date(2026, 6, 30)
    begun = {"started_on": date(2026, 4, 1)}
    complete_team(LI)
    PostTenure.objects.filter(person__name="钱副").update(
        started_on=date(2026, 4, 1), how_filled="returned"
    )
    complete_team(HE)
    newcomer = person(HE, name="新人")
    hold(
        newcomer, HE, Post.VILLAGER_COMMITTEE_MEMBER, installed_by="by_election",
        how_filled="elected", **begun,
    )  # fmt: skip

    found = filling(HERE, COUNTY, first, last)

    assert found.set_up == (LI,)
    assert found.by_elected == (HE,)
    assert found.by_channel == {"returned": 1, "elected": 1}
    assert len(found.unjudged) == 3


def test_the_worked_example_of_a_county_can_be_told() -> None:
    """28 branch teams, 27 committees, 26 both, of 32: three-valued verdicts add up so."""

    def state(number: int, party: bool, committee: bool) -> TeamState:
        place = Place(number, f"{number:012d}", "村", "t", "镇")
        return TeamState(
            place,
            () if party else (Reason(Lack.NO_SECRETARY),),
            () if committee else (Reason(Lack.NO_DIRECTOR),),
        )

    kinds = [(True, True)] * 26 + [(True, False)] * 2 + [(False, True)] + [(False, False)] * 3
    found = Completeness(tuple(state(n, *kind) for n, kind in enumerate(kinds)))

    assert (found.branch, found.committee, found.both, found.unknown) == (28, 27, 26, ())


def test_four_queries(county: County, django_assert_num_queries: Any) -> None:
    complete_team(LI)

    with django_assert_num_queries(4):
        completeness(HERE, COUNTY, DAY)
