"""W28: how the months were filed."""

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
    days = numbers_of(facts.filing_late)
    run = in_a_row(days, lambda one: one > values["yellow_days"])
    mending = facts.filing_mending_days if days else None
    return (
        Measure("月报迟报", "个工作日", days[0] if days else None, Bad.ABOVE,
                values["yellow_days"]),
        Measure("连续迟报", "个月", run if days else None, Bad.REACHED, red=values["red_months"]),
        Measure("退回未改", "个工作日", mending, Bad.ABOVE, values["yellow_mending"]),
        Measure("查实的不实数据", "项", facts.false_data, Bad.REACHED, red=values["red_false"]),
    )  # fmt: skip


@rule(
    "W28",
    "迟报和数据质量",
    Category.REPORTING,
    basis="数据应按月及时、如实填报,退回的应限期改正;查实弄虚作假的从重处理。",
    thresholds={
        "yellow_days": Threshold(3, "月报迟报超过此工作日数为黄色", "个工作日"),
        "yellow_mending": Threshold(5, "退回的填报超过此工作日数未改正为黄色", "个工作日"),
        "red_months": Threshold(2, "连续迟报达到此月数为红色", "个月"),
        "red_false": Threshold(1, "当月查实的不实数据达到此数为红色", "项"),
    },
    examples=Examples(
        red=VillageFacts(10, filing_late="4 4 0"),
        yellow=VillageFacts(10, filing_late="4 3 9"),
        green=VillageFacts(10, filing_late="3 9 9", filing_mending_days=5),
        unknown=VillageFacts(10),
    ),
    source="villages_filings.Filing.first_sent_at",
    ledgers=(),
    measuring=_measures,
    whole_month=True,
)
def filing_late(facts: VillageFacts, values: Parameters) -> Finding | None:
    """A month that nobody asked of the village is never late."""
    if facts.false_data >= values["red_false"]:
        return Finding(Level.RED, {"why": "false", "count": facts.false_data})
    days = numbers_of(facts.filing_late)
    if not days:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    run = in_a_row(days, lambda one: one > values["yellow_days"])
    told: Evidence = {"why": "late", "days": days[0] or 0, "months": run}
    if run >= values["red_months"]:
        return Finding(Level.RED, {**told, "limit": values["red_months"]})
    if run:
        return Finding(Level.YELLOW, {**told, "limit": values["yellow_days"]})
    if facts.filing_mending_days > values["yellow_mending"]:
        mending = {"days": facts.filing_mending_days, "limit": values["yellow_mending"]}
        return Finding(Level.YELLOW, {"why": "mending", **mending})
    return None


RULES = (filing_late,)
