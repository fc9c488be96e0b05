"""Colours set by hand and exemptions: two people, an end, a mark, months that are closed."""

from typing import Any

import pytest

from rectification.warnings.actions import asking
from rectification.warnings.choices import AskStatus
from rectification.warnings.models import Alert, ColourOverride, Exemption, VillageWarning
from tests.rectification.situations import village
from tests.rectification.warnings.events.situations import (
    BESIDE,
    COUNTY,
    FAR,
    HERE,
    NOVEMBER,
    OCTOBER,
    TODAY,
    closed,
)
from tests.rectification.warnings.worlds import World, colour_of, receipt_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError


@pytest.fixture
def red(people: dict[str, Any], world: World) -> dict[str, Any]:
    """One village is red in October, which is open."""
    world.say(HERE, W01="red")
    world.judge(OCTOBER)
    return people


def _override(by: Any, **given: Any) -> ColourOverride:
    values = {
        "village": village(HERE), "colour": "yellow", "from_month": OCTOBER.number,
        "until_month": NOVEMBER.number, "reason": "书记已到任,登记在途。", **given,
    }  # fmt: skip
    return asking.ask_override(by=by, on=TODAY, **values)


def _exempt(by: Any, *codes: str, **given: Any) -> list[Exemption]:
    values: dict[str, Any] = {
        "kind": "snow", "rules": ["W01"], "from_month": OCTOBER.number,
        "until_month": OCTOBER.number, "reason": "雨雪封路,〔2026〕8号。", **given,
    }  # fmt: skip
    return asking.ask_exemptions(by=by, villages=[village(one) for one in codes], on=TODAY,
                                 **values)  # fmt: skip


def test_an_override_holds_when_a_second_person_approved_it(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF])
    assert colour_of(HERE, OCTOBER) == "red"

    asking.approve(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY)

    stored = VillageWarning.objects.get(village__code=HERE)
    assert (stored.colour, stored.mark, stored.raw_colour) == ("yellow", "override", "red")
    assert row.asked_by == red[Role.COUNTY_STAFF]


def test_nobody_approves_the_own_request(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF])

    with pytest.raises(DomainError) as refused:
        asking.approve(by=red[Role.COUNTY_STAFF], row=row, on=TODAY)

    assert refused.value.code == "asked_own"


@pytest.mark.parametrize("role", [Role.TOWNSHIP_SECRETARY, Role.COUNTY_LEADER])
def test_others_do_not_decide(red: dict[str, Any], role: str) -> None:
    row = _override(red[Role.COUNTY_STAFF])

    with pytest.raises(DomainError) as refused:
        asking.approve(by=red[role], row=row, on=TODAY)

    assert refused.value.code == "asked_side"


def test_the_evaluation_after_an_approval_writes_nothing(red: dict[str, Any], world: World) -> None:
    row = _override(red[Role.COUNTY_STAFF])
    asking.approve(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY)

    assert world.judge(OCTOBER) == 0


def test_an_end_before_time_gives_the_computed_colour_back(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF])
    asking.approve(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY)

    asking.end(by=red[Role.COUNTY_STAFF], row=row, on=TODAY, text="书记又走了")

    assert colour_of(HERE, OCTOBER) == "red"
    assert ColourOverride.objects.get().ended_from == OCTOBER.number


def test_a_refusal_changes_nothing(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF])

    asking.refuse(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY, text="没有依据")

    assert ColourOverride.objects.get().status == AskStatus.REFUSED
    assert colour_of(HERE, OCTOBER) == "red"


@pytest.mark.parametrize(("months", "field"), [
    ({"from_month": 202609}, "from_month"),
    ({"until_month": 202704}, "until_month"),
    ({"until_month": 202609}, "until_month"),
])  # fmt: skip
def test_months_that_cannot_be(red: dict[str, Any], months: dict[str, int], field: str) -> None:
    with pytest.raises(DomainError) as refused:
        _override(red[Role.COUNTY_STAFF], **months)

    assert field in refused.value.fields or refused.value.code == "override_months"
    assert not ColourOverride.objects.exists()


def test_approved_after_closing_it_counts_from_the_next_month(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF])
    closed(OCTOBER)

    asking.approve(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY)

    assert ColourOverride.objects.get().from_month == NOVEMBER.number
    assert colour_of(HERE, OCTOBER) == "red"


def test_approved_when_all_its_months_are_closed_it_is_refused(red: dict[str, Any]) -> None:
    row = _override(red[Role.COUNTY_STAFF], until_month=OCTOBER.number)
    closed(OCTOBER)

    with pytest.raises(DomainError) as refused:
        asking.approve(by=red[Role.COUNTY_MINISTER], row=row, on=TODAY)

    assert refused.value.code == "asked_over"


def test_an_exemption_of_several_villages_is_one_request(red: dict[str, Any]) -> None:
    made = _exempt(red[Role.TOWNSHIP_CLERK], HERE, BESIDE)

    assert {one.batch for one in made} == {made[0].batch}
    assert [one.village.code for one in made] == [HERE, BESIDE]


def test_an_exempt_rule_is_told_and_does_not_count(red: dict[str, Any], world: World) -> None:
    [row] = _exempt(red[Role.TOWNSHIP_CLERK], HERE)

    asking.approve(by=red[Role.COUNTY_STAFF], row=row, on=TODAY)

    stored = VillageWarning.objects.get(village__code=HERE)
    assert (stored.colour, stored.mark) == ("green", "exempt")
    assert receipt_of(HERE, OCTOBER)["W01"]["found"] == "red"
    assert Alert.objects.get().status == "withdrawn"
    assert world.judge(OCTOBER) == 0


def test_exemptions_keep_to_the_own_territory(red: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refused:
        _exempt(red[Role.TOWNSHIP_CLERK], HERE, FAR)

    assert refused.value.code == "exemption_side"
    assert not Exemption.objects.exists()


def test_an_exemption_names_rules_that_exist(red: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refused:
        _exempt(red[Role.COUNTY_STAFF], HERE, rules=["W99"])

    assert refused.value.code == "rule_unknown"
    assert COUNTY not in str(refused.value)
