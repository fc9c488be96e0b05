"""W18: major matters without all steps of 四议两公开."""

from dataclasses import dataclass

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

_FEN_PER_WAN = 1_000_000


@dataclass(frozen=True)
class Missing:
    """A step that was left out: since how many days, for how much money, which one."""

    days: int
    fen: int
    step: str

    def __str__(self) -> str:
        return f"{self.days}:{self.fen}:{self.step}"


def missing_of(text: str) -> list[Missing]:
    """The missing steps of a field of facts."""
    parts = (one.split(":") for one in text.split())
    return [Missing(int(days), int(fen), step) for days, fen, step in parts]


def _measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    known = facts.matters is not None
    steps = missing_of(facts.matters_missing)
    days = max((one.days for one in steps), default=0)
    fen = max((one.fen for one in steps if one.days > values["grace_days"]), default=0)
    limit = max(1, values["red_wan"] * _FEN_PER_WAN)
    return (
        Measure("步骤缺失最久", "天", days if known else None, Bad.ABOVE, values["grace_days"]),
        Measure("缺步骤事项的最大金额", "万元", fen if known else None, Bad.REACHED, red=limit,
                scale=_FEN_PER_WAN, places=2),
    )  # fmt: skip


@rule(
    "W18",
    "重大事项未经四议两公开",
    Category.GOVERNANCE,
    basis="村级重大事项决策实行“四议两公开”:党组织提议、两委会议商议、党员大会审议、"
    "村民代表会议或村民会议决议,决议公开、实施结果公开。",
    thresholds={
        "grace_days": Threshold(10, "缺少步骤超过此天数为黄色", "天"),
        "red_wan": Threshold(5, "缺少步骤的事项达到此金额为红色", "万元"),
    },
    examples=Examples(
        red=VillageFacts(10, matters=2, matters_missing="11:5000000:decided_on"),
        yellow=VillageFacts(10, matters=2, matters_missing="11:4999999:decided_on"),
        green=VillageFacts(10, matters=2, matters_missing="10:9000000:decided_on"),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.MajorMatter.decided_on",
    ledgers=("major-matters",),
    measuring=_measures,
)
def steps_missing(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Only steps that are missing longer than allowed weigh; money of unknown amount never
    makes red."""
    if facts.matters is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    steps = missing_of(facts.matters_missing)
    late = [one for one in steps if one.days > values["grace_days"]]
    if not late:
        return None
    worst = max(late, key=lambda one: (one.fen, one.days))
    if worst.fen >= max(1, values["red_wan"] * _FEN_PER_WAN):
        return Finding(Level.RED, {**_evidence(worst), "limit_wan": values["red_wan"]})
    longest = max(late, key=lambda one: one.days)
    return Finding(Level.YELLOW, {**_evidence(longest), "limit": values["grace_days"]})


def _evidence(one: Missing) -> dict[str, int | str]:
    return {"days": one.days, "fen": one.fen, "step": one.step}


RULES = (steps_missing,)
