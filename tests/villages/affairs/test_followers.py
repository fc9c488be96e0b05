"""Open matters go along when their village ends; what happened stays."""

from datetime import date

from tests.villages.affairs import factories as made
from villages.affairs.followers import count, move
from villages.affairs.models import MajorMatter, PetitionCount, PowerException, SealUse
from villages.divisions.mapchange import Follow
from villages.models import County

OLD, NEW = "999901001201", "999901001200"


class _Change:
    follows = (
        Follow(OLD, NEW, "merge"),
        Follow(OLD, "999901001202", "merge", is_main=False),
    )


def test_what_is_open_goes_to_the_main_successor(county: County) -> None:
    old, day = made.village(OLD), date(2026, 9, 1)
    made.matter(made.village(NEW), proposed_on=day)
    made.matter(old, proposed_on=day)
    made.matter(old, "修桥", proposed_on=day, result_disclosed_on=day)
    made.power_misused(old)
    made.sealed(old)
    made.petitioned(old, first=1)

    assert count([OLD]) == 2
    assert move(_Change(), by=None) == 2

    titles = MajorMatter.objects.filter(village__code=NEW).values_list("title", flat=True)
    assert set(titles) == {"村道硬化", "村道硬化(何河村)"}
    assert MajorMatter.objects.get(village__code=OLD).title == "修桥"
    assert PowerException.objects.get().village.code == NEW
    for stays in (SealUse, PetitionCount):
        assert stays.objects.get().village.code == OLD
