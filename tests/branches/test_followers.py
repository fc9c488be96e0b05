"""Organizations go along when their village ends."""

from datetime import date

from branches.followers import count, move
from branches.models import Meeting, MemberCount, PartyBranch
from tests.branches.factories import branch, met, recruits, village
from villages.divisions.mapchange import Follow
from villages.models import County

OLD, NEW = "999901001201", "999901001200"


class _Change:
    follows = (
        Follow(OLD, NEW, "merge"),
        Follow(OLD, "999901001202", "merge", is_main=False),
    )


def test_existing_organizations_go_to_the_main_successor(county: County) -> None:
    branch(NEW, "第一党支部")
    one = branch(OLD, "第一党支部", 20)
    branch(OLD, "旧党支部", abolished_on=date(2020, 1, 1), abolition_no="1", abolition_reason="并")
    met(one, "theme_day", date(2026, 10, 5))
    monthly = recruits(village(OLD), 202610, accepted=1)

    assert count([OLD]) == 1
    assert move(_Change(), by=None) == 1

    names = PartyBranch.objects.filter(village__code=NEW).values_list("name", flat=True)
    assert set(names) == {"第一党支部", "第一党支部(何河村)"}
    assert PartyBranch.objects.get(village__code=OLD).name == "旧党支部"
    assert MemberCount.objects.get().village.code == NEW
    assert Meeting.objects.get().village.code == NEW
    monthly.refresh_from_db()
    assert monthly.village.code == OLD
