"""Names of units, surveys of villages, kinds of many."""

from datetime import timedelta

import pytest

from tests.factories import VillageFactory
from tests.villages.changing import (
    BASIS,
    DAY,
    EVE,
    GUO,
    HE,
    LI,
    LI_WEST,
    TODAY,
    WILLOW,
    ZHOU,
    some,
    village,
)
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.actions.profiles import write_profile
from villages.actions.renaming import rename_unit
from villages.actions.territory import set_village_kind
from villages.choices import VillageKind
from villages.common.errors import DomainError
from villages.divisions.display import display_names
from villages.models import FormerName, Township, Village, VillageProfile
from villages.trace.models import AuditEntry


@pytest.fixture
def staff(people) -> User:
    return people[Role.COUNTY_STAFF]


def test_renamed_village_is_found_by_both_names(staff):
    rename_unit(
        unit=village(HE), name=" 新 河 村 ", on=DAY, basis=BASIS, version=1, today=TODAY, by=staff
    )

    one = village(HE)
    assert (one.name, one.version) == ("新河村", 2)
    assert {"新河村", "何河村", "xhc", "hhc"} <= set(one.search_text.split())
    assert FormerName.objects.get().valid_to == EVE
    assert AuditEntry.objects.get().before == {"name": "何河村"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": "何河村"}, "rename_same"),
        ({"name": "周桥村"}, "map_name_taken"),
        ({"name": "  "}, "map_no_name"),
        ({"version": 7}, "rename_outdated"),
        ({"on": TODAY + timedelta(days=1)}, "map_future"),
    ],
)
def test_impossible_renames_are_refused(staff, given, code):
    facts = {"name": "新河村", "on": DAY, "basis": BASIS, "version": 1} | given

    with pytest.raises(DomainError) as refused:
        rename_unit(unit=village(HE), today=TODAY, by=staff, **facts)

    assert refused.value.code == code
    assert village(HE).name == "何河村"


def test_two_names_ended_on_one_day_are_two_former_names(staff):
    facts = {"on": DAY, "basis": BASIS, "today": TODAY, "by": staff}
    rename_unit(unit=village(HE), name="新河村", version=1, **facts)
    rename_unit(unit=village(HE), name="何河村", version=2, **facts)

    with pytest.raises(DomainError) as refused:
        rename_unit(unit=village(HE), name="新河村", version=3, **facts)

    assert refused.value.code == "rename_twice"


def test_villages_of_one_name_are_shown_with_their_township(county, django_assert_num_queries):
    villages = list(Village.objects.in_county(county.code).select_related("township"))

    with django_assert_num_queries(1):
        names = display_names(villages)

    assert names[LI] == "东关街道 李庄村"
    assert names[LI_WEST] == "柳林镇 李庄村"
    assert names[HE] == "何河村"


def test_ended_namesake_does_not_count(county):
    VillageFactory(
        township=Township.objects.get(code=WILLOW),
        code="999901101209",
        name="何河村",
        abolished=True,
    )

    assert display_names([village(HE)])[HE] == "何河村"


def test_survey_is_a_new_row_and_the_same_day_corrects_it(staff):
    facts = {
        "village": village(HE),
        "as_of": DAY,
        "source": "统计年报",
        "today": TODAY,
        "by": staff,
    }
    write_profile(figures={"households": 310, "members": None}, version=1, **facts)
    write_profile(figures={"households": 311, "members": 41}, version=2, **facts)

    row = VillageProfile.objects.get(village__code=HE, as_of=DAY)
    assert (row.households, row.members) == (311, 41)
    assert VillageProfile.objects.filter(village__code=HE).count() == 2
    last = AuditEntry.objects.first()
    assert last.before == {"households": 310, "members": None}


@pytest.mark.parametrize(
    ("role", "given", "code"),
    [
        (Role.COUNTY_LEADER, {}, "profile_not_allowed"),
        (Role.COUNTY_STAFF, {"version": 9}, "profile_outdated"),
        (Role.COUNTY_STAFF, {"as_of": TODAY + timedelta(days=1)}, "profile_future"),
        (Role.COUNTY_STAFF, {"figures": {"members": 3, "women_members": 4}}, "profile_invalid"),
        (Role.TOWNSHIP_CLERK, {"figures": {"members": 9, "population": 4}}, "profile_invalid"),
    ],
)
def test_impossible_surveys_are_refused(people, role, given, code):
    facts = {"as_of": DAY, "figures": {"households": 1}, "version": 1} | given

    with pytest.raises(DomainError) as refused:
        write_profile(village=village(HE), source="年报", today=TODAY, by=people[role], **facts)

    assert refused.value.code == code
    assert not VillageProfile.objects.filter(as_of=DAY).exists()


def test_clerk_surveys_only_the_own_township(people):
    with pytest.raises(DomainError) as refused:
        write_profile(
            village=village(GUO), as_of=DAY, figures={"households": 1}, source="年报", version=1,
            today=TODAY, by=people[Role.TOWNSHIP_CLERK],
        )  # fmt: skip

    assert refused.value.code == "profile_not_allowed"


def test_kind_of_many_is_one_entry_of_those_that_changed(staff):
    VillageProfile.objects.all().delete()
    Village.objects.filter(code=HE).update(kind=VillageKind.RESIDENTS)

    changed = set_village_kind(
        villages=some(LI, HE, ZHOU), kind=VillageKind.RESIDENTS, reason="村改居", by=staff
    )

    assert [one.code for one in changed] == [LI, ZHOU]
    entry = AuditEntry.objects.get()
    assert (entry.count, entry.before["kinds"]) == (2, {LI: "villagers", ZHOU: "villagers"})
    assert village(HE).version == 1


def test_kind_outside_the_list_or_the_county_is_refused(staff, other_county):
    with pytest.raises(DomainError):
        set_village_kind(villages=some(LI), kind="city", reason="", by=staff)
    with pytest.raises(DomainError):
        set_village_kind(villages=some("999902001200"), kind="residents", reason="", by=staff)
