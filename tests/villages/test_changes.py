"""Changes of the map: what ends, what begins, what follows, and what is refused."""

from datetime import timedelta

import pytest

from tests.factories import UserFactory
from tests.villages.changing import (
    BASIS,
    DAY,
    DECISION,
    EAST,
    EVE,
    GUO,
    HE,
    LI,
    LI_WEST,
    TODAY,
    WILLOW,
    ZHOU,
    do,
    merge,
    some,
    village,
)
from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.actions.changes import apply_change
from villages.actions.renaming import rename_unit
from villages.choices import ChangeKind, VillageKind
from villages.common.errors import DomainError
from villages.common.registries import MapFollower
from villages.divisions.history import comparable, current_codes, current_codes_of
from villages.divisions.mapchange import NamedCode
from villages.divisions.planning import plan_merge, plan_split, plan_townships, plan_transfer
from villages.models import FormerName, Succession, Township, Village, VillageProfile
from villages.trace.models import AuditEntry


@pytest.fixture
def staff(people) -> User:
    return people[Role.COUNTY_STAFF]


def test_merge_into_one_of_them_ends_the_others(staff):
    merge([LI, HE], (LI, "李河村"), staff)

    assert village(HE).valid_to == EVE
    assert village(LI).valid_to is None
    assert village(LI).name == "李河村"
    assert FormerName.objects.get().name == "李庄村"
    edge = Succession.objects.get()
    assert (edge.unit_code, edge.successor_code, edge.kind) == (HE, LI, ChangeKind.MERGE)
    assert edge.effective_on == DAY


def test_merge_under_a_new_code_opens_a_village_that_is_found(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    new = village("999901001203")
    assert (new.valid_from, new.kind, new.township.code) == (DAY, VillageKind.VILLAGERS, EAST)
    assert "xhc" in new.search_text
    assert {village(LI).valid_to, village(HE).valid_to} == {EVE}


def test_merged_figures_are_added_and_unknown_ones_stay_unknown(staff):
    VillageProfile.objects.filter(village__code=HE).update(farmland_mu=None, households=120)

    merge([LI, HE], ("999901001203", "新河村"), staff)

    row = VillageProfile.objects.get(village__code="999901001203")
    assert (row.households, row.members, row.farmland_mu) == (420, 80, None)
    assert row.as_of == DAY


def test_people_of_an_ended_village_act_in_its_successor(staff, people):
    secretary = people[Role.VILLAGE_SECRETARY]

    merge([LI, HE], ("999901001203", "新河村"), staff)

    rights = Jurisdiction.objects.filter(user=secretary)
    given = rights.get(unit_code="999901001203")
    assert (given.starts_on, given.reason) == (DAY, BASIS)
    assert rights.get(unit_code=LI).ends_on is None


def test_right_that_ended_before_is_not_given_on(staff, people):
    secretary = people[Role.VILLAGE_SECRETARY]
    Jurisdiction.objects.filter(user=secretary).update(ends_on=EVE)

    merge([LI, HE], ("999901001203", "新河村"), staff)

    assert not Jurisdiction.objects.filter(user=secretary, unit_code="999901001203").exists()


def test_split_marks_the_main_part_and_gives_no_figures(staff):
    parts = [NamedCode("999901001203", "东李村"), NamedCode("999901001204", "西李村")]
    plan = plan_split(village=village(LI), parts=parts, main="999901001204", **DECISION)

    do(plan, staff)

    assert village(LI).valid_to == EVE
    assert Succession.objects.get(is_main=True).successor_code == "999901001204"
    assert current_codes(LI, TODAY) == ("999901001204", "999901001203")
    assert not VillageProfile.objects.filter(village__code="999901001203").exists()


def test_split_may_leave_the_village_itself_smaller(staff):
    parts = [NamedCode(LI, "李庄村"), NamedCode("999901001203", "东李村")]
    plan = plan_split(village=village(LI), parts=parts, main=LI, **DECISION)

    do(plan, staff)

    assert village(LI).valid_to is None
    assert current_codes(LI, TODAY) == (LI, "999901001203")
    assert not Succession.objects.get().is_main


def test_transferred_village_takes_a_free_code_of_its_new_township(staff):
    plan = plan_transfer(villages=some(HE), township=Township.objects.get(code=WILLOW), **DECISION)

    do(plan, staff)

    assert plan.opens == (NamedCode("999901101202", "何河村"),)
    assert village("999901101202").township.code == WILLOW
    assert VillageProfile.objects.get(village__code="999901101202").households == 300


def test_transferred_village_keeps_its_ending_where_that_is_free(staff):
    plan = plan_transfer(
        villages=some(ZHOU), township=Township.objects.get(code=WILLOW), **DECISION
    )

    assert plan.opens == (NamedCode("999901101202", "周桥村"),)


def test_given_codes_go_before_numbering(staff):
    plan = plan_transfer(
        villages=some(HE), township=Township.objects.get(code=WILLOW),
        codes={HE: "999901101260"}, **DECISION,
    )  # fmt: skip

    assert plan.opens == (NamedCode("999901101260", "何河村"),)


def test_abolished_township_hands_its_villages_over(staff, people):
    rename_unit(
        unit=village(LI_WEST),
        name="西李庄村",
        on=DAY,
        basis=BASIS,
        version=1,
        today=TODAY,
        by=staff,
    )
    plan = plan_townships(
        townships=list(Township.objects.filter(code=WILLOW)),
        into=NamedCode(EAST, "东关街道"), on=DAY + timedelta(days=1), basis=BASIS, today=TODAY,
    )  # fmt: skip
    clerk = UserFactory(role=Role.TOWNSHIP_CLERK, home_code=WILLOW)

    do(plan, staff)

    assert Township.objects.get(code=WILLOW).valid_to == DAY
    assert current_codes(WILLOW, TODAY) == (EAST,)
    moved = Village.objects.on(TODAY).filter(township__code=EAST)
    assert set(moved.values_list("name", flat=True)) == {
        "李庄村", "何河村", "周桥村", "西李庄村", "郭集村"
    }  # fmt: skip
    clerk = User.objects.get(pk=clerk.pk)
    assert clerk.territory.covers(EAST)
    assert clerk.territory.covers(WILLOW)


def test_new_township_takes_over_two(staff):
    rename_unit(
        unit=village(LI_WEST),
        name="西李庄村",
        on=DAY,
        basis=BASIS,
        version=1,
        today=TODAY,
        by=staff,
    )
    plan = plan_townships(
        townships=list(Township.objects.filter(county_code="999901")),
        into=NamedCode("999901102", "关柳镇"), on=DAY + timedelta(days=1), basis=BASIS, today=TODAY,
    )  # fmt: skip

    do(plan, staff)

    assert list(Township.objects.on(TODAY).in_county("999901").values_list("name", flat=True)) == [
        "关柳镇"
    ]
    assert Village.objects.on(TODAY).in_county("999901").count() == 5
    assert Village.objects.filter(code__startswith="999901102").count() == 5


def test_map_of_a_day_is_the_map_of_that_day(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    before = set(Village.objects.on(EVE).in_county("999901").values_list("code", flat=True))
    after = set(Village.objects.on(DAY).in_county("999901").values_list("code", flat=True))

    assert before == {LI, HE, ZHOU, LI_WEST, GUO}
    assert after == {"999901001203", ZHOU, LI_WEST, GUO}


def test_codes_are_followed_through_several_changes(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)
    later = DAY + timedelta(days=10)
    plan = plan_transfer(
        villages=some("999901001203"), township=Township.objects.get(code=WILLOW),
        on=later, basis=BASIS, today=TODAY,
    )  # fmt: skip
    do(plan, staff)

    assert current_codes(LI, EVE) == (LI,)
    assert current_codes(LI, DAY) == ("999901001203",)
    assert current_codes(LI, later) == ("999901101203",)
    assert current_codes_of([LI, GUO], later) == {LI: ("999901101203",), GUO: (GUO,)}


def test_following_many_codes_costs_as_many_queries_as_one(staff, django_assert_num_queries):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    with django_assert_num_queries(2):
        current_codes_of([LI, HE, ZHOU, LI_WEST, GUO], TODAY)


def test_comparable_units_are_grouped_across_a_merge(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    groups = comparable([LI, GUO], EVE, TODAY)

    assert (groups[0].before, groups[0].after) == ((LI, HE), ("999901001203",))
    assert groups[0].unasked == (HE,)
    assert (groups[1].before, groups[1].after) == ((GUO,), (GUO,))


def test_change_is_one_entry_with_its_basis(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    entry = AuditEntry.objects.get(action="map.merge")
    assert (entry.reason, entry.county_code, entry.village_code) == (
        BASIS,
        "999901",
        "999901001203",
    )
    assert entry.before["ended"] == [f"{LI} 李庄村", f"{HE} 何河村"]


def test_rows_of_apps_above_go_along(staff, monkeypatch):
    seen = []
    follower = MapFollower(
        "cases", "整顿", lambda codes: 3, lambda change, by: seen.append(change) or 3
    )
    monkeypatch.setattr("villages.registries.followers", lambda: (follower,))

    done = merge([LI, HE], (LI, "李庄村"), staff)

    assert seen == [done]
    assert AuditEntry.objects.get(action="map.merge").after["cases"] == 3


def test_preview_that_went_stale_is_refused(staff):
    plan = plan_merge(villages=some(LI, HE), into=NamedCode(LI, "李庄村"), **DECISION)
    Village.objects.filter(code=HE).update(version=5)

    with pytest.raises(DomainError) as refused:
        do(plan, staff)

    assert refused.value.code == "map_outdated"
    assert Succession.objects.count() == 0


def test_confirming_another_change_than_previewed_is_refused(staff):
    seen = plan_merge(villages=some(LI, HE), into=NamedCode(LI, "李庄村"), **DECISION)
    other = plan_merge(villages=some(LI, HE), into=NamedCode(HE, "何河村"), **DECISION)

    with pytest.raises(DomainError, match="重新预览"):
        apply_change(change=other, by=staff, digest=seen.digest)


@pytest.mark.parametrize(
    "role", [Role.COUNTY_LEADER, Role.TOWNSHIP_CLERK, Role.VILLAGE_SECRETARY, Role.SYSTEM_ADMIN]
)
def test_only_organization_staff_change_the_map(people, role):
    plan = plan_merge(villages=some(LI, HE), into=NamedCode(LI, "李庄村"), **DECISION)

    with pytest.raises(DomainError) as refused:
        do(plan, people[role])

    assert refused.value.code == "map_not_allowed"


def test_staff_of_another_county_change_nothing(people, other_county):
    stranger = UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)
    plan = plan_merge(villages=some(LI, HE), into=NamedCode(LI, "李庄村"), **DECISION)

    with pytest.raises(DomainError):
        do(plan, stranger)

    assert village(HE).valid_to is None


@pytest.mark.parametrize(
    ("codes", "into", "more", "code"),
    [
        ([LI], (LI, "李庄村"), {}, "map_too_few"),
        ([LI, HE], (LI, ""), {}, "map_no_name"),
        ([LI, HE], ("99990100120", "新河村"), {}, "map_code"),
        ([LI, HE], ("999901001000", "新河村"), {}, "map_code"),
        ([LI, HE], ("999901001abc", "新河村"), {}, "map_code"),
        ([LI, HE], ("999902001203", "新河村"), {}, "map_code_place"),
        ([LI, HE], ("999901555203", "新河村"), {}, "map_code_place"),
        ([LI, HE], (GUO, "新河村"), {}, "map_code_used"),
        ([LI, HE], (LI, "周桥村"), {}, "map_name_taken"),
        ([LI, HE], (LI, "李庄村"), {"on": TODAY + timedelta(days=1)}, "map_future"),
        ([LI, "999902001200"], (LI, "李庄村"), {}, "map_counties"),
    ],
)
def test_impossible_merges_are_refused(staff, other_county, codes, into, more, code):
    with pytest.raises(DomainError) as refused:
        merge(codes, into, staff, **more)

    assert refused.value.code == code
    assert Succession.objects.count() == 0


def test_ended_village_takes_part_in_nothing(staff):
    merge([LI, HE], (LI, "李庄村"), staff)

    with pytest.raises(DomainError) as refused:
        merge([HE, ZHOU], (ZHOU, "周桥村"), staff)

    assert refused.value.code == "map_ended"


def test_change_before_a_unit_began_is_refused(staff):
    merge([LI, HE], ("999901001203", "新河村"), staff)

    with pytest.raises(DomainError) as refused:
        merge(["999901001203", ZHOU], (ZHOU, "周桥村"), staff)

    assert refused.value.code == "map_not_begun"


@pytest.mark.parametrize(
    ("parts", "main", "code"),
    [
        ([("999901001203", "东李村")], "999901001203", "map_parts"),
        ([("999901001203", "东李村"), ("999901001204", "东李村")], "999901001203", "map_parts"),
        ([("999901001203", "东李村"), ("999901001204", "西李村")], "", "map_main"),
        (
            [("999901001203", "何河村"), ("999901001204", "西李村")],
            "999901001203",
            "map_name_taken",
        ),
    ],
)
def test_impossible_splits_are_refused(staff, parts, main, code):
    named = [NamedCode(*part) for part in parts]

    with pytest.raises(DomainError) as refused:
        plan_split(village=village(LI), parts=named, main=main, **DECISION)

    assert refused.value.code == code


def test_transfer_within_the_township_is_refused(staff):
    with pytest.raises(DomainError) as refused:
        plan_transfer(villages=some(LI), township=Township.objects.get(code=EAST), **DECISION)

    assert refused.value.code == "map_same_township"


def test_transfer_that_doubles_a_name_is_refused(staff):
    with pytest.raises(DomainError) as refused:
        plan_transfer(villages=some(LI), township=Township.objects.get(code=WILLOW), **DECISION)

    assert refused.value.code == "map_name_taken"


def test_township_merger_that_doubles_a_name_is_refused(staff):
    with pytest.raises(DomainError, match="李庄村"):
        plan_townships(
            townships=list(Township.objects.filter(county_code="999901")),
            into=NamedCode("999901102", "关柳镇"), **DECISION,
        )  # fmt: skip
