"""Members of villages, with their source."""

from datetime import date
from typing import Any

import pytest

from branches.figures import members
from branches.models import PartyBranch
from tests import factories
from villages.accounts.choices import Role
from villages.common.scope import Scope
from villages.models import County, Village

DAY = date(2026, 10, 31)
SCOPE = Scope.of(["999901"])


@pytest.fixture
def village(county: County) -> Village:
    return Village.objects.get(code="999901001200")


def _branch(village: Village, name: str, formal: int | None, **rest: Any) -> PartyBranch:
    return PartyBranch.objects.create(
        village=village, county_code=village.county_code, name=name, formal_members=formal,
        counted_on=date(2026, 6, 30), **rest,
    )  # fmt: skip


def test_without_a_ledger_the_survey_tells(village: Village) -> None:
    found = members(SCOPE, "999901", DAY)[village.pk]

    assert (found.formal, found.branches, found.source) == (40, 0, "profile")
    assert found.as_of == date(2026, 1, 1)


def test_the_ledger_goes_before_the_survey(village: Village) -> None:
    _branch(village, "第一党支部", 2)
    _branch(village, "第二党支部", 57)
    _branch(village, "党总支", None, kind="general")
    _branch(village, "旧党支部", 9, abolished_on=DAY)

    found = members(SCOPE, "999901", DAY)[village.pk]

    assert (found.formal, found.smallest, found.largest, found.branches) == (59, 2, 57, 2)
    assert found.source == "branches"


def test_a_branch_without_count_leaves_the_village_to_its_survey(village: Village) -> None:
    _branch(village, "第一党支部", 30)
    _branch(village, "第二党支部", None)

    assert members(SCOPE, "999901", DAY)[village.pk].source == "profile"


def test_township_sees_only_its_own_branches(village: Village) -> None:
    _branch(village, "何村党支部", 30)
    _branch(Village.objects.get(code="999901101200"), "柳林党支部", 30)
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901101")

    assert [one.name for one in PartyBranch.objects.visible_to(clerk)] == ["柳林党支部"]
