"""The register of a year: trips laid out, overlaps, and the joint visits that are proposed."""

from datetime import date

import pytest

from rectification.supervision.actions.trips import join_trips, lay_out, part_trip, take_over
from rectification.supervision.figures.plan_overlap import register
from rectification.supervision.models import PlanTrip
from tests.factories import TownshipFactory, signed_in
from tests.rectification.supervision.inspections.visits import plan
from tests.rectification.supervision.situations import COUNTY, EAST, WILLOW
from villages.common.errors import DomainError
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import County

ON = date(2026, 1, 20)


def trips(*months: int, title: str = "党建督导", office: str = "县委组织部", **given) -> list:
    """A plan with trips to one township in these months."""
    row = plan(title, office, **given)
    return [
        PlanTrip.objects.create(
            county_code=COUNTY, plan=row, unit_code=EAST, unit_name="东关街道", month=202600 + one
        )
        for one in months
    ]


def refused(call, *args, **given) -> str:
    with pytest.raises(DomainError) as found:
        call(*args, **given)
    return str(found.value.code)


def test_a_demo_plan_of_three_offices_and_eleven_townships_loses_a_third_of_its_trips(cast) -> None:
    home = County.objects.get(code=COUNTY)
    for number in range(9):
        TownshipFactory(county=home, code=f"9999012{number:02d}", name=f"第{number}镇")
    rhythm = (("组织部", (3, 6, 9, 11)), ("纪委监委", (4, 9)), ("农业农村局", (2, 6, 10)))
    for office, months in rhythm:
        numbers = [202600 + one for one in months]
        lay_out(plan("年度督导", office), by=cast.author, months=numbers)

    before = register(COUNTY, 2026, ON)
    saved = take_over(COUNTY, 2026, by=cast.author, on=ON)
    after = register(COUNTY, 2026, ON)

    assert (before.trips, before.places) == (99, 22)
    assert before.saved >= 30
    assert saved == before.trips - before.after == sum(len(one) for one in after.joined.values())
    assert (after.trips, after.after, after.saved) == (99, before.after, before.saved)
    assert (after.places, after.parties) == (0, ())


def test_trips_are_laid_out_once_and_inside_the_dates(cast) -> None:
    row = plan("党建督导", to_on=date(2026, 6, 30))

    assert lay_out(row, by=cast.author, months=[202603, 202606]) == 4
    assert lay_out(row, by=cast.author, months=[202603]) == 0
    assert refused(lay_out, row, by=cast.author, months=[202607]) == "trip_outside"
    assert set(row.trips.values_list("unit_code", flat=True)) == {EAST, WILLOW}


def test_a_township_visited_twice_in_a_month_is_marked(cast) -> None:
    [one, later] = trips(3, 5)
    [two] = trips(3, title="安全检查", kind="hidden")

    found = register(COUNTY, 2026, ON)

    assert found.crowded == {one.pk, two.pk}
    assert later.pk not in found.crowded
    assert not found.parties


def test_trips_travel_together_and_part_again(cast) -> None:
    [host], [guest] = trips(3), trips(4, title="财务检查")
    join_trips(host, guests=[guest], by=cast.author)
    guest.refresh_from_db()
    assert (guest.joined_to, guest.month) == (host, 202603)

    found = register(COUNTY, 2026, ON)
    assert (found.trips, len(found.journeys), found.after) == (2, 1, 1)

    assert part_trip(guest, by=cast.author).joined_to is None
    assert refused(part_trip, guest, by=cast.author) == "trip_alone"


def test_what_cannot_go_together_is_refused(cast) -> None:
    [host, second] = trips(3, 4)
    [hidden] = trips(3, title="暗访", kind="hidden")
    [early] = trips(1, title="年初检查", to_on=date(2026, 2, 28))
    [guest] = trips(3, title="财务检查")
    elsewhere = PlanTrip.objects.create(
        county_code=COUNTY, plan=guest.plan, unit_code=WILLOW, unit_name="柳林镇", month=202603
    )

    for other, code in ((second, "trip_same_plan"), (hidden, "trip_hidden"),
                        (early, "trip_outside"), (elsewhere, "trip_elsewhere")):  # fmt: skip
        assert refused(join_trips, host, guests=[other], by=cast.author) == code
    join_trips(host, guests=[guest], by=cast.author)
    assert refused(join_trips, second, guests=[guest], by=cast.author) == "trip_joined"


def test_the_ledger_takes_trips_of_known_townships_inside_the_dates(cast) -> None:
    ledger, row = ledgers()["inspection-trips"], plan("党建督导", to_on=date(2026, 6, 30))

    good = write_row(
        ledger, values={"plan": row, "unit_code": EAST, "month": 202605}, by=cast.author
    )
    assert good.unit_name
    for values in (
        {"unit_code": "999901999", "month": 202605},
        {"unit_code": EAST, "month": 202607},
    ):
        assert refused(write_row, ledger, values={"plan": row, **values}, by=cast.author) == (
            "row_invalid"
        )


def test_the_page_shows_overlaps_and_takes_the_proposal_over(cast) -> None:
    [host], [guest] = trips(3), trips(3, title="财务检查", office="县财政局")
    [other], [_fourth] = trips(8, title="安全检查"), trips(8, title="环保检查")
    client = signed_in(cast.author)

    page = client.get("/orders/plans/2026/").content.decode()
    assert "登记的行程 4 次,合并后 2 次,减少 50.0%" in page
    assert page.count("inspection-journey--crowded") == 4

    assert client.post("/orders/plans/2026/join/", {"host": host.uid}).status_code == 302
    guest.refresh_from_db()
    other.refresh_from_db()
    assert (guest.joined_to, other.joined_to) == (host, None)
    client.post("/orders/plans/2026/join/", {})
    assert PlanTrip.objects.filter(joined_to=None).count() == 2
    page = client.get("/orders/plans/2026/").content.decode()
    assert "没有可以再合并的行程" in page
    assert "党建督导</a> + 财务检查" in page


def test_the_register_is_the_countys_own(cast) -> None:
    trips(3)

    for user, status in ((cast.leader, 200), (cast.clerk, 403), (cast.seat, 403)):
        assert signed_in(user).get("/orders/plans/2026/").status_code == status
    assert signed_in(cast.leader).post("/orders/plans/2026/join/", {}).status_code == 403
    assert not PlanTrip.objects.visible_to(cast.clerk).exists()
    assert signed_in(cast.author).get("/orders/plans/1999/").status_code == 404


def test_joining_by_program(cast) -> None:
    [host], [guest] = trips(3), trips(4, title="财务检查")
    client = signed_in(cast.author)
    tag = client.get(f"/api/v1/inspection-trips/{guest.uid}/")["ETag"]

    answer = client.post(
        f"/api/v1/inspection-trips/{guest.uid}/join/", {"host": host.uid},
        content_type="application/json", headers={"If-Match": tag},
    )  # fmt: skip

    assert answer.status_code == 200, answer.content.decode()
    guest.refresh_from_db()
    assert guest.joined_to == host
