"""The answers keep to the description: random requests made from the schema itself."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from config.wsgi import application
from villages.accounts.actions.tokens import Limits, create_token
from villages.accounts.choices import Role
from villages.ledgers.declaring import ledgers
from villages.rest import limits

# What the test asks for by name is only seen when it runs.
pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("API_EXAMPLES", "5"))
# 400: a rule that no schema can say (a day in the future, a unit outside the territory);
# 412: a version that is not the current one; 404: a code or cursor that does not exist.
REFUSALS = "[200, 201, 202, 204, 304, 400, 403, 404, 409, 412, 422]"
CONFIG = f"""
[checks.positive_data_acceptance]
expected-statuses = {REFUSALS}

[checks.missing_required_header]
expected-statuses = [400, 401, 403, 406, 415, 422, 428]
"""
# test_api_schema.py sees to it that the portal gives this description.
DESCRIPTION = json.loads(Path("tests/openapi.json").read_text("utf-8"))
# The resources of ledgers come from one factory: one with verbs and one that people do not write
# stand for all. API_LEDGERS=all takes every one of them.
SAMPLED = {"post-filings", "branch-ratings"}
LEFT_OUT = set() if os.environ.get("API_LEDGERS") == "all" else set(ledgers()) - SAMPLED


def _is_asked(item: dict[str, Any]) -> bool:
    tags = {tag for method in item.values() if "tags" in method for tag in method["tags"]}
    return not LEFT_OUT & tags


PATHS = [path for path, item in DESCRIPTION["paths"].items() if _is_asked(item)]


@pytest.fixture(params=PATHS)
def description(request):
    """One address of the description: its requests are made up when its test runs, not before."""
    path = request.param
    # Schemathesis reads the id of a test where pytest kept it before 9.2.
    request.node._nodeid = request.node.nodeid
    alone = {**DESCRIPTION, "paths": {path: DESCRIPTION["paths"][path]}}
    one = schemathesis.openapi.from_dict(alone, config=SchemathesisConfig.from_str(CONFIG))
    one.app = application
    return one


schema = schemathesis.pytest.from_fixture("description")


@pytest.fixture
def kept_connection():
    """As Django's test client does: the test's transaction outlives the request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def bearer(people, monkeypatch, kept_connection):
    """A token that may write, and no limit on calls."""
    monkeypatch.setattr(limits, "_limit", lambda kind, now: 10_000_000)
    user = people[Role.COUNTY_STAFF]
    _token, secret = create_token(user=user, name="核对", limits=Limits(read_only=False), by=user)
    return {"Authorization": f"Bearer {secret}"}


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_no_answer_leaves_the_description(case, bearer, county):
    case.call_and_validate(headers=bearer)
