"""Members of villages, with their source."""

from datetime import date

import pytest

from branches.figures import members
from branches.models import PartyBranch
from tests import factories
from tests.branches.factories import branch, counted, village
from villages.accounts.choices import Role
from villages.common.scope import Scope
from villages.models import County, Village

DAY = date(2026, 10, 31)
SCOPE = Scope.of(["999901"])


@pytest.fixture
def home(county: County) -> Village:
    return village()


def test_without_a_ledger_the_survey_tells(home: Village) -> None:
    found = members(SCOPE, "999901", DAY)[home.pk]

    assert (found.formal, found.branches, found.source) == (40, 0, "profile")
    assert found.as_of == date(2026, 1, 1)


def test_the_ledger_goes_before_the_survey(home: Village) -> None:
    branch(home, "第一党支部", 2)
    branch(home, "第二党支部", 57)
    branch(home, "党总支", kind="general")
    branch(home, "功能型党支部", 30, kind="functional")
    branch(home, "旧党支部", 9, abolished_on=DAY, abolition_no="1号", abolition_reason="并入")

    found = members(SCOPE, "999901", DAY)[home.pk]

    assert (found.formal, found.smallest, found.largest, found.branches) == (59, 2, 57, 2)
    assert found.source == "branches"


def test_the_newest_count_up_to_the_day_holds(home: Village) -> None:
    one = branch(home, "第一党支部", 30)
    counted(one, 31, date(2026, 10, 31))
    counted(one, 99, date(2026, 11, 1))

    found = members(SCOPE, "999901", DAY)[home.pk]

    assert (found.formal, found.as_of) == (31, date(2026, 10, 31))


def test_a_branch_without_count_leaves_the_village_to_its_survey(home: Village) -> None:
    branch(home, "第一党支部", 30)
    branch(home, "第二党支部")

    assert members(SCOPE, "999901", DAY)[home.pk].source == "profile"


def test_township_sees_only_its_own_branches(home: Village) -> None:
    branch(home, "何村党支部", 30)
    branch("999901101200", "柳林党支部", 30)
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901101")

    assert [one.name for one in PartyBranch.objects.visible_to(clerk)] == ["柳林党支部"]
