"""Who sees which rows."""

import pytest

from tests import factories
from villages.accounts.choices import Role
from villages.common.scope import Scope
from villages.models import County, Township, Village


def test_a_scope_keeps_only_the_widest_codes() -> None:
    scope = Scope.of(["999901001200", "999901001", "999902"])

    assert scope.codes == {"999901001", "999902"}


@pytest.mark.parametrize(
    ("own", "asked", "covers", "touches"),
    [
        ("999901", "999901001200", True, True),
        ("999901001", "999901", False, True),
        ("999901001", "999901101", False, False),
        ("99", "999901", True, True),
        ("999901001200", "999901001201", False, False),
    ],
)
def test_a_code_covers_what_lies_below_it(
    own: str, asked: str, covers: bool, touches: bool
) -> None:
    scope = Scope.of([own])

    assert (scope.covers(asked), scope.touches(asked)) == (covers, touches)


def test_nothing_is_covered_by_an_empty_scope() -> None:
    assert not Scope()
    assert not Scope().covers("999901")


def test_rows_without_a_user_stay_hidden(county: County) -> None:
    assert list(Village.objects.visible_to(None)) == []
    assert list(Township.objects.visible_to(object())) == []


def test_township_sees_only_its_own_villages(county: County, other_county: County) -> None:
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")

    seen = set(Village.objects.visible_to(clerk).values_list("code", flat=True))

    assert seen == {"999901001200", "999901001201", "999901001202"}


def test_first_secretary_sees_one_village_and_the_names_above_it(county: County) -> None:
    secretary = factories.UserFactory(role=Role.FIRST_SECRETARY, home_code="999901001200")

    assert [v.code for v in Village.objects.visible_to(secretary)] == ["999901001200"]
    assert [t.code for t in Township.objects.visible_to(secretary)] == ["999901001"]
    assert [c.code for c in County.objects.visible_to(secretary)] == ["999901"]


def test_a_person_of_two_counties_sees_both(county: County, other_county: County) -> None:
    both = factories.UserFactory(role=Role.COUNTY_LEADER, jurisdiction=["999901", "999902"])

    assert Village.objects.visible_to(both).count() == 10


def test_a_province_code_reaches_every_county_below(county: County, other_county: County) -> None:
    province = factories.UserFactory(role=Role.COUNTY_LEADER, jurisdiction=["99"])

    assert Township.objects.visible_to(province).count() == 4
    assert Village.objects.visible_to(province).count() == 10


def test_a_jurisdiction_that_ended_shows_nothing(county: County) -> None:
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")
    clerk.jurisdictions.update(ends_on="2026-11-02")

    assert not Village.objects.visible_to(clerk).exists()


def test_whoever_was_disabled_sees_nothing(county: County) -> None:
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001", left_office=True)

    assert not Village.objects.visible_to(clerk).exists()
