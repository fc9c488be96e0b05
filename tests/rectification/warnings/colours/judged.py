"""A county judged by three rules of its own, from facts laid down by hand: 东关街道 (五村 of the
first township) and 柳林镇."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from rectification.warnings.actions.evaluating import write
from rectification.warnings.judging import CountyJudged, Judged, outcome_of
from rectification.warnings.models import Alert, RuleSet, RuleVersion, VillageWarning
from rectification.warnings.rules import VillageFacts, by_code
from rectification.warnings.rules_in_force import Rules, rules_of
from rectification.warnings.standing import NOTHING, Standing
from villages.accounts.actors import COMMAND_LINE
from villages.common import clock
from villages.common.periods import Month
from villages.models import Village

COUNTY = "999901"
LI, HE, THIRD = "999901001200", "999901001201", "999901001202"
FAR, FARTHER = "999901101200", "999901101201"
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
CODES = ("W01", "W12", "W22")


def sound(**more: Any) -> VillageFacts:
    """A village in which none of the three rules finds anything."""
    given = {"has_secretary": True, "reserve": 2, "operating_fen": 50_000_000, **more}
    return VillageFacts(10, **given)


def vacant(days: int, **more: Any) -> VillageFacts:
    """The same without a secretary."""
    return sound(has_secretary=False, vacant_days=days, **more)


# The colours of 2026-10: two red, one yellow, one green, one grey.
MIXED: Mapping[str, VillageFacts] = {
    LI: vacant(91, operating_fen=8_000_000), HE: vacant(31), THIRD: sound(),
    FAR: VillageFacts(10), FARTHER: sound(operating_fen=4_166_666),
}  # fmt: skip


def rules_of_county(county: str = COUNTY) -> Rules:
    """Three rules with their default numbers, in force since the year began."""
    row = RuleSet.objects.create(
        county_code=county,
        name="青原县预警规则",
        effective_from=date(2026, 1, 1),
        basis="青组发3号",
    )
    RuleVersion.objects.bulk_create(
        RuleVersion(rule_set=row, code=code, parameters=by_code()[code].defaults())
        for code in CODES
    )
    return rules_of(row)


def judge(
    rules: Rules,
    facts: Mapping[str, VillageFacts] = MIXED,
    *,
    month: Month = OCTOBER,
    standing: Mapping[str, Standing] | None = None,
) -> CountyJudged:
    """What was judged; written as an evaluation writes it."""
    brought, rows = standing or {}, Village.objects.filter(code__in=facts).order_by("code")
    villages = tuple(_one(one, facts[one.code], brought.get(one.code, NOTHING), rules, month)
                     for one in rows.select_related("township"))  # fmt: skip
    judged = CountyJudged(COUNTY, month, rules, villages, month.end)
    write(by=COMMAND_LINE, judged=judged)
    return judged


def _one(
    village: Village, facts: VillageFacts, standing: Standing, rules: Rules, month: Month
) -> Judged:
    outcome = outcome_of(facts, standing, rules, month)
    return Judged(
        village.pk, village.code, village.township.code, outcome, facts.to_json(), standing
    )


def made_public() -> None:
    """The time of notice of every event is over."""
    Alert.objects.update(public_at=clock.now() - timedelta(hours=1))


def warning(code: str, month: Month = OCTOBER) -> VillageWarning:
    """The stored colour of a village."""
    found: VillageWarning = VillageWarning.objects.get(village__code=code, month=month.number)
    return found
