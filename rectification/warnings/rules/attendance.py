"""W09: who comes to meetings."""

from fractions import Fraction

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

_HUNDRED = 100


def _share(came: int, should: int) -> Fraction:
    return Fraction(came * _HUNDRED, should)


def _attendance(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    found = []
    if facts.attended is not None and facts.should_attend:
        value = _share(facts.attended, facts.should_attend)
        limits = (values["yellow_percent"], values["red_percent"])
        found.append(Measure("平均到会率", "%", value, Bad.BELOW, *limits, places=1))
    if facts.election_present is not None and facts.election_entitled:
        value = _share(facts.election_present, facts.election_entitled)
        limit = values["election_percent"]
        found.append(Measure("选举到会率", "%", value, Bad.BELOW, None, limit, places=1))
    return tuple(found)


@rule(
    "W09",
    "到会率偏低",
    Category.BRANCH,
    basis="党员应当按时参加组织生活;党内选举到会人数应不少于应到会人数的五分之四。",
    thresholds={
        "yellow_percent": Threshold(70, "最近几次平均到会率低于此数为黄色", "%"),
        "red_percent": Threshold(50, "最近几次平均到会率低于此数为红色", "%"),
        "election_percent": Threshold(80, "最近一次选举到会率低于此数为红色", "%"),
    },
    examples=Examples(
        red=VillageFacts(10, attended=49, should_attend=100, attendance_meetings=3),
        yellow=VillageFacts(10, attended=69, should_attend=100, attendance_meetings=3),
        green=VillageFacts(10, attended=70, should_attend=100, attendance_meetings=3),
        unknown=VillageFacts(10),
    ),
    source="branches.Meeting.attended、should_attend,branches.BranchElection.present",
    ledgers=("meetings", "branch-elections"),
    measuring=_attendance,
)
def attendance_low(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The average of the newest meetings, as many as `meetings.attendance_last` says, and the
    newest election; where no election is known nothing is said about it."""
    election = _election(facts, values)
    if election:
        return election
    if facts.attended is None or not facts.should_attend:
        return Finding(Level.UNKNOWN, {"why": "no_numbers"})
    came = {"attended": facts.attended, "should": facts.should_attend}
    share, meetings = _share(facts.attended, facts.should_attend), facts.attendance_meetings
    for level, key in ((Level.RED, "red_percent"), (Level.YELLOW, "yellow_percent")):
        if share < values[key]:
            told: dict[str, int | str] = {
                "why": "meetings",
                **came,
                "meetings": meetings,
                "limit": values[key],
            }
            return Finding(level, told)
    return Finding(Level.UNKNOWN, {"why": "no_numbers"}) if facts.attendance_silent else None


def _election(facts: VillageFacts, values: Parameters) -> Finding | None:
    present, entitled = facts.election_present, facts.election_entitled
    if present is None or not entitled or _share(present, entitled) >= values["election_percent"]:
        return None
    told = {"attended": present, "should": entitled, "limit": values["election_percent"]}
    return Finding(Level.RED, {"why": "election", **told})


RULES = (attendance_low,)
