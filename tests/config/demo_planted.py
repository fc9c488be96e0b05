"""What `demo --planted` says, held against what the ledgers and the rules say."""

import json
from io import StringIO
from typing import Any

from django.core.management import call_command

from branches.models import Meeting
from cadres.models import ResidentDuty
from config.demo.names import COUNTY_CODE
from rectification.warnings.judgement import COMBINED
from rectification.warnings.rules import by_code
from villages.affairs.models import PetitionCount, Survey
from villages.common.periods import Month
from villages.filings.models import Filing
from villages.models import Village

SEPTEMBER = Month(2026, 9)


def listed() -> list[dict[str, Any]]:
    out = StringIO()
    call_command("demo", "--planted", stdout=out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def of_rule(rule: str) -> list[dict[str, Any]]:
    return [one for one in listed() if one["rule"] == rule]


def codes(rule: str, period: str, colour: str) -> set[str]:
    """Villages of one rule, month and colour."""
    wanted = (period, colour)
    return {one["village"] for one in of_rule(rule) if (one["period"], one["colour"]) == wanted}


def check_planted_rows_have_one_shape() -> None:
    rows = listed()
    known = set(Village.objects.filter(county_code=COUNTY_CODE).values_list("code", flat=True))

    assert len(rows) > 150
    assert all(set(one) == {"village", "period", "rule", "colour", "why"} for one in rows)
    assert {one["village"] for one in rows} <= known
    assert all(Month.from_number(int(one["period"].replace("-", ""))) for one in rows)
    assert all(one["why"] for one in rows)
    assert {one["colour"] for one in rows} == {"red", "yellow", "grey", ""}
    judged = {one["rule"] for one in rows if one["colour"] in {"red", "yellow"}}
    assert judged <= {*by_code(), *COMBINED}
    assert not judged & {one["rule"] for one in rows if one["colour"] in {"grey", ""}}


def check_planted_draws_are_those_of_the_ledgers() -> None:
    loud = PetitionCount.objects.filter(month=SEPTEMBER.number, collective__gt=0)
    assert codes("W19", "2026-10", "red") == set(loud.values_list("village__code", flat=True))
    held = Meeting.objects.filter(held_on__range=(SEPTEMBER.start, SEPTEMBER.end))
    quiet = codes("W05", "2026-09", "red") | codes("W06", "2026-09", "red")
    assert not held.filter(village__code__in=quiet).exists()
    sour = [one for one in Survey.objects.all() if one.satisfied * 100 < one.answered * 60]
    assert codes("W21", "2026-05", "red") == {one.village.code for one in sour}
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
