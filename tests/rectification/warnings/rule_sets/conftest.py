"""People and a draft."""

import pytest

from rectification.warnings.actions.drafting import draft_from_set
from rectification.warnings.models import RuleDraft
from villages.accounts.choices import Role
from villages.accounts.models import User

COUNTY = "999901"


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    """Somebody of the organization department."""
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def draft(staff: User) -> RuleDraft:
    """A copy of the default rules."""
    return draft_from_set(by=staff, county=COUNTY, row=None)
