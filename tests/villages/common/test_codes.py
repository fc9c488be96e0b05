"""Division codes: levels, padding, parents and kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.codes import (
    Level,
    TownshipKind,
    VillageKind,
    ancestor_of,
    checked,
    county_of,
    is_valid,
    level_of,
    parent_of,
    strip_padding,
    township_kind_of,
    township_of,
    village_kind_of,
)
from villages.common.errors import DomainError

VILLAGE = st.builds(
    lambda county, township, village: f"{county}{township:03d}{village:03d}",
    st.integers(100001, 999999),
    st.integers(1, 599),
    st.integers(1, 599),
)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("33", Level.PROVINCE),
        ("330000", Level.PROVINCE),
        ("330000000000", Level.PROVINCE),
        ("3301", Level.CITY),
        ("330102", Level.COUNTY),
        ("330102000", Level.COUNTY),
        ("330102000000", Level.COUNTY),
        ("330102001", Level.TOWNSHIP),
        ("330102001000", Level.TOWNSHIP),
        ("330102001201", Level.VILLAGE),
    ],
)
def test_level_is_told_with_and_without_padding(code, level):
    assert level_of(code) is level


@pytest.mark.parametrize("code", ["441900", "442000", "460400", "999900"])
def test_city_without_districts_counts_as_a_county(code):
    assert level_of(code) is Level.COUNTY
    assert strip_padding(f"{code}000000") == code


@pytest.mark.parametrize(
    "code",
    [
        "",
        "3",
        "330",
        "33010",
        "33010a",
        "3301020010",
        "330102000201",
        "００１１０２",
        "000000",
        "03",
    ],
)
def test_what_is_no_code_is_refused_with_a_hint(code):
    assert not is_valid(code)

    with pytest.raises(DomainError) as refusal:
        checked(code)

    assert refusal.value.code == "code_invalid"
    assert "村 12 位" in refusal.value.hint


def test_people_may_leave_spaces_around_a_code():
    assert checked(" 330102001000 ") == "330102001"


def test_units_above_are_found_by_prefix():
    assert county_of("330102001201") == "330102"
    assert township_of("330102001201") == "330102001"
    assert ancestor_of("330102001", Level.PROVINCE) == "33"


def test_asking_for_a_unit_below_is_refused():
    with pytest.raises(DomainError) as refusal:
        township_of("330102000000")

    assert refusal.value.code == "code_too_wide"


def test_parents_lead_up_to_the_province_and_end_there():
    code: str | None = "330102001201"
    chain = []

    while code is not None:
        chain.append(code)
        code = parent_of(code)

    assert chain == ["330102001201", "330102001", "330102", "3301", "33"]


@given(VILLAGE)
def test_every_village_lies_in_its_parents(code):
    assert level_of(code) is Level.VILLAGE
    assert parent_of(code) == township_of(code) == strip_padding(f"{township_of(code)}000")
    assert code.startswith(county_of(code))


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("001", TownshipKind.STREET),
        ("099", TownshipKind.STREET),
        ("100", TownshipKind.TOWN),
        ("199", TownshipKind.TOWN),
        ("200", TownshipKind.TOWNSHIP),
        ("399", TownshipKind.TOWNSHIP),
        ("400", TownshipKind.ENTERPRISE),
        ("599", TownshipKind.ENTERPRISE),
        ("600", None),
    ],
)
def test_township_kind_follows_its_digits(digits, kind):
    assert township_kind_of(f"330102{digits}") is kind


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("001", VillageKind.RESIDENTS),
        ("199", VillageKind.RESIDENTS),
        ("200", VillageKind.VILLAGERS),
        ("399", VillageKind.VILLAGERS),
        ("400", VillageKind.QUASI),
        ("498", VillageKind.QUASI),
        ("598", VillageKind.QUASI),
    ],
)
def test_village_kind_follows_its_digits(digits, kind):
    assert village_kind_of(f"330102001{digits}") is kind
