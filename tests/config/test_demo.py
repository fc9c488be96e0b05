"""The demo county is the same on every machine."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from config.demo import load
from config.demo.names import COUNTY_CODE
from config.demo.people import ACCOUNTS
from tests.config.demo_cases import CHECKS as CASES
from tests.config.demo_filings import CHECKS
from tests.config.demo_notices import CHECKS as NOTICES
from tests.config.demo_planted import PLANTED
from tests.config.demo_questions import QUESTIONS
from tests.config.demo_supervision import CHECKS as SUPERVISION
from tests.config.demo_warnings import WARNINGS
from villages.accounts.models import User
from villages.imports.models import FilingMonth
from villages.models import FormerName, Succession, Township, Village, VillageProfile
from villages.trace.chain import digest_rows
from villages.trace.verify import findings

# One worker loads the county, once.
pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once for all tests of this file: it is the largest county that tests know."""
    with django_db_blocker.unblock(), transaction.atomic():
        load.load("Spring-2026-willow")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: None, db: None) -> None:
    """The demo county; what a test changes is taken back."""


def test_eleven_townships_and_216_villages(demo: None) -> None:
    today = Village.objects.filter(county_code=COUNTY_CODE, valid_to=None)

    assert Township.objects.filter(county_code=COUNTY_CODE).count() == 11
    assert today.count() == 216
    assert today.exclude(profiles=None).count() == 216


def test_the_map_has_a_past(demo: None) -> None:
    assert Succession.objects.count() == 2
    assert FormerName.objects.count() == 1
    assert Village.objects.get(name="和兴村").valid_from.isoformat() == "2025-07-01"


def test_months_are_closed_up_to_september(demo: None) -> None:
    months = FilingMonth.objects.filter(county_code=COUNTY_CODE).order_by("month")

    assert [months[0].month, months[23].month, months.count()] == [202411, 202610, 24]
    assert list(months.filter(closed_at=None).values_list("month", flat=True)) == [202610]
    assert months.get(month=202609).closed_at.date().isoformat() == "2026-10-10"


def test_every_kind_of_user_can_sign_in(demo: None) -> None:
    people = {user.username: user for user in User.objects.filter(is_demo=True)}

    assert set(people) == {row[0] for row in ACCOUNTS}
    assert all(user.check_password("Spring-2026-willow") for user in people.values())
    assert not any(user.must_change_password for user in people.values())


def test_it_is_the_same_on_every_machine(demo: None) -> None:
    villages = Village.objects.order_by("code").values_list("code", "name")
    figures = VillageProfile.objects.order_by("village__code", "as_of").values_list(
        "village__code", "as_of", "households", "population", "members", "women_members"
    )
    rows = [*map(list, villages), *([*row[:1], row[1].isoformat(), *row[2:]] for row in figures)]

    assert digest_rows(rows)[:16] == "26a441a365151a64"


def test_its_trail_holds(demo: None) -> None:
    assert list(findings()) == []


def test_loading_twice_changes_nothing(demo: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo")

    assert "已经载入" in capsys.readouterr().out
    assert Village.objects.filter(county_code=COUNTY_CODE, valid_to=None).count() == 216


@pytest.mark.parametrize(
    "check",
    [*CHECKS, *CASES, *SUPERVISION, *NOTICES, *PLANTED, *WARNINGS, *QUESTIONS],
    ids=lambda check: check.__name__,
)
def test_its_filings(demo: None, check: Callable[[], None]) -> None:
    check()
