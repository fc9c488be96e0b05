"""Closing that hangs on a figure of the village instead of prose."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.drafting import add_item
from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.actions.settling import close, verify
from rectification.supervision.figures.goals import goals_of
from rectification.supervision.models import OrderUnit
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    CHECKED,
    ISSUED,
    LI,
    REPLIED,
    SIGNED,
    VERIFIED,
    Cast,
    at,
    draft,
    only,
    village,
)
from tests.villages.indicators.factories import in_force, said, share_in_force, yes_no_in_force
from villages.common.errors import DomainError
from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition

pytestmark = pytest.mark.django_db


def answered(cast: Cast, indicator: IndicatorDefinition, comparison: str, goal: str) -> OrderUnit:
    """A part whose item hangs on an indicator of 李庄村, already answered."""
    order = draft(cast)
    add_item(
        only(order), by=cast.author, text="改厕", village=village(LI), indicator=indicator,
        comparison=comparison, goal=Decimal(goal),
    )  # fmt: skip
    check(order, by=cast.checker, on=CHECKED)
    issue(order, by=cast.checker, on=ISSUED, at=at(ISSUED))
    part = receive(only(order), by=cast.clerk, on=SIGNED)
    return reply(part, by=cast.clerk, on=REPLIED, text="已完成", is_done=True)


def test_prose_does_not_help_while_the_figure_is_not_reached(cast: Cast) -> None:
    toilets = in_force(rhythm="month")
    part = answered(cast, toilets, "gte", "30")

    with pytest.raises(DomainError, match="李庄村“卫生厕所改造户数”还没有填报,应不低于 30 户"):
        verify(part, by=cast.author, on=VERIFIED)
    said(toilets, LI, "2026-09", value=29)
    with pytest.raises(DomainError, match="2026年9月为 29 户,应不低于 30 户") as told:
        verify(part, by=cast.author, on=VERIFIED)
    assert told.value.code == "order_item_unmet"

    said(toilets, LI, "2026-10", value=30)

    assert verify(part, by=cast.author, on=VERIFIED).status == "verified"


def test_a_figure_that_fell_back_is_seen_when_closing(cast: Cast) -> None:
    toilets = in_force(rhythm="month")
    row = said(toilets, LI, "2026-09", value=30)
    part = verify(answered(cast, toilets, "gte", "30"), by=cast.author, on=VERIFIED)
    row.value = 12
    row.save()

    refused("order_item_unmet", close, part, by=cast.author, on=VERIFIED, satisfaction="fair")


@pytest.mark.parametrize(
    ("kind", "comparison", "goal", "given", "met"),
    [
        (in_force, "gte", "30", {"value": 30}, True),
        (in_force, "gte", "30", {"value": 29}, False),
        (in_force, "lte", "30", {"value": 30}, True),
        (in_force, "lte", "30", {"value": 31}, False),
        # A share in percent of its base.
        (share_in_force, "gte", "95", {"value": 190, "base": 200}, True),
        (share_in_force, "gte", "95", {"value": 189, "base": 200}, False),
        (yes_no_in_force, "gte", "1", {"is_yes": True}, True),
        (yes_no_in_force, "gte", "1", {"is_yes": False}, False),
    ],
)
def test_kinds_of_figures(
    kind: Any, comparison: str, goal: str, given: dict[str, Any], met: bool, cast: Cast
) -> None:
    indicator = kind(rhythm="month")
    part = answered(cast, indicator, comparison, goal)
    said(indicator, LI, "2026-09", **given)

    [found] = goals_of(part, VERIFIED)

    assert found.is_met is met
    assert "李庄村" in found.words


def test_a_new_edition_of_the_same_figure_counts(cast: Cast) -> None:
    toilets = in_force(rhythm="month")
    part = answered(cast, toilets, "gte", "30")
    toilets.state, toilets.ended_on, toilets.end_reason = IndicatorState.ENDED, ISSUED, "改口径"
    toilets.label = toilets.own_label()
    toilets.save()
    newer = in_force(rhythm="month", slug="flush-toilets-2", stem="flush-toilets", edition=2)
    said(newer, LI, "2026-10", value=31)
    other = in_force(rhythm="month", slug="wells", name="机井")
    said(other, LI, "2026-10", value=1)

    [found] = goals_of(part, VERIFIED)

    assert (found.is_met, found.value) == (True, 31)


def test_what_is_filed_for_later_months_does_not_count_yet(cast: Cast) -> None:
    toilets = in_force(rhythm="month")
    part = answered(cast, toilets, "gte", "30")
    said(toilets, LI, "2026-12", value=31)

    [found] = goals_of(part, date(2026, 11, 30))

    assert not found.is_met


def test_a_goal_is_whole(cast: Cast) -> None:
    part, toilets = only(draft(cast)), in_force()
    whole = {"indicator": toilets, "comparison": "gte", "goal": Decimal(30), "village": village(LI)}
    for gap in ({"indicator": None}, {"comparison": ""}, {"goal": None}, {"village": None}):
        refused("order_item_goal", add_item, part, by=cast.author, text="改厕", **{**whole, **gap})
    foreign = in_force(county="999902", slug="ours")
    refused(
        "order_item_foreign", add_item, part, by=cast.author, text="改厕",
        **{**whole, "indicator": foreign},
    )  # fmt: skip

    assert add_item(part, by=cast.author, text="改厕", **whole).goal == 30
