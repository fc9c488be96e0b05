"""What is open in supervision when townships end and villages move."""

from typing import Any

import pytest

from rectification.supervision.actions.drafting import add_item
from rectification.supervision.actions.ticking import tick
from rectification.supervision.followers import FOLLOWERS
from rectification.supervision.models import ListTask, OrderItem, OrderUnit, Voice
from rectification.supervision.states import UnitStatus
from rectification.supervision.voice_states import VoiceStatus
from tests.rectification.supervision.situations import (
    EAST,
    FAR,
    HE,
    LI,
    TODAY,
    WILLOW,
    Cast,
    draft,
    only,
    part_in,
    village,
)
from tests.rectification.supervision.tasks.written import given_list, task_of
from tests.rectification.supervision.voices.brought import bring, town, voice_in
from tests.villages.changing import BASIS, DAY
from villages.actions.changes import apply_change
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.divisions.planning import plan_townships, plan_transfer
from villages.models import Village

pytestmark = pytest.mark.django_db
SUPERVISION, _NOTICES = FOLLOWERS
MERGE = MapChange(
    verb=MapVerb.MERGE, county_code="999901", effective_on=DAY, basis=BASIS,
    follows=(Follow(LI, HE, "merge"),),
)  # fmt: skip


@pytest.fixture(autouse=True)
def told_apart(cast: Cast) -> None:
    """Otherwise 柳林镇 would have two villages of one name."""
    Village.objects.filter(code=FAR).update(name="西李庄村")


def heir_of(code: str) -> Village:
    """The village of 柳林镇 that followed."""
    found: Village = Village.objects.get(name=village(code).name, township__code=WILLOW)
    return found


def east_ends(cast: Cast) -> None:
    """东关街道 ends; 柳林镇 takes its villages."""
    into = NamedCode(WILLOW, town(WILLOW).name)
    plan = plan_townships(townships=[town(EAST)], into=into, on=DAY, basis=BASIS, today=TODAY)
    apply_change(change=plan, by=cast.author, digest=plan.digest)


def test_open_parts_go_to_the_township_that_takes_over(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)

    east_ends(cast)

    found = OrderUnit.objects.get(pk=part.pk)
    assert (found.unit_code, found.unit_name) == (WILLOW, "东关街道")
    assert found.version == part.version + 1
    assert OrderUnit.objects.visible_to(cast.stranger).filter(pk=part.pk).exists()
    item = OrderItem.objects.get(unit=part)
    assert item.village.code.startswith(WILLOW)


def test_what_is_closed_or_revoked_stays_with_the_old_township(cast: Cast) -> None:
    parts = [part_in(status, cast) for status in (UnitStatus.CLOSED, UnitStatus.REVOKED)]

    east_ends(cast)

    codes = OrderUnit.objects.filter(pk__in=[one.pk for one in parts])
    assert set(codes.values_list("unit_code", flat=True)) == {EAST}
    assert set(OrderItem.objects.filter(unit__in=parts).values_list("village__code")) == {(LI,)}


def test_voices_follow_on_both_sides_until_they_are_closed(cast: Cast) -> None:
    waiting = bring(at=LI).voice
    nowhere = bring(township=EAST).voice
    assigned = voice_in(VoiceStatus.ASSIGNED, cast, at=LI)
    closed = voice_in(VoiceStatus.CLOSED, cast, at=LI)

    east_ends(cast)

    heir = heir_of(LI)
    found = Voice.objects.get(pk=waiting.pk)
    assert (found.village, found.township_code, found.unit_code) == (heir, WILLOW, "")
    assert Voice.objects.get(pk=nowhere.pk).township_code == WILLOW
    assert Voice.objects.get(pk=assigned.pk).unit_code == WILLOW
    old = Voice.objects.get(pk=closed.pk)
    assert (old.village.code, old.township_code, old.unit_code) == (LI, EAST, EAST)


def test_tasks_that_nobody_ticked_follow(cast: Cast) -> None:
    row = given_list(cast)
    tick(task_of(row, "东关街道", "公开村务"), by=cast.clerk, on=TODAY, text="已公开")

    east_ends(cast)

    codes = dict(ListTask.objects.filter(unit_name="东关街道").values_list("text", "unit_code"))
    assert codes == {"公开村务": EAST, "星级评定初评": WILLOW}


def test_a_village_that_moves_takes_its_matters_and_voices_along(cast: Cast) -> None:
    part = part_in(UnitStatus.ISSUED, cast)
    said = bring(at=LI).voice

    plan = plan_transfer(
        villages=[village(LI)], township=town(WILLOW), on=DAY, basis=BASIS, today=TODAY
    )
    apply_change(change=plan, by=cast.author, digest=plan.digest)

    heir = heir_of(LI)
    assert OrderItem.objects.get(unit=part).village == heir
    # The township that was asked still answers.
    assert only(part.order, "东关街道").unit_code == EAST
    found = Voice.objects.get(pk=said.pk)
    assert (found.village, found.township_code) == (heir, WILLOW)


def test_matters_of_a_draft_follow_a_merger(cast: Cast) -> None:
    order = draft(cast)
    add_item(only(order), by=cast.author, text="另一眼", village=village(HE))

    assert SUPERVISION.count([LI]) == 1
    assert SUPERVISION.move(MERGE, cast.author) == 1

    assert set(OrderItem.objects.values_list("village__code", flat=True)) == {HE}


def test_what_is_open_is_counted_by_one_query(cast: Cast, django_assert_num_queries: Any) -> None:
    part_in(UnitStatus.ISSUED, cast)
    given_list(cast)
    bring(at=LI)
    voice_in(VoiceStatus.CLOSED, cast, at=LI)

    with django_assert_num_queries(1):
        # Part, matter, two tasks, voice.
        assert SUPERVISION.count([EAST, LI, HE]) == 5


def test_the_wizard_says_what_goes_along_with_a_township(cast: Cast, client_as: Any) -> None:
    given_list(cast)
    asked = {
        "units": [EAST], "into": WILLOW, "name": "", "codes": "", "new_code": "",
        "effective_on": "2026-10-01", "basis": BASIS, "step": "preview",
    }  # fmt: skip

    page = client_as(cast.author).post("/changes/townships/", asked).content.decode()

    assert str(SUPERVISION.label) in page
