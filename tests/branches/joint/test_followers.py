"""Memberships and ratings go along when a village ends."""

from datetime import date
from decimal import Decimal

import pytest

from branches import followers
from branches.joint_followers import count, move
from branches.models import SchemeRating, SchemeReceipt
from tests.branches import factories
from tests.branches.scheme_factories import BEGUN, body, in_force, member, proposed, staff
from villages.divisions.mapchange import Follow

LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
DAY = date(2026, 9, 1)


class _Merger:
    """Two villages become part of a third."""

    effective_on = DAY
    follows = (Follow(HE, LI, "merge"), Follow(ZHOU, LI, "merge"))


def _shares(whole, day):
    rows = whole.members.on(day).order_by("village__code")
    return [(one.village.code, one.share_percent) for one in rows]


def test_shares_of_merged_villages_become_one(county):
    whole = body()
    for code, share in ((LI, 50), (HE, 30), (ZHOU, 20)):
        member(whole, code, share)

    assert count([HE, ZHOU]) == 2
    assert move(_Merger(), by=None) == 2

    before = [(LI, 50), (HE, 30), (ZHOU, 20)]
    assert _shares(whole, date(2026, 8, 31)) == before
    assert _shares(whole, DAY) == [(LI, 100)]


@pytest.mark.parametrize(("own", "other", "share"), [(None, 30, None), (50, None, None)])
def test_an_unknown_share_stays_unknown(county, own, other, share):
    whole = body()
    member(whole, LI, own)
    member(whole, HE, other)

    move(_Merger(), by=None)

    assert _shares(whole, DAY) == [(LI, share)]


def test_a_successor_that_was_no_member_joins(county):
    whole = body()
    member(whole, HE, Decimal("33.5"))
    member(whole, ZHOU, 10, left_on=date(2026, 1, 1))

    assert move(_Merger(), by=None) == 1
    assert _shares(whole, BEGUN) == [(HE, Decimal("33.5")), (ZHOU, 10)]
    assert _shares(whole, DAY) == [(LI, Decimal("33.5"))]


def test_ratings_go_with_their_branch(county):
    chief = staff()
    proposed(factories.branch(HE), in_force(chief), chief, None, 45, 30)

    followers.move(_Merger(), by=None)

    assert {one.village.code for one in SchemeRating.objects.all()} == {LI}
    assert {one.village.code for one in SchemeReceipt.objects.all()} == {LI}
