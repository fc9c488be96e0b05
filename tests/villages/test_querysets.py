"""Which rows a person sees, and which map a day has."""

from datetime import date

import pytest

from tests.factories import UserFactory, VillageFactory
from villages.accounts.choices import Role
from villages.models import County, FormerName, Succession, Township, Village, VillageProfile

MODELS = (County, Township, Village, VillageProfile, Succession, FormerName)


@pytest.fixture
def both(county, other_county):
    for code in (county.code, other_county.code):
        place = {"county_code": code, "township_code": f"{code}001"}
        Succession.objects.create(
            unit_code=f"{code}001299", successor_code=f"{code}001200", kind="merge",
            effective_on=date(2020, 1, 1), **place,
        )  # fmt: skip
        FormerName.objects.create(
            unit_code=f"{code}001200", name="老村", valid_to=date(2020, 1, 1), **place
        )
    return county, other_county


def test_county_staff_see_nothing_of_another_county(both):
    mine, _other = both
    staff = UserFactory(role=Role.COUNTY_STAFF, home_code=mine.code)

    for model in MODELS:
        rows = model.objects.visible_to(staff)
        assert rows.exists()
        assert all(_code(row).startswith(mine.code) for row in rows)


def test_township_sees_only_its_own_villages(both):
    mine, _other = both
    clerk = UserFactory(role=Role.TOWNSHIP_CLERK, home_code=f"{mine.code}101")

    assert set(Village.objects.visible_to(clerk).values_list("code", flat=True)) == {
        f"{mine.code}101200",
        f"{mine.code}101201",
    }
    assert not Succession.objects.visible_to(clerk).exists()


def test_village_person_sees_the_names_above_but_no_neighbour(both):
    mine, _other = both
    secretary = UserFactory(role=Role.VILLAGE_SECRETARY, home_code=f"{mine.code}001201")

    assert list(Village.objects.visible_to(secretary).values_list("name", flat=True)) == ["何河村"]
    assert [one.name for one in Township.objects.visible_to(secretary)] == ["东关街道"]
    assert [one.code for one in County.objects.visible_to(secretary)] == [mine.code]


@pytest.mark.parametrize("model", MODELS)
def test_without_a_jurisdiction_nothing_is_seen(both, model):
    assert not model.objects.visible_to(UserFactory(role=Role.COUNTY_STAFF)).exists()
    assert not model.objects.visible_to(None).exists()


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_both_ends_of_a_unit_belong_to_its_time(county, day, is_there):
    township = Township.objects.first()
    VillageFactory(
        township=township, code=f"{township.code}299", name="旧村",
        valid_from=date(2024, 1, 1), valid_to=date(2025, 12, 31),
    )  # fmt: skip

    assert Village.objects.on(day).filter(name="旧村").exists() is is_there


def _code(row):
    if isinstance(row, VillageProfile):
        return row.village.code
    return getattr(row, "code", "") or row.unit_code
