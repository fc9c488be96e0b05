"""W15: the first secretary's days in the village."""

from rectification.warnings.rules.declaring import (
    Category,
    Evidence,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.series import in_a_row, numbers_of
from rectification.warnings.rules.village import VillageFacts


def _measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    days = numbers_of(facts.stationed_days)
    this = days[0] if days else None
    told = facts.stationed_absences if this is not None else None
    run = in_a_row(days, lambda one: one < values["yellow_days"])
    return (
        Measure("当月驻村天数", "天", this, Bad.BELOW, values["yellow_days"], values["red_days"]),
        Measure("连续驻村天数不足", "个月", run if this is not None else None, Bad.REACHED,
                red=values["red_months"]),
        Measure("抽查无故不在岗", "次", told, Bad.REACHED, red=values["red_absences"]),
    )  # fmt: skip


@rule(
    "W15",
    "第一书记驻村天数不足",
    Category.CADRES,
    basis="第一书记和工作队员每月驻村不少于 20 天,全年不少于 200 天。",
    thresholds={
        "yellow_days": Threshold(20, "当月驻村少于此天数为黄色", "天"),
        "red_days": Threshold(15, "当月驻村少于此天数为红色", "天"),
        "red_months": Threshold(2, "连续不足黄色天数达到此月数为红色", "个月"),
        "red_absences": Threshold(1, "抽查无故不在岗达到此次数为红色", "次"),
    },
    examples=Examples(
        red=VillageFacts(10, stationed=1, stationed_days="14 22 21"),
        yellow=VillageFacts(10, stationed=1, stationed_days="19 20 21"),
        green=VillageFacts(10, stationed=1, stationed_days="20 19 21"),
        unknown=VillageFacts(10),
    ),
    source="cadres.ResidentDuty.days_actual",
    ledgers=("resident-duties", "postings"),
    measuring=_measures,
    whole_month=True,
)
def first_secretary_away(facts: VillageFacts, values: Parameters) -> Finding | None:
    """A village without a first secretary for the whole month has nobody to be away."""
    if facts.stationed is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if not facts.stationed:
        return None
    days = numbers_of(facts.stationed_days)
    if not days or days[0] is None:
        return Finding(Level.UNKNOWN, {"why": "not_told"})
    run = in_a_row(days, lambda one: one < values["yellow_days"])
    if facts.stationed_absences >= values["red_absences"]:
        counted = {"absences": facts.stationed_absences, "limit": values["red_absences"]}
        return Finding(Level.RED, {"why": "absent", **counted})
    for level, key in ((Level.RED, "red_days"), (Level.YELLOW, "yellow_days")):
        if days[0] < values[key]:
            evidence: Evidence = {
                "why": "few",
                "days": days[0],
                "months": run,
                "limit": values[key],
            }
            return Finding(Level.RED if run >= values["red_months"] else level, evidence)
    return None


RULES = (first_secretary_away,)
