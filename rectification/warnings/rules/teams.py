"""W02 and W03: seats that nobody holds, terms that nobody renewed."""

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


def _seats(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    """The seat that has been empty longest, and the one with which there are too many."""
    if facts.seats is None:
        return ()
    many = _too_many(facts.seats, values)
    yellow = values["yellow_days"] if many > 1 else None
    longest = Measure("缺员最久的天数", "天", _days_of(1, facts), Bad.REACHED, yellow)
    label = f"缺员满 {many} 名的天数"
    return longest, Measure(
        label, "天", _days_of(many, facts), Bad.REACHED, None, values["red_days"]
    )


def _days_of(place: int, facts: VillageFacts) -> int:
    gaps = _gaps(facts)
    return gaps[place - 1][0] if place <= len(gaps) else 0


def _gaps(facts: VillageFacts) -> list[tuple[int, bool]]:
    """Days of each empty seat, and whether they are all."""
    return [(int(one.rstrip("+")), one[-1] != "+") for one in facts.empty_days.split()]


def _too_many(seats: int, values: Parameters) -> int:
    """With how many empty seats it turns red: a number or a share of the seats, whichever comes
    first."""
    share = -(-seats * values["red_percent"] // _HUNDRED)
    return max(1, min(values["red_seats"], share))


@rule(
    "W02",
    "两委缺员",
    Category.TEAM,
    basis="班子配备不齐、长期缺员的列入软弱涣散排查情形;书记空缺另由 W01 判定,不重复计算。",
    thresholds={
        "yellow_days": Threshold(60, "缺员达到此天数为黄色", "天"),
        "red_seats": Threshold(2, "缺员达到此数可为红色", "名"),
        "red_percent": Threshold(40, "或者缺员达到职数的此比例可为红色", "%"),
        "red_days": Threshold(90, "这样的缺员达到此天数为红色", "天"),
    },
    examples=Examples(
        red=VillageFacts(10, has_secretary=True, seats=6, empty_days="120 90"),
        yellow=VillageFacts(10, has_secretary=True, seats=6, empty_days="120 89"),
        green=VillageFacts(10, has_secretary=True, seats=6, empty_days="59"),
        unknown=VillageFacts(10, has_secretary=True),
    ),
    source="cadres.Establishment.party_seats、committee_seats,cadres.PostTenure",
    ledgers=("establishments", "tenures"),
    measuring=_seats,
)
def seats_empty(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Seats of the two committees by the days each has been empty. Days that may have been more
    count as far as they are certain; while they decide nothing, the outcome is unknown."""
    if facts.has_secretary is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if facts.seats is None:
        return Finding(Level.UNKNOWN, {"why": "no_seats"})
    gaps, many = _gaps(facts), _too_many(facts.seats, values)
    evidence = {"missing": len(gaps), "seats": facts.seats}
    for level, place, key in ((Level.RED, many, "red_days"), (Level.YELLOW, 1, "yellow_days")):
        if place <= len(gaps) and gaps[place - 1][0] >= values[key]:
            days, certain = gaps[place - 1]
            told = {"of": place, "days": days, "certain": int(certain), "limit": values[key]}
            return Finding(level, {**evidence, **told})
    if all(certain for _days, certain in gaps):
        return None
    return Finding(Level.UNKNOWN, {"why": "since_unknown", **evidence})


def _term(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    left = facts.term_days_left
    return (Measure("距届满", "天", left, Bad.UP_TO, values["yellow_days"], -1),)


@rule(
    "W03",
    "任期届满未换届",
    Category.TEAM,
    basis="村党组织每届任期 5 年,期满应按期换届,延期换届须经上级党委批准。",
    thresholds={"yellow_days": Threshold(90, "距届满不多于此天数、尚未换届为黄色", "天")},
    examples=Examples(
        red=VillageFacts(10, term_days_left=-1),
        yellow=VillageFacts(10, term_days_left=90),
        green=VillageFacts(10, term_days_left=91),
        unknown=VillageFacts(10),
    ),
    source="branches.PartyBranch.term_ends_on、extended_to",
    ledgers=("branches",),
    measuring=_term,
)
def term_expired(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Days to the nearest end of a term; an approved extension moves the end. On its last day a
    term still runs."""
    left = facts.term_days_left
    if left is not None and left <= values["yellow_days"]:
        evidence = {"days": left, "extended": int(facts.term_extended)}
        if left < 0:
            return Finding(Level.RED, evidence)
        return Finding(Level.YELLOW, {**evidence, "limit": values["yellow_days"]})
    if left is None or facts.terms_unknown:
        return Finding(Level.UNKNOWN, {"why": "no_term"})
    return None


RULES = (seats_empty, term_expired)
