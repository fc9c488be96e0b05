"""Warning events in known situations, on days around the business date of tests, 2026-11-03."""

from datetime import date, datetime
from typing import Any

from rectification.warnings.choices import Level
from rectification.warnings.models import Alert, Evaluation, RuleSet, VillageWarning
from rectification.warnings.states import ENDED, AlertStatus
from tests.rectification.situations import village
from tests.rectification.warnings.worlds import facts_of, few_rules
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.imports.models import FilingMonth

COUNTY, HERE, BESIDE, FAR = "999901", "999901001200", "999901001201", "999901101200"
SEPTEMBER, OCTOBER, NOVEMBER = (Month(2026, month) for month in (9, 10, 11))
TODAY = date(2026, 11, 3)
RULE = "W01"
# What the rule says of a month: found, turned good though the event waits, unknown.
FOUND = {"rule": RULE, "level": "yellow", "evidence": {"days": 45}}
GOOD = {"rule": RULE, "level": "yellow", "evidence": {"why": "held"}, "held": 202609}
UNKNOWN = {"rule": RULE, "level": "yellow", "evidence": {"why": "held_unknown"}, "held": 202609}


def event(
    status: str = AlertStatus.OPEN, level: str = Level.YELLOW, code: str = HERE, **given: Any
) -> Alert:
    """An event of September in any state."""
    values: dict[str, Any] = {
        "rule": RULE, "level": level, "status": status, "raised_month": SEPTEMBER.number,
        "found_in": SEPTEMBER.number, "evidence": {"days": 45},
        "raised_at": datetime(2026, 10, 8, 9, tzinfo=ZONE),
        "public_at": datetime(2026, 10, 9, 9, tzinfo=ZONE),
        "red_from": SEPTEMBER.number if level == Level.RED else None,
    }  # fmt: skip
    if status == AlertStatus.OBSERVING:
        values |= {"observed_from": OCTOBER.number, "observation_until": date(2026, 11, 30)}
    if status in ENDED:
        values |= {"ended_from": OCTOBER.number, "ended_on": TODAY}
    place = village(code)
    made: Alert = Alert.objects.create(
        village=place, county_code=place.county_code, **{**values, **given}
    )
    return made


def judged(
    *reasons: dict[str, Any], month: Month = OCTOBER, code: str = HERE, colour: str = "yellow",
    **given: Any,
) -> VillageWarning:  # fmt: skip
    """A stored colour of a month, with its evaluation."""
    rules = RuleSet.objects.filter(county_code=COUNTY).first() or few_rules()
    place = village(code)
    run = Evaluation.objects.create(
        county_code=place.county_code, month=month.number, rule_set=rules, villages=1, red=0,
        yellow=0, green=0, grey=0, rows_written=1, stage="provisional", digest="0" * 64,
    )  # fmt: skip
    values: dict[str, Any] = {
        "reasons": list(reasons), "facts": facts_of({}).to_json(), "digest": "0" * 64,
        "township_code": place.code[:9], **given,
    }  # fmt: skip
    row: VillageWarning = VillageWarning.objects.create(
        village=place, county_code=place.county_code, month=month.number, colour=colour,
        rule_set=rules, evaluation=run, **values,
    )  # fmt: skip
    return row


def closed(month: Month) -> None:
    """The month is closed."""
    FilingMonth.objects.create(
        county_code=COUNTY,
        month=month.number,
        due_on=date(2026, 10, 28),
        closed_at=datetime(2026, 11, 2, 9, tzinfo=ZONE),
    )
