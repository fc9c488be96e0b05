"""What a report says about the three colours, and what it does not tell yet."""

from datetime import date

import pytest

from rectification.reports.topics import ground, warnings
from rectification.reports.topics.warning_reasons import on_paper
from rectification.warnings.figures.colours import colours
from rectification.warnings.models import Alert, Dispute, VillageWarning
from rectification.warnings.rules_in_force import rules_in_force
from rectification.warnings.states import AlertStatus
from tests.rectification.reports.topics.told_by import (
    ALL,
    EAST,
    GUO,
    HE,
    LI,
    WILLOW,
    ZHOU,
    asked,
    assert_sound,
    queries,
    report,
    said,
    units,
    values,
)
from tests.rectification.warnings.colours.judged import (
    MIXED,
    judge,
    made_public,
    rules_of_county,
    sound,
    vacant,
    warning,
)
from villages.common.periods import Month, Quarter
from villages.common.scope import Scope
from villages.models import County, Village

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def judged(county: County) -> County:
    """All green in September; in October two red, one yellow, one green, one not judged."""
    rules = rules_of_county()
    judge(rules, dict.fromkeys(ALL, sound()), month=SEPTEMBER)
    judge(rules, MIXED)
    made_public()
    return county


def test_numbers_are_those_of_the_app(judged: County) -> None:
    counts = colours(Scope.of([judged.code]), judged.code, OCTOBER).counts

    content = report(judged, ground.tell, warnings.tell)

    found = values(content)
    assert {key: found[f"colour.{key}"] for key in counts} == counts
    assert found["colour.red"] == sum(
        found[f"colour.red.{unit}"] for unit in (EAST, WILLOW)
    ) > 0  # fmt: skip
    assert_sound(content)


def test_bounds_hold_whatever_the_missing_villages_are(judged: County) -> None:
    content = report(judged, ground.tell, warnings.tell)

    found, told = values(content), said(content)
    grey = warning("999901101200")
    assert grey.colour == "grey"
    low, high = found["colour.green.low"], found["colour.green.high"]
    assert (low, found["colour.green.share"], high) == ("20.00", "20.00", "40.00")
    assert told["warnings.bounds"].startswith("绿色村占20.00%—40.00%")
    for final in ("green", "red"):
        VillageWarning.objects.filter(pk=grey.pk).update(colour=final)
        share = values(report(judged, ground.tell, warnings.tell))["colour.green.share"]
        assert float(low) <= float(share) <= float(high)


def test_a_month_that_nobody_judged_is_a_gap(county: County) -> None:
    content = report(county, ground.tell, warnings.tell)

    assert values(content)["colour.green"] is None
    assert content.figure("colour.red").gap == "not-evaluated"
    assert content.figure(f"colour.red.{EAST}").value is None
    assert not [key for key in said(content) if key.startswith("warnings")]


def test_moves_are_told_against_the_month_before(judged: County) -> None:
    content = report(judged, ground.tell, warnings.tell)

    found = values(content)
    assert (found["warnings.worse"], found["warnings.better"]) == (3, 0)
    assert (found["colour.red.before"], found["colour.red.before.change"]) == (0, 2)
    assert "比9月上升40.00个百分点" in said(content)["warnings.colours"]


def test_without_a_month_before_nothing_is_compared(county: County) -> None:
    judge(rules_of_county())

    content = report(county, ground.tell, warnings.tell)

    assert "warnings.worse" not in content.by_code
    assert "比9月" not in said(content)["warnings.colours"]


def test_who_is_in_the_time_of_notice_is_counted_and_not_named(judged: County) -> None:
    before = report(judged, ground.tell, warnings.tell)
    Alert.objects.filter(village__code=LI).update(public_at="2026-11-20T00:00:00+08:00")

    content = report(judged, ground.tell, warnings.tell)

    assert values(content)["colour.red"] == values(before)["colour.red"] == 2
    assert values(content)["colour.noticed"] == 1
    assert "warnings.noticed" in said(content)
    assert units(content)["warnings.red"] == (GUO,)
    assert [row[2] for row in content.table("red").rows] == ["郭集村"]
    assert LI in [row[0] for row in before.base_of["colours"].rows]
    for key in ("colours", "reasons", "events"):
        assert LI not in [row[0] for row in content.base_of[key].rows], key
    row = next(row for row in content.villages.rows if row[0] == LI)
    assert [row[content.villages.place(key)] for key in ("colour", "reasons")] == [None, None]
    assert_sound(content)


def test_villages_red_for_months_are_named_with_their_months(judged: County) -> None:
    VillageWarning.objects.filter(village__code=LI, month=202610).update(red_months=4)

    content = report(judged, ground.tell, warnings.tell)

    assert units(content)["warnings.lasting"] == (LI,)
    assert said(content)["warnings.lasting"] == (
        "1个村连续2个月以上红色，如东关街道李庄村（4个月）。"
    )
    table = content.table("red")
    assert table.rows[0][1:3] == ("东关街道", "李庄村")
    assert table.rows[0][4] == 4


def test_events_of_the_period(judged: County) -> None:
    raised = Alert.objects.filter(raised_month=202610).count()
    lowered = Alert.objects.filter(village__code=HE)
    lowered.update(
        status=AlertStatus.LOWERED, ended_on=date(2026, 10, 20), ended_from=202611,
    )  # fmt: skip

    content = report(judged, ground.tell, warnings.tell)

    found = values(content)
    assert found["warnings.raised"] == raised > 0
    assert found["warnings.lowered"] == lowered.count() > 0
    assert f"本月新产生预警{raised}件" in said(content)["warnings.events"]


def test_an_event_of_another_month_is_not_told(judged: County) -> None:
    Alert.objects.update(raised_month=202608, red_from=None, level="yellow")

    content = report(judged, ground.tell, warnings.tell)

    assert values(content)["warnings.raised"] == 0
    assert "warnings.events" not in said(content)


def test_objections_by_their_outcome(judged: County) -> None:
    decided = {"decided_on": date(2026, 10, 28), "answer": "数据有误", "decided_name": "赵"}
    for status, more in (("open", {}), ("upheld", decided)):
        Dispute.objects.create(
            village=Village.objects.get(code=LI), county_code=judged.code, warning=warning(LI),
            month=202610, rule="W01" if status == "open" else "W12", claim="已到任", status=status,
            opened_name="钱", opened_on=date(2026, 10, 27), due_on=date(2026, 11, 3), **more,
        )  # fmt: skip

    content = report(judged, ground.tell, warnings.tell)

    assert said(content)["warnings.objections"] == "办理预警异议2件，其中成立1件、正在复核1件。"


def test_rules_that_found_most_come_first(judged: County) -> None:
    content = report(judged, ground.tell, warnings.tell)

    codes = [one.code for one in content.figures if one.code.startswith("warnings.rule.")]
    numbers = [content.figure(code).value for code in codes]
    assert numbers == sorted(numbers, reverse=True)  # type: ignore[type-var]
    assert "触发较多的规则：“" in said(content)["warnings.rules"]


def test_a_quarter_compares_with_the_last_month_of_the_quarter_before(judged: County) -> None:
    judge(rules_in_force(judged.code, OCTOBER.end), {ZHOU: vacant(91)}, month=Month(2026, 6))

    content = report(judged, ground.tell, warnings.tell, period=Quarter(2026, 3))

    assert values(content)["colour.red.before"] == 1
    assert "比6月" in said(content)["warnings.colours"]


def test_every_report_makes_the_same_number_of_queries(judged: County) -> None:
    assert queries(warnings.tell, judged) == 3


def test_frozen_rows_hold_every_village(judged: County) -> None:
    content = report(judged, ground.tell, warnings.tell)

    assert len(content.base_of["colours"].rows) == len(asked(judged).places)


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("书记空缺 45 天", "书记空缺45天"),
        ("收入 8,000 元,低于 5 万元", "收入8000元，低于5万元"),
        ("驻村 14 天(少于 15 天);待核实:是", "驻村14天（少于15天）；待核实：是"),
    ],
)
def test_reasons_are_printed_as_documents_write(told: str, printed: str) -> None:
    assert on_paper(told) == printed
