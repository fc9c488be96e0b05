"""What of inspections is ahead or open when townships end and villages move."""

from typing import Any

import pytest

from rectification.supervision.actions.finding_ends import dismiss
from rectification.supervision.actions.findings import to_order
from rectification.supervision.actions.trips import join_trips
from rectification.supervision.followers import FOLLOWERS
from rectification.supervision.models import Finding, InspectionSite, OrderItem, PlanTrip
from tests.factories import signed_in
from tests.rectification.supervision.inspections.visits import (
    TOLD,
    hidden_visit,
    on_list,
    plan,
    published,
    visited,
)
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    FAR,
    HE,
    LI,
    TODAY,
    WILLOW,
    Cast,
    village,
)
from tests.rectification.supervision.test_followers import MERGE, east_ends, heir_of
from tests.rectification.supervision.voices.brought import town
from tests.villages.changing import BASIS, DAY
from villages.actions.changes import apply_change
from villages.divisions.planning import plan_transfer
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import Village

pytestmark = pytest.mark.django_db
SUPERVISION = FOLLOWERS[0]
NOW, AHEAD, GONE = 202611, 202612, 202610


@pytest.fixture(autouse=True)
def told_apart(cast: Cast) -> None:
    """Otherwise 柳林镇 would have two villages of one name."""
    Village.objects.filter(code=FAR).update(name="西李庄村")


def trip(row: Any, month: int, where: str = EAST) -> PlanTrip:
    return PlanTrip.objects.create(
        county_code=COUNTY, plan=row, unit_code=where, unit_name=town(where).name, month=month
    )


def test_trips_that_are_still_ahead_lead_to_the_township_that_takes_over(cast: Cast) -> None:
    row = plan("党建督导")
    past, now, ahead = (trip(row, month) for month in (GONE, NOW, AHEAD))

    east_ends(cast)

    found = dict(PlanTrip.objects.values_list("pk", "unit_code"))
    assert found == {past.pk: EAST, now.pk: WILLOW, ahead.pk: WILLOW}
    assert PlanTrip.objects.get(pk=ahead.pk).unit_name == "柳林镇"


def test_one_plan_does_not_go_twice_to_one_place_in_a_month(cast: Cast) -> None:
    ours, theirs = plan("党建督导"), plan("三资检查", "农业农村局")
    old, stays = trip(ours, AHEAD), trip(ours, AHEAD, WILLOW)
    guest = trip(theirs, AHEAD)
    join_trips(old, guests=[guest], by=cast.author)

    east_ends(cast)

    left = {one.pk: one for one in PlanTrip.objects.all()}
    assert set(left) == {stays.pk, guest.pk}
    assert (left[guest.pk].unit_code, left[guest.pk].joined_to_id) == (WILLOW, stays.pk)


def test_open_findings_follow_and_settled_ones_stay(cast: Cast) -> None:
    waiting, over = published(cast, LI, HE)
    dismiss(over, by=cast.author, on=TOLD, outcome="已当场改正")

    plan_ = plan_transfer(
        villages=[village(LI), village(HE)], township=town(WILLOW), on=DAY, basis=BASIS,
        today=TODAY,
    )  # fmt: skip
    apply_change(change=plan_, by=cast.author, digest=plan_.digest)

    found = Finding.objects.get(pk=waiting.pk)
    assert (found.village, found.site.village.code) == (heir_of(LI), LI)
    assert Finding.objects.visible_to(cast.stranger).filter(pk=waiting.pk).exists()
    assert Finding.objects.get(pk=over.pk).village.code == HE


def test_a_finding_that_followed_becomes_an_order_to_the_new_township(cast: Cast) -> None:
    [row] = published(cast, LI)
    east_ends(cast)

    to_order(Finding.objects.get(pk=row.pk), by=cast.author, on=TODAY)

    item = OrderItem.objects.get()
    assert (item.unit.unit_code, item.village) == (WILLOW, heir_of(LI))


def test_a_finding_that_followed_can_be_worded_anew(cast: Cast) -> None:
    [row] = visited(cast, LI)
    east_ends(cast)

    moved = Finding.objects.get(pk=row.pk)
    write_row(ledgers()["findings"], row=moved, values={"text": "公开栏停在五月"}, by=cast.author)

    found = Finding.objects.get(pk=row.pk)
    assert (found.text, found.village) == ("公开栏停在五月", heir_of(LI))


def test_villages_that_nobody_visited_yet_follow_once(cast: Cast) -> None:
    inspection = hidden_visit()
    first, both = on_list(inspection, LI), hidden_visit(title="另一次")
    old, new = on_list(both, LI), on_list(both, HE)

    assert SUPERVISION.count([LI]) == 2
    assert SUPERVISION.move(MERGE, cast.author) == 2

    codes = dict(InspectionSite.objects.values_list("pk", "village__code"))
    assert codes == {first.pk: HE, old.pk: LI, new.pk: HE}
    assert InspectionSite.objects.get(pk=old.pk).note == "区划调整,由何河村一并检查。"


def test_the_page_of_the_register_still_opens(cast: Cast) -> None:
    trip(plan("党建督导"), AHEAD)
    east_ends(cast)

    page = signed_in(cast.author).get("/orders/plans/2026/").content.decode()

    assert "柳林镇" in page
