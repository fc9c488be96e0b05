"""What the colours of the demo county must be; its tests load the county once."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from config.demo.months import LAST
from config.demo.names import COUNTY_CODE
from config.demo.world import ON, look_around
from rectification.supervision.choices import Origin
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.states import OrderStatus
from rectification.warnings.actions.evaluating import evaluate
from rectification.warnings.choices import (
    AskStatus,
    Colour,
    DisputeStatus,
    Stage,
)
from rectification.warnings.judging import judge_county, replay
from rectification.warnings.models import (
    Alert,
    ColourOverride,
    Dispute,
    Evaluation,
    Exemption,
    RuleDraft,
    RuleSet,
    VillageWarning,
    WarningDecision,
)
from rectification.warnings.rules_in_force import rules_in_force
from rectification.warnings.states import AlertStatus
from tests.config.demo_planted import listed
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.models import County
from villages.trace.chain import digest_rows

GOLDEN = "ec54bcaac73ccc76"
SEPTEMBER = LAST.previous()


def months() -> tuple[Month, ...]:
    return look_around(County.objects.get(code=COUNTY_CODE)).months


def receipts(month: Month) -> list[VillageWarning]:
    rows = VillageWarning.objects.in_county(COUNTY_CODE).in_month(month)
    return list(rows.select_related("village", "rule_set").order_by("village__code"))


def promised(colour: str) -> dict[str, set[tuple[str, str]]]:
    """Villages and rules of a colour, by month."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in listed():
        if one["colour"] == colour:
            found[one["period"]].add((one["village"], one["rule"]))
    return found


def told(month: Month, level: str) -> set[tuple[str, str]]:
    """Villages and rules of a level in the receipts, but for colours set by hand."""
    return {
        (one.village.code, reason["rule"])
        for one in receipts(month)
        if one.mark != "override"
        for reason in one.reasons
        if reason["level"] == level
    }


def counts(month: Month) -> Counter[str]:
    return Counter(one.colour for one in receipts(month))


def check_what_is_planted_red_is_found_red_in_every_month_and_nothing_else() -> None:
    red = promised("red")
    for month in months():
        villages = {one.village.code for one in receipts(month) if one.colour == Colour.RED}

        assert villages == {village for village, _rule in red[month.code]}, month
        assert told(month, "red") == red[month.code], month


def check_what_is_planted_yellow_or_grey_is_found() -> None:
    yellow, grey = promised("yellow"), promised("grey")
    by_hand = set(ColourOverride.objects.values_list("village__code", flat=True))
    for month in months():
        planted = {one for one in yellow[month.code] if one[0] not in by_hand}
        unjudged = {one.village.code for one in receipts(month) if one.colour == Colour.GREY}

        assert planted <= told(month, "yellow"), month
        assert {village for village, _rule in grey[month.code]} <= unjudged, month


def check_all_four_colours_are_there() -> None:
    for month in months():
        assert set(counts(month)) == set(Colour.values), month
    for month in (SEPTEMBER, LAST):
        found = counts(month)
        assert 15 <= found["red"] * 100 / 216 <= 21
        assert 15 <= found["yellow"] * 100 / 216 <= 25
        assert found["grey"] >= 3


def check_a_second_run_writes_nothing() -> None:
    events = Alert.objects.count(), WarningDecision.objects.count()
    for month in (Month(2025, 8), Month(2026, 1), SEPTEMBER, LAST):
        assert evaluate(by=COMMAND_LINE, county=COUNTY_CODE, month=month).rows_written == 0, month

    assert (Alert.objects.count(), WarningDecision.objects.count()) == events


def check_every_month_is_judged_today_as_it_was_then() -> None:
    for month in months()[::3]:
        stored = {one.village.code: one.digest for one in receipts(month)}

        assert {one.code: one.digest for one in judge_county(COUNTY_CODE, month).villages} == stored


def check_every_receipt_replays() -> None:
    rows = VillageWarning.objects.in_county(COUNTY_CODE).select_related("rule_set")
    sets = {one.pk: one for one in RuleSet.objects.prefetch_related("versions")}
    count = 0
    for one in rows.iterator(2000):
        one.rule_set = sets[one.rule_set_id]
        assert replay(one) == (one.colour, one.reasons)
        count += 1

    assert count == 217 * 8 + 216 * 16


def check_each_month_was_judged_when_it_was_closed() -> None:
    runs = Evaluation.objects.filter(county_code=COUNTY_CODE).order_by("month")

    assert [one.month for one in runs] == [one.number for one in months()]
    assert {one.stage for one in runs if one.month != LAST.number} == {Stage.FINAL}
    assert runs.get(month=LAST.number).stage == Stage.PROVISIONAL


def check_rules_changed_with_the_year() -> None:
    before = rules_in_force(COUNTY_CODE, date(2025, 12, 31))
    own = RuleSet.objects.get(county_code=COUNTY_CODE)
    now = rules_in_force(COUNTY_CODE, ON)

    assert now.rule_set == own.pk != before.rule_set
    assert now.rating.steady == {"W10", "W11", "W12", "W22"}
    assert not before.rating.steady
    assert now.versions["W21"]["yellow_percent"] == 82
    [draft] = RuleDraft.objects.filter(adopted=None)
    assert draft.content["rules"]["W22"]["red_wan"] == 6


def check_people_did_everything_that_can_be_done() -> None:
    states = Counter(Alert.objects.values_list("status", flat=True))

    assert set(states) >= set(AlertStatus) - {AlertStatus.WITHDRAWN}
    assert states[AlertStatus.FALSE_ALARM] == 1
    unanswered = Alert.objects.filter(status=AlertStatus.OPEN, level="red")
    assert unanswered.filter(raised_month__lt=LAST.number).exists()
    assert not Alert.objects.filter(ended_on__gt=ON).exists()
    assert not WarningDecision.objects.filter(on__gt=ON).exists()


def check_nothing_was_lowered_before_its_data_were_good() -> None:
    lowered = Alert.objects.filter(status__in=(AlertStatus.LOWERED, AlertStatus.OBSERVING))

    assert lowered.count() > 60
    assert not lowered.filter(good_from=None).exists()
    reds = lowered.filter(level="red")
    assert not reds.filter(observed_from=None).exists()


def check_a_false_alarm_goes_straight_to_green() -> None:
    row = Alert.objects.get(status=AlertStatus.FALSE_ALARM)
    after = VillageWarning.objects.get(village=row.village, month=row.ended_from)

    assert (row.raised_month, row.ended_from, after.colour) == (202512, 202601, Colour.GREEN)
    people = set(row.decisions.filter(kind__contains="false-alarm").values_list("by_name"))
    assert len(people) == 2


def check_a_colour_set_by_hand_is_marked_and_ends() -> None:
    row = ColourOverride.objects.get()
    shown = VillageWarning.objects.get(village=row.village, month=LAST.number)

    assert row.status == AskStatus.APPROVED
    assert row.asked_by_id != row.decided_by_id
    assert (row.from_month, row.until_month) == (202610, 202612)
    assert (shown.colour, shown.raw_colour, shown.mark) == ("yellow", "red", "override")


def check_snow_and_a_removal_were_exempt() -> None:
    kinds = Counter(Exemption.objects.values_list("kind", flat=True))

    assert kinds == {"snow": 6, "relocation": 23}
    for one in Exemption.objects.filter(kind="snow"):
        receipt = VillageWarning.objects.get(village=one.village, month=one.from_month)
        exempt = {each["rule"] for each in receipt.reasons if each["level"] == "exempt"}
        assert exempt == {"W05", "W06"}


def check_objections_stand_in_every_state() -> None:
    states = set(Dispute.objects.values_list("status", flat=True))

    assert states == {DisputeStatus.UPHELD, DisputeStatus.REJECTED, DisputeStatus.OPEN}


def check_papers_are_out_or_wait() -> None:
    papers = SupervisionOrder.objects.filter(origin=Origin.WARNING)
    linked: Any = Alert.objects.exclude(order=None)

    assert Counter(papers.values_list("status", flat=True)) == {
        OrderStatus.ISSUED: 2, OrderStatus.DRAFT: 1,
    }  # fmt: skip
    assert linked.count() >= 6
    assert set(linked.values_list("order", flat=True)) == set(papers.values_list("pk", flat=True))


def check_colours_are_the_same_on_every_machine() -> None:
    rows = VillageWarning.objects.in_county(COUNTY_CODE).order_by("month", "village__code")
    told_of = rows.values_list("month", "village__code", "colour", "mark", "digest")
    events = Alert.objects.order_by("village__code", "rule", "raised_month").values_list(
        "village__code", "rule", "raised_month", "level", "status", "ended_from", "observed_from"
    )
    said = WarningDecision.objects.order_by("village__code", "on", "kind", "id").values_list(
        "village__code", "on", "kind", "month", "by_name"
    )
    lines = [*map(list, told_of), *map(list, events)]
    lines += [[code, on.isoformat(), *rest] for code, on, *rest in said]

    digest = digest_rows(lines)[:16]
    assert digest == GOLDEN, digest


WARNINGS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
