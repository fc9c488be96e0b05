"""A definition is drafted, put into force, revised, ended; values are filled for all villages."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.villages.indicators import factories as made
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.models import FilingMonth
from villages.indicators.actions.filling import fill_values
from villages.indicators.actions.life import begin, end, revise
from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import read_span
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import County
from villages.trace.models import AuditEntry

NEAR, BESIDE, FAR, ABROAD = "999901001200", "999901001201", "999901101200", "999902001200"
START = date(2026, 10, 1)


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    return people[Role.TOWNSHIP_CLERK]


IMPOSSIBLE: list[tuple[dict[str, Any], str]] = [
    ({"slug": "Big"}, "indicator_slug_form"),
    ({"about": ""}, "indicator_has_about"),
    ({"purpose": ""}, "indicator_has_purpose"),
    ({"basis": ""}, "indicator_has_basis"),
    ({"unit": ""}, "indicator_amount_has_unit"),
    ({"low": 5, "high": 4}, "indicator_range"),
    ({"kind": "yes-no", "low": 1}, "indicator_range_of_numbers"),
    ({"begun_on": START}, "indicator_draft_not_begun"),
    ({"state": "in-force"}, "indicator_begun_day"),
    ({"state": "ended", "begun_on": START, "end_reason": "够了"}, "indicator_ended_day"),
    ({"state": "ended", "begun_on": START, "ended_on": START}, "indicator_ended_why"),
    ({"state": "in-force", "begun_on": date(2028, 1, 1)}, "indicator_sunset_later"),
    ({"rhythm": "weekly"}, "indicator_rhythm_known"),
]


@pytest.mark.parametrize(("values", "name"), IMPOSSIBLE, ids=[one[1] for one in IMPOSSIBLE])
def test_definitions_that_cannot_be(county: County, values: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        made.draft(**values)


@pytest.mark.parametrize(
    ("values", "name"),
    [({}, "value_number_or_answer"), ({"value": 1, "is_yes": True}, "value_number_or_answer"),
     ({"value": 4, "base": 3}, "value_not_above_base"), ({"value": 0, "base": 0}, "value_base"),
     ({"value": -1, "base": 3}, "value_share_not_negative")],
)  # fmt: skip
def test_values_that_cannot_be(county: County, values: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        made.said(made.share_in_force(), NEAR, "2026-10", **values)


def test_two_open_indicators_have_different_names(county: County) -> None:
    made.in_force()

    with pytest.raises(IntegrityError):
        made.in_force(slug="toilets-again")


def test_a_definition_comes_into_force_once(county: County, staff: User) -> None:
    one = made.draft()

    begin(one, by=staff, begun_on=START)

    one.refresh_from_db()
    assert (one.state, one.begun_on) == (IndicatorState.IN_FORCE, START)
    assert AuditEntry.objects.filter(action="indicator.begun").count() == 1
    with pytest.raises(DomainError, match="生效"):
        begin(one, by=staff, begun_on=START)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": "党员打卡人次"}, "indicator_refused"),
        ({"sunset_on": date(2028, 10, 2)}, "sunset_too_late"),
        ({"sunset_on": date(2026, 10, 1)}, "sunset_too_late"),
    ],
)
def test_what_may_not_come_into_force(
    county: County, staff: User, values: dict[str, Any], code: str
) -> None:
    with pytest.raises(DomainError) as error:
        begin(made.draft(**values), by=staff, begun_on=START)

    assert error.value.code == code


def test_two_years_to_the_day_are_allowed(county: County, staff: User) -> None:
    one = begin(made.draft(sunset_on=date(2028, 10, 1)), by=staff, begun_on=START)

    assert one.is_open


def test_a_name_in_use_is_not_asked_twice(county: County, staff: User) -> None:
    made.in_force()

    with pytest.raises(DomainError) as error:
        begin(made.draft(slug="again"), by=staff, begun_on=START)

    assert error.value.code == "indicator_twice"


def test_a_new_edition_takes_over_and_values_keep_theirs(county: County, staff: User) -> None:
    first = made.in_force()
    value = made.said(first, NEAR, "2026Q3", 12)
    second = revise(first, by=staff)
    second.about = "含自建并验收的户数"
    second.save()

    begin(second, by=staff, begun_on=START)

    first.refresh_from_db()
    value.refresh_from_db()
    assert (second.slug, second.stem, second.edition) == ("flush-toilets-v2", "flush-toilets", 2)
    assert (first.state, first.ended_on) == (IndicatorState.ENDED, START)
    assert value.definition_id == first.pk
    assert first.about == made.WORDS["about"]
    assert (first.label, second.label) == ("卫生厕所改造户数(flush-toilets)", "卫生厕所改造户数")


def test_only_one_draft_at_a_time(county: County, staff: User) -> None:
    first = made.in_force()
    revise(first, by=staff)

    with pytest.raises(DomainError) as error:
        revise(first, by=staff)

    assert error.value.code == "indicator_draft_waits"


def test_words_in_force_do_not_change(county: County, staff: User) -> None:
    one = made.in_force()

    with pytest.raises(DomainError) as error:
        write_row(ledgers()["indicators"], values={"about": "别的"}, by=staff, row=one)

    one.refresh_from_db()
    assert error.value.code == "indicator_fixed"
    assert one.about == made.WORDS["about"]


def test_ending_keeps_values_and_needs_a_later_day(county: County, staff: User) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q3", 12)

    with pytest.raises(DomainError, match="不能早于"):
        end(one, by=staff, ended_on=date(2025, 12, 31), reason="够了")
    end(one, by=staff, ended_on=date(2026, 10, 31), reason="并入统计年报")

    assert IndicatorDefinition.objects.get().state == IndicatorState.ENDED
    assert IndicatorValue.objects.count() == 1


def test_a_township_defines_nothing(county: County, clerk: User) -> None:
    with pytest.raises(DomainError) as error:
        begin(made.draft(), by=clerk, begun_on=START)

    assert error.value.code == "indicator_not_allowed"


def filled(one: IndicatorDefinition, by: User, **given: Any) -> tuple[int, dict[Any, str]]:
    said = {code.removeprefix("v"): values for code, values in given.items()}
    return fill_values(definition=one, span=read_span(one.rhythm, "2026Q3"), given=said, by=by)


def test_a_grid_writes_all_villages_and_then_nothing_new(county: County, clerk: User) -> None:
    one = made.in_force()
    given = {"v" + NEAR: {"value": Decimal(3)}, "v" + BESIDE: {"value": Decimal(0)}}

    assert filled(one, clerk, **given) == (2, {})
    assert filled(one, clerk, **given) == (0, {})
    assert {row.month for row in IndicatorValue.objects.all()} == {202609}


def test_one_faulty_line_saves_nothing(county: County, clerk: User) -> None:
    one = made.in_force()

    written, faults = filled(
        one, clerk, **{"v" + NEAR: {"value": Decimal(3)}, "v" + BESIDE: {"value": Decimal("2.5")}}
    )

    assert written == 0
    assert list(faults) == [(BESIDE, "value")]
    assert not IndicatorValue.objects.exists()


def test_a_closed_month_takes_no_values(county: County, clerk: User) -> None:
    one = made.in_force()
    FilingMonth.objects.create(
        county_code="999901", month=202609, due_on=date(2026, 9, 25), closed_at=clock.instant()
    )

    written, faults = filled(one, clerk, **{"v" + NEAR: {"value": Decimal(3)}})

    assert written == 0
    assert "已封账" in " ".join(faults.values())
