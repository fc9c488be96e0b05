"""What every test may rely on."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from importlib import import_module
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as properties

from tests import factories
from tests.support.ordering import longest_first, name_groups
from tests.support.templates import load_instead_of_migrating
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.db.append_only import protect, release
from villages.db.sealed import seal, unseal
from villages.models import County

sealing = import_module("rectification.reports.migrations.0004_sealed")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
IN_CI = os.environ.get("CI") == "true"

# A busy machine is no defect of what is tested. In CI examples are the same in every run, so that
# what fails there fails here; elsewhere they are new ones each time.
properties.register_profile(
    "portal", deadline=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow]
)
properties.load_profile("portal")


def browser_path() -> str | None:
    """Debian's chromium or what CHROMIUM names."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def servers_answer() -> bool:
    """PostgreSQL and Redis on this machine."""
    return _answers("127.0.0.1", 5432) and _answers("127.0.0.1", 6379)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser or servers their tests are skipped with one line each."""
    if config.getoption("loadgroup", False):
        longest_first(items)
        name_groups(items)
    for item in items:
        if item.get_closest_marker("browser") and not browser_path():
            item.add_marker(pytest.mark.skip(reason="没有 chromium:跳过浏览器故事"))
        if item.get_closest_marker("servers") and not servers_answer():
            item.add_marker(pytest.mark.skip(reason="没有 PostgreSQL 或 Redis:跳过服务器测试"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """With CI=true a skip is a failure: CI installs everything."""
    outcome = yield
    report = outcome.get_result()
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Runs just before the test database is made."""
    load_instead_of_migrating()


@pytest.fixture(autouse=True)
def _quiet_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-03")
    _forget()
    yield
    _forget()


def _forget() -> None:
    for name in settings.CACHES:
        caches[name].clear()


# Rows that can only be added.
PROTECTED = (
    "villages_trace_auditentry",
    "rectification_caseevent",
    "supervision_event",
    "rectification_warning_decision",
)


def _clear_sealed() -> None:
    """Issued reports refuse to be deleted; their seals are lifted for the clean-up only."""
    for table in sealing.SEALED:
        with connection.schema_editor() as editor:
            unseal(table)(None, editor)
    for model in apps.get_app_config("rectification_reports").get_models():
        with connection.cursor() as cursor:
            verb = (
                "TRUNCATE TABLE %s CASCADE" if connection.vendor == "postgresql"
                else "DELETE FROM %s"
            )  # fmt: skip
            cursor.execute(verb % connection.ops.quote_name(model._meta.db_table))
    for table, given in sealing.SEALED.items():
        with connection.schema_editor() as editor:
            seal(table, *given)(None, editor)


@pytest.fixture
def transactional_db(transactional_db: None) -> Iterator[None]:
    """Tests that commit are cleaned by deleting rows, which the trail refuses: lift its guard
    for the clean-up only, and put it back."""
    yield
    _clear_sealed()
    for table in PROTECTED:
        with connection.schema_editor() as editor:
            release(table)(None, editor)
        verb = (
            "TRUNCATE TABLE %s CASCADE" if connection.vendor == "postgresql" else "DELETE FROM %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(verb % connection.ops.quote_name(table))
        with connection.schema_editor() as editor:
            protect(table)(None, editor)


@pytest.fixture
def county(db: None) -> County:
    """青原县: two townships, five villages, two of one name in different townships."""
    return factories.small_county("999901", "青原县")


@pytest.fixture
def other_county(db: None) -> County:
    """Another county, foreign to everybody in the first one."""
    return factories.small_county("999902", "白水县")


@pytest.fixture
def people(county: County) -> dict[str, User]:
    """One person of each role in 青原县; township and village people in the first township."""
    return factories.one_of_each_role(county.code)


@pytest.fixture
def client_as() -> Callable[[User], Client]:
    """A browser in which this person has signed in."""
    return factories.signed_in


@pytest.fixture
def county_client(people: dict[str, User]) -> Client:
    """A signed-in member of the organization department."""
    return factories.signed_in(people[Role.COUNTY_STAFF])


@pytest.fixture
def township_client(people: dict[str, User]) -> Client:
    """A signed-in township clerk."""
    return factories.signed_in(people[Role.TOWNSHIP_CLERK])


def database_vendor() -> str:
    """Which database the suite runs on."""
    return "postgresql" if urlsplit(os.environ.get("DATABASE_URL", "")).scheme else "sqlite"
