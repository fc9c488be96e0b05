"""The burden meter, and what is perhaps collected for nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

from branches.models import PartyBranch
from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from tests.villages.filings.test_submitting import hand_in
from villages.accounts.models import User
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.figures.meter import askers, each_township, meter
from villages.filings.figures.unused import field_uses, input_uses
from villages.filings.models import FormLine, FormTime, ReportForm
from villages.filings.readers import named_by_readers
from villages.ledgers.declaring import ledgers
from villages.models import County, Village

MONTHS = [Month(2026, 9), Month(2026, 10), Month(2026, 11)]
TODAY = date(2026, 11, 3)


def whole(county: County) -> Scope:
    return Scope.of([county.code])


def second_form(county: County, *inputs: Any) -> None:
    form = ReportForm.objects.create(
        county_code=county.code, number="青组表〔2026〕9号", title="产业表", owner="县农业农村局",
        basis="青农发〔2026〕1号", valid_from=date(2026, 10, 1), valid_to=date(2026, 10, 31),
    )  # fmt: skip
    for place, one in enumerate(inputs):
        FormLine.objects.create(
            form=form, county_code=county.code, input_key=one.key, position=place,
            valid_from=date(2026, 10, 1),
        )  # fmt: skip


def test_each_month_costs_what_its_forms_asked(
    memory: Memory, county: County, django_assert_num_queries: Any
) -> None:
    asks(county.code, VISITS, HELD)
    second_form(county, VISITS, RENT)
    Village.objects.filter(code=f"{county.code}001200").update(valid_to=date(2026, 9, 30))
    FormTime.objects.create(
        county_code=county.code, month=202609, seconds=600, villages=5, inputs=2
    )

    with django_assert_num_queries(4):
        found = meter(whole(county), county.code, MONTHS)

    there = [
        sum(not one.valid_to or one.valid_to >= month.end for one in Village.objects.all())
        for month in MONTHS
    ]
    assert [one.villages for one in found] == there
    assert [one.inputs for one in found] == [2, 3, 2]
    assert [one.is_measured for one in found] == [True, False, False]
    assert found[0].minutes == Decimal(10)
    # Half up: 30 and 20 seconds a village.
    assert [one.minutes for one in found[1:]] == [
        Decimal((30 * there[1] + 30) // 60), Decimal((20 * there[2] + 30) // 60)
    ]  # fmt: skip


def test_a_township_sees_its_own_minutes(memory: Memory, county: County) -> None:
    asks(county.code, VISITS)

    east = meter(Scope.of([f"{county.code}001"]), county.code, MONTHS[-1:])[0]

    assert east.villages == 3
    assert each_township(Decimal(5), 2) == Decimal(3)
    assert each_township(Decimal(5), 0) is None


def test_prefilled_answers_by_month(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    asks(county.code, VISITS)
    rows = Village.objects.filter(township__code=f"{county.code}001").order_by("code")
    codes = tuple(rows.values_list("code", flat=True))
    for one in rows:
        memory.rows[one.pk, 202609] = {VISITS.key: 9}
    hand_in(codes, people["township_clerk"], typed={codes[0]: {VISITS.key: "10"}})

    september, october, november = meter(whole(county), county.code, MONTHS)

    assert (october.prefilled.confirmed, october.prefilled.answers) == (2, 3)
    assert october.prefilled.share == Decimal("66.67")
    assert september.prefilled.share is november.prefilled.share is None


def test_who_asks_most_pays_for_what_it_asks_first(memory: Memory, county: County) -> None:
    asks(county.code, VISITS, HELD)
    second_form(county, VISITS, RENT)

    first, second = askers(county.code, 216, date(2026, 10, 20))

    assert (first.owner, first.inputs, first.shared, first.minutes) == (
        "县委组织部", 2, 0, Decimal(72)
    )  # fmt: skip
    assert (second.owner, second.inputs, second.shared, second.minutes) == (
        "县农业农村局", 1, 1, Decimal(36)
    )  # fmt: skip
    assert [one.owner for one in askers(county.code, 216, TODAY)] == ["县委组织部"]


def test_minutes_of_an_office_are_rounded_once(memory: Memory, county: County) -> None:
    asks(county.code, VISITS, HELD, RENT)

    # Ten seconds each in four villages: 0.67 minutes each, 2 together and not 3.
    assert [one.minutes for one in askers(county.code, 4, TODAY)] == [Decimal(2)]


def test_inputs_nobody_answers_or_changes_are_named(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    asks(county.code, VISITS, HELD)
    rows = Village.objects.filter(township__code=f"{county.code}001").order_by("code")
    for one in rows:
        memory.rows[one.pk, 202609] = {VISITS.key: 9}
    hand_in(tuple(rows.values_list("code", flat=True)), people["township_clerk"])

    visits, held = input_uses(whole(county), county.code, (VISITS, HELD), MONTHS)

    assert (visits.answered, visits.changed, visits.is_still, visits.is_silent) == (
        3, 0, True, False
    )  # fmt: skip
    assert (held.answered, held.is_silent, held.is_still) == (0, True, False)
    assert visits.is_unread


def test_fields_of_empty_ledgers_are_not_called_empty(
    county: County, django_assert_num_queries: Any
) -> None:
    known = list(ledgers().values())

    with django_assert_num_queries(len(known)):
        uses = [use for one in known for use in field_uses(one, county.code, MONTHS)]

    assert {one.rows for one in uses} == {0}
    assert not any(one.is_empty for one in uses)


def test_a_field_that_stands_empty_in_every_row_is_named(county: County) -> None:
    village = Village.objects.in_county(county.code).earliest("code")
    PartyBranch.objects.create(village=village, county_code=county.code, name="李庄村党支部")

    uses = {one.item.name: one for one in field_uses(ledgers()["branches"], county.code, MONTHS)}

    assert not uses["kind"].is_empty
    assert {one.rows for one in uses.values()} == {1}
    assert uses["founded_on"].is_empty
    assert uses["founded_on"].is_read


def test_a_field_that_figures_name_is_read() -> None:
    read = named_by_readers()

    assert {"amount_fen", "valid_to"} <= read
    assert "no_figure_reads_this_one" not in read
