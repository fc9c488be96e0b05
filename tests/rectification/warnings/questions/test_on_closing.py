"""Apps say in `on_closing.py` what follows the closing of a month."""

from typing import Any

import pytest

from tests.rectification.warnings.questions.situations import COUNTY, OCTOBER
from villages import registries
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.registries import ClosingSource
from villages.imports.actions.months import close_month
from villages.imports.models import FilingMonth

pytestmark = pytest.mark.usefixtures("county")


def test_the_sources_of_apps_are_found() -> None:
    assert "questions" in [one.key for one in registries.closing()]


def test_a_source_is_told_once_what_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []

    def act(county: str, month: Any, by: Any) -> None:
        closed = FilingMonth.objects.get(county_code=county, month=month.number).closed_at
        told.append((county, month, by, closed is not None))

    monkeypatch.setattr(registries, "closing", lambda: (ClosingSource("test", act),))
    close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)
    with pytest.raises(DomainError):
        close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    assert told == [(COUNTY, OCTOBER, COMMAND_LINE, True)]


def test_what_fails_there_leaves_the_month_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def act(_county: str, _month: Any, _by: Any) -> None:
        raise DomainError("broken", "没有办成。")

    monkeypatch.setattr(registries, "closing", lambda: (ClosingSource("test", act),))
    with pytest.raises(DomainError):
        close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    assert not FilingMonth.objects.exclude(closed_at=None).exists()
