"""W16 and W17: disclosure, and meetings of the villagers' representatives."""

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts


def _past_grace(periods: int, days: int, grace: int) -> int:
    """Periods missed in a row, without the newest one while its days of grace are not over."""
    return periods - (periods > 0 and days <= grace)


def _missed(facts: VillageFacts, values: Parameters) -> tuple[int, int]:
    quarters, grace = facts.disclosure_quarters or 0, values["grace_days"]
    return (
        _past_grace(quarters, facts.disclosure_quarter_days, grace),
        _past_grace(facts.disclosure_months, facts.disclosure_month_days, grace),
    )


def _disclosure_measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    known = facts.disclosure_quarters is not None
    quarters, months = _missed(facts, values) if known else (None, None)
    return (
        Measure("连续漏公开季度", "个季度", quarters, Bad.REACHED, 1, values["red_quarters"]),
        Measure("按月公开的村连续漏公开", "个月", months, Bad.REACHED, 1, values["red_months"]),
    )


def _undisclosed(quarters: int, days: int = 92, **more: int) -> VillageFacts:
    return VillageFacts(10, disclosure_quarters=quarters, disclosure_quarter_days=days, **more)  # type: ignore[arg-type]


@rule(
    "W16",
    "村务财务未按期公开",
    Category.GOVERNANCE,
    basis="一般事项至少每季度公开一次,财务往来较多的财务收支每月公开一次"
    "(村民委员会组织法 2025 年修订第三十五条)。",
    thresholds={
        "grace_days": Threshold(10, "季度或月份结束超过此天数仍未公开为漏公开,漏一次为黄色", "天"),
        "red_quarters": Threshold(2, "连续漏公开达到此季度数为红色", "个季度"),
        "red_months": Threshold(2, "按月公开的村连续漏公开达到此月数为红色", "个月"),
    },
    examples=Examples(
        red=_undisclosed(2, 31),
        yellow=_undisclosed(1, 11),
        green=_undisclosed(1, 10),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.Disclosure.published_on",
    ledgers=("disclosures", "disclosure-duties"),
    measuring=_disclosure_measures,
)
def disclosure_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Quarters for everybody, months for villages with much money."""
    if facts.disclosure_quarters is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    quarters, months = _missed(facts, values)
    if quarters >= values["red_quarters"]:
        return Finding(Level.RED, _told("quarters", quarters, values["red_quarters"]))
    if months >= values["red_months"]:
        return Finding(Level.RED, _told("months", months, values["red_months"]))
    if quarters:
        return Finding(Level.YELLOW, _told("quarters", quarters, values["grace_days"]))
    if months:
        return Finding(Level.YELLOW, _told("months", months, values["grace_days"]))
    return None


def _told(why: str, count: int, limit: int) -> dict[str, int | str]:
    return {"why": why, "count": count, "limit": limit}


def _meeting_measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    return (
        Measure("连续没有召开的季度", "个季度", facts.meeting_quarters, Bad.REACHED,
                values["yellow_quarters"], values["red_quarters"]),
    )  # fmt: skip


@rule(
    "W17",
    "村民代表会议未召开",
    Category.GOVERNANCE,
    basis="村民代表会议每季度召开一次,有三分之二以上的组成人员参加方可召开"
    "(村民委员会组织法 2025 年修订第三十条)。",
    thresholds={
        "yellow_quarters": Threshold(1, "连续没有召开达到此季度数为黄色", "个季度"),
        "red_quarters": Threshold(2, "连续没有召开达到此季度数为红色", "个季度"),
    },
    examples=Examples(
        red=VillageFacts(10, meeting_quarters=2),
        yellow=VillageFacts(10, meeting_quarters=1),
        green=VillageFacts(10, meeting_quarters=0),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.VillageMeeting.held_on",
    ledgers=("village-meetings",),
    measuring=_meeting_measures,
)
def representatives_not_met(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Whole quarters in a row without a meeting that had its quorum."""
    if facts.meeting_quarters is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    for level, key in ((Level.RED, "red_quarters"), (Level.YELLOW, "yellow_quarters")):
        if facts.meeting_quarters >= values[key]:
            return Finding(level, {"quarters": facts.meeting_quarters, "limit": values[key]})
    return None


RULES = (disclosure_missed, representatives_not_met)
