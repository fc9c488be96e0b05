"""Cases when villages are merged."""

from datetime import date
from typing import Any

import pytest

from rectification.followers import FOLLOWERS
from rectification.models import ProblemItem, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, with_plan
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.divisions.mapchange import Follow, MapChange, MapVerb

pytestmark = pytest.mark.django_db
LI, HE = "999901001200", "999901001201"
[CASES] = FOLLOWERS
MERGE = MapChange(
    verb=MapVerb.MERGE, county_code="999901", effective_on=date(2026, 11, 1), basis="县政府批复",
    follows=(Follow(LI, HE, "merge"),),
)  # fmt: skip


def test_an_open_case_goes_along_with_its_file(people: Any) -> None:
    case = with_plan(case_in(LI, CaseStatus.IN_PROGRESS))

    assert CASES.count([LI]) == 1
    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 1

    case.refresh_from_db()
    assert case.village.code == HE
    assert ProblemItem.objects.get(case=case).village.code == HE
    last = case.events.last()
    assert (last.step, last.village.code) == ("moved", HE)


def test_relapsed_and_withdrawn_cases_stay_history(people: Any) -> None:
    case_in(LI, CaseStatus.WITHDRAWN)

    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 0
    assert RectificationCase.objects.get().village.code == LI


def test_two_open_cases_must_be_settled_by_people_first(people: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)

    with pytest.raises(DomainError, match="合并后一个村只能有一个") as refused:
        CASES.move(MERGE, people[Role.COUNTY_STAFF])
    assert refused.value.code == "merge_open_cases"


def test_a_closed_case_goes_along_beside_an_open_one(people: Any) -> None:
    case_in(LI, CaseStatus.CLOSED)
    case_in(HE, CaseStatus.IN_PROGRESS)

    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 1
