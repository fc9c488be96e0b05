"""Corrections: with a reason, beside what they replace, until the tenth."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from collective_economy.actions.correcting import correct_income
from collective_economy.actions.pushing import push_income
from collective_economy.actions.stating import Entry
from collective_economy.choices import Category
from collective_economy.models import IncomeEntry
from tests.collective_economy.factories import place, stated
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.actions.months import close_month
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
COUNTY, OCTOBER = "999901", Month(2026, 10)
THIRD, TENTH, ELEVENTH = date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 11)


def _entry(fen: int = 600, **more: Any) -> Entry:
    facts: dict[str, Any] = {"reason": "凭证录错"}
    return Entry(place(), Category.OPERATING, 202601, 202610, fen, **facts | more)


def _code(of: Any) -> str:
    with pytest.raises(DomainError) as refused:
        of()
    return refused.value.code


def test_a_correction_stands_beside_what_it_replaces(county: Any) -> None:
    old = stated(place(), 202610, 500)

    new = correct_income(_entry(), on=THIRD, by=COMMAND_LINE)

    old.refresh_from_db()
    assert (new.amount_fen, new.replaces_id, new.reason) == (600, old.pk, "凭证录错")
    assert old.superseded_on == THIRD
    assert AuditEntry.objects.get(action="income.corrected").reason == "凭证录错"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"reason": " "}, "reason_required"),
        ({"fen": 500}, "nothing_changed"),
        ({"fen": 399}, "ytd_falls"),
        ({"fen": 701}, "ytd_falls"),
        ({"category": Category.SUBSIDY}, "nothing_stated"),
    ],
)
def test_what_a_correction_may_not_say(county: Any, entry: dict[str, Any], code: str) -> None:
    stated(place(), 202609, 400)
    stated(place(), 202610, 500)
    stated(place(), 202611, 700)

    assert _code(lambda: correct_income(replace(_entry(), **entry), on=THIRD, by=COMMAND_LINE)) == (
        code
    )
    assert IncomeEntry.objects.count() == 3


@pytest.mark.parametrize(
    ("closed", "on", "passes"),
    [(False, ELEVENTH, True), (True, THIRD, True), (True, TENTH, True), (True, ELEVENTH, False)],
)
def test_corrections_end_on_the_tenth_once_the_month_is_closed(
    county: Any, closed: bool, on: date, passes: bool
) -> None:
    stated(place(), 202610, 500)
    if closed:
        close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    if passes:
        assert correct_income(_entry(), on=on, by=COMMAND_LINE).amount_fen == 600
    else:
        refused = _code(lambda: correct_income(_entry(), on=on, by=COMMAND_LINE))
        assert refused == "corrections_closed"


def test_a_part_that_no_longer_fits_is_forgotten(county: Any) -> None:
    stated(place(), 202610, 500, category=Category.OTHER, operating_part_fen=450)
    entry = replace(_entry(400), category=Category.OTHER)

    assert correct_income(entry, on=THIRD, by=COMMAND_LINE).operating_part_fen is None


def test_a_push_gives_every_row_its_outcome_and_may_be_repeated(county: Any) -> None:
    stated(place("999901001201"), 202610, 500)
    said = [
        _entry(reason=""),
        replace(_entry(700, reason=""), village=place("999901001201")),
        replace(_entry(500, reason=""), village=place("999901001201"), category=Category.OTHER),
        _entry(reason=""),
    ]

    first = push_income(said, county=COUNTY, on=THIRD, by=COMMAND_LINE)
    again = push_income(said[:1], county=COUNTY, on=THIRD, by=COMMAND_LINE)

    assert [one.outcome for one in first] == ["created", "refused", "created", "refused"]
    assert [one.error.code for one in first if one.error] == ["reason_required", "duplicate_row"]
    assert [one.outcome for one in again] == ["unchanged"]
    assert IncomeEntry.objects.current().count() == 3


def test_a_push_with_a_reason_corrects(county: Any) -> None:
    stated(place(), 202610, 500)

    done = push_income([_entry(900)], county=COUNTY, on=THIRD, by=COMMAND_LINE)

    assert done[0].outcome == "corrected"
    assert IncomeEntry.objects.current().get().amount_fen == 900


def test_a_closed_month_takes_no_new_statement(county: Any) -> None:
    close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    done = push_income([_entry()], county=COUNTY, on=THIRD, by=COMMAND_LINE)

    assert [one.error and one.error.code for one in done] == ["month_closed"]
