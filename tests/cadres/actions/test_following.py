"""People and posts after a change of the map."""

from datetime import date

import pytest

from cadres.actions.following import follow
from cadres.choices import Post
from cadres.models import Person, PostTenure
from tests.cadres.teams import HE, LI, ZHOU, hold, left, person
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.models import County

ON = date(2026, 12, 1)


@pytest.fixture
def merged(county: County) -> MapChange:
    """李庄村 and 何河村 become part of 周桥村."""
    return MapChange(
        MapVerb.MERGE, county.code, ON, "青政〔2026〕9号",
        closes=(NamedCode(LI, "李庄村"), NamedCode(HE, "何河村")),
        follows=(Follow(LI, ZHOU, "merge"), Follow(HE, ZHOU, "merge")),
    )  # fmt: skip


def _open() -> set[tuple[str, str, str]]:
    rows = PostTenure.objects.open()
    return set(rows.values_list("person__name", "village__code", "post"))


def test_posts_go_on_in_the_follower_and_history_stays(merged: MapChange) -> None:
    person(LI, Post.VILLAGER_COMMITTEE_MEMBER, name="李委")
    gone = person(LI, name="离任")
    left(gone, LI, Post.SECRETARY, date(2025, 1, 1))

    moved = follow(merged)

    assert moved == 2
    assert _open() == {("李委", ZHOU, "villager_committee_member")}
    old = PostTenure.objects.get(person__name="李委", village__code=LI)
    assert (old.ended_on, old.end_note) == (ON, "区划变更")
    assert set(Person.objects.values_list("village__code", flat=True)) == {ZHOU}
    assert PostTenure.objects.filter(village__code=LI, person=gone).get().ended_on.year == 2025


def test_of_several_secretaries_none_goes_on(merged: MapChange) -> None:
    person(LI, Post.SECRETARY, name="李书记")
    person(HE, Post.SECRETARY, name="何书记")

    follow(merged)

    assert _open() == set()


def test_the_only_secretary_goes_on(merged: MapChange) -> None:
    person(LI, Post.SECRETARY, name="李书记")
    person(HE, Post.DIRECTOR, name="何主任")

    follow(merged)

    assert _open() == {("李书记", ZHOU, "secretary"), ("何主任", ZHOU, "director")}


def test_the_follower_keeps_its_own_secretary(merged: MapChange) -> None:
    person(ZHOU, Post.SECRETARY, name="周书记")
    person(LI, Post.SECRETARY, name="李书记")

    follow(merged)

    assert _open() == {("周书记", ZHOU, "secretary")}


def test_one_secretary_of_all_of_them_stays_secretary(merged: MapChange) -> None:
    one = person(LI, Post.SECRETARY, name="同一人")
    hold(one, HE, Post.SECRETARY)
    hold(one, ZHOU, Post.SECRETARY)

    follow(merged)

    assert _open() == {("同一人", ZHOU, "secretary")}
