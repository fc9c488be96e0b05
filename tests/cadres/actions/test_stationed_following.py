"""Stationed people and open reviews after a change of the map."""

from datetime import date

import pytest

from cadres.actions.stationed_following import follow_stationed
from cadres.models import JointReview, Posting, ResidentDuty
from tests.cadres.judging import (
    begun_review,
    concluded_review,
    person,
    posted,
    told_month,
    village_of,
)
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode

LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"


@pytest.fixture
def merged(county) -> MapChange:
    return MapChange(
        MapVerb.MERGE, county.code, date(2026, 12, 1), "青政〔2026〕9号",
        closes=(NamedCode(LI, "李庄村"), NamedCode(HE, "何河村")),
        follows=(Follow(LI, ZHOU, "merge"), Follow(HE, ZHOU, "merge")),
    )  # fmt: skip


def test_open_postings_go_on_and_told_months_stay(merged):
    duty = told_month(posted(), 202610, 20)
    posted("离任", "member", ended_on=date(2026, 1, 1), end_reason="term")

    moved = follow_stationed(merged)

    assert moved == 1
    assert Posting.objects.open().get().village.code == ZHOU
    assert Posting.objects.exclude(ended_on=None).get().village.code == LI
    assert ResidentDuty.objects.get(pk=duty.pk).village.code == LI


def test_of_two_first_secretaries_one_waits_for_a_decision(merged):
    posted("甲")
    posted("乙", village=village_of(HE))
    posted("丙", "member", village=village_of(HE))

    follow_stationed(merged)

    where = dict(Posting.objects.values_list("name", "village__code"))
    assert where == {"甲": ZHOU, "乙": HE, "丙": ZHOU}


def test_open_reviews_go_on_and_concluded_ones_stay(merged):
    begun_review(person("甲"))
    concluded_review(person("乙"))

    follow_stationed(merged)

    where = dict(JointReview.objects.values_list("person__name", "village__code"))
    assert where == {"甲": ZHOU, "乙": LI}
