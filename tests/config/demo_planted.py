"""What `demo --planted` says, held against what the ledgers and the rules say."""

import json
from io import StringIO
from typing import Any

from django.core.management import call_command

from branches.models import Meeting
from cadres.models import ResidentDuty
from config.demo.names import COUNTY_CODE
from rectification.warnings.judging import judge_county
from villages.affairs.models import PetitionCount, Survey
from villages.common.periods import Month
from villages.filings.models import Filing
from villages.models import Village

SEPTEMBER = Month(2026, 9)
# Rules that judge what the list names for September.
JUDGED = ("W01", "W11", "W12", "W22")


def listed() -> list[dict[str, Any]]:
    out = StringIO()
    call_command("demo", "--planted", stdout=out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def of_rule(rule: str) -> list[dict[str, Any]]:
    return [one for one in listed() if one["rule"] == rule]


def codes(rule: str) -> set[str]:
    return {one["village"] for one in of_rule(rule)}


def check_planted_rows_have_one_shape() -> None:
    rows = listed()
    known = set(Village.objects.filter(county_code=COUNTY_CODE).values_list("code", flat=True))

    assert len(rows) > 150
    assert all(set(one) == {"village", "period", "rule", "colour", "why"} for one in rows)
    assert {one["village"] for one in rows} <= known
    assert all(Month.from_number(int(one["period"].replace("-", ""))) for one in rows)
    assert all(one["why"] for one in rows)
    assert all(bool(one["colour"]) == one["rule"].startswith("W") for one in rows)


def check_planted_reds_are_the_reds_that_rules_find() -> None:
    found = {
        (reason["rule"], reason["level"], one.code)
        for one in judge_county(COUNTY_CODE, SEPTEMBER).villages
        for reason in one.reasons
        if reason["rule"] in JUDGED and reason["level"] in {"red", "yellow"}
    }
    said = {
        (one["rule"], one["colour"], one["village"]) for one in listed() if one["rule"] in JUDGED
    }

    assert {one for one in found if one[1] == "red"} == {one for one in said if one[1] == "red"}
    assert said <= found


def check_planted_draws_are_those_of_the_ledgers() -> None:
    loud = PetitionCount.objects.filter(month=SEPTEMBER.number, collective__gt=0)
    assert codes("W19") == set(loud.values_list("village__code", flat=True))
    held = Meeting.objects.filter(held_on__range=(SEPTEMBER.start, SEPTEMBER.end))
    assert not held.filter(village__code__in=codes("W05") | codes("W06")).exists()
    sour = [one for one in Survey.objects.all() if one.satisfied * 100 < one.answered * 60]
    assert codes("W21") == {one.village.code for one in sour}
    assert {one["village"] for one in of_rule("silent")}


def check_first_secretaries_have_days_where_the_open_month_was_handed_in() -> None:
    duties = ResidentDuty.objects.filter(month=202610)
    handed_in = Filing.objects.filter(month=202610).exclude(sent_at=None)

    there = set(duties.values_list("village_id", flat=True))
    assert len(there) > 20
    assert there <= set(handed_in.values_list("village_id", flat=True))
    assert set(duties.values_list("posting__role", flat=True)) == {"first_secretary"}
    assert not duties.exclude(source__startswith="填报").exists()


PLANTED = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
