"""The situations of tests are cases that every constraint accepts."""

import pytest

from rectification.states import CaseStatus
from tests.rectification.situations import case_in, standard, with_plan
from villages.db.evaluating import broken

LI = "999901001200"


@pytest.mark.django_db
@pytest.mark.parametrize("status", CaseStatus)
def test_a_case_of_every_state_breaks_no_constraint(county, status: CaseStatus) -> None:
    case = with_plan(case_in(LI, status))

    assert list(broken(case)) == []
    assert case.events.get().to_status == status
    assert standard("999901").items.count() == 3
