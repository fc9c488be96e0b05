"""W08: the meetings of a year."""

from datetime import date

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.known.branches import NOT_DUE
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts

_HUNDRED, _DECEMBER = 100, 12


def _owed(on: date, values: Parameters) -> tuple[int, bool]:
    """The newest year whose meetings should have been held by this day, and whether even the
    last day for them is over."""
    day = on.month * _HUNDRED + on.day
    year = on.year - 1 if day > values["yellow_day"] else on.year - 2
    return year, year < on.year - 1 or day > values["red_day"]


def _begin(year: int, values: Parameters) -> str:
    """From this day on a meeting is one of that year and no late one of the year before."""
    month = values["red_day"] // _HUNDRED + 1
    return date(year + month // (_DECEMBER + 1), (month - 1) % _DECEMBER + 1, 1).isoformat()


def _states(facts: VillageFacts, begin: str) -> dict[str, bool | None]:
    """Whether each meeting was held since that day; None where nobody knows."""
    meetings = {
        "org_life": (facts.org_life_last, facts.org_life_none_since),
        "appraisal": (facts.appraisal_last, facts.appraisal_none_since),
    }
    return {
        name: True if last == NOT_DUE or last >= begin else _certain(none_since, begin)
        for name, (last, none_since) in meetings.items()
    }


def _certain(none_since: str, begin: str) -> bool | None:
    return False if none_since and none_since <= begin else None


def _yearly(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    if not facts.life_on:
        return ()
    year, late = _owed(date.fromisoformat(facts.life_on), values)
    states = list(_states(facts, _begin(year, values)).values())
    missed = states.count(False)
    told = None if None in states and not missed else missed
    limits = (None, 1) if late else (1, None)
    return (Measure("上年度未开的会议", "项", told, Bad.REACHED, *limits),)


@rule(
    "W08",
    "组织生活会、民主评议党员未开",
    Category.BRANCH,
    basis="党支部每年至少召开 1 次组织生活会、开展 1 次民主评议党员,最迟次年初补齐。",
    thresholds={
        "yellow_day": Threshold(228, "次年此日之后仍未召开为黄色", "月日"),
        "red_day": Threshold(331, "次年此日之后仍未召开为红色", "月日"),
    },
    examples=Examples(
        red=VillageFacts(
            4, life_on="2026-04-01", org_life_last="2026-01-16", appraisal_last="2025-01-18",
            appraisal_none_since="2025-01-19",
        ),
        yellow=VillageFacts(
            3, life_on="2026-03-01", org_life_last="2026-01-16", appraisal_last="2025-01-18",
            appraisal_none_since="2025-01-19",
        ),
        green=VillageFacts(
            4, life_on="2026-04-01", org_life_last="2026-01-16", appraisal_last="2026-03-31"
        ),
        unknown=VillageFacts(10),
    ),
    source="branches.Meeting.held_on",
    ledgers=("meetings", "quiet-months"),
    measuring=_yearly,
)  # fmt: skip
def yearly_missed(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The life meeting and the appraisal of the year before; until its first deadline has come,
    those of the year before that."""
    if not facts.life_on:
        return Finding(Level.UNKNOWN, {"why": "no_branch"})
    year, late = _owed(date.fromisoformat(facts.life_on), values)
    states = _states(facts, _begin(year, values))
    missed = [name for name, held in states.items() if held is False]
    if missed:
        level, limit = (Level.RED, "red_day") if late else (Level.YELLOW, "yellow_day")
        return Finding(level, {"year": year, "missed": " ".join(missed), "limit": values[limit]})
    return Finding(Level.UNKNOWN, {"why": "not_filed"}) if None in states.values() else None


RULES = (yearly_missed,)
