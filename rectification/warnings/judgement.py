"""From findings and standing to the colour of a village in a month: pure (§2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rectification.warnings.rating import Rating, combine, spread, weigh
from rectification.warnings.rules import Finding, Level
from rectification.warnings.standing import Held, Standing
from villages.common.periods import Month

# Reasons that no rule finds: several kinds of yellow at once, yellow that lasts, and a village
# that was red last month and has nothing open now: it is watched for a month.
MANY, LASTING, AFTER_RED = "C1", "C2", "C3"
COMBINED = (MANY, LASTING, AFTER_RED)
OVERRIDE, OBSERVED, EXEMPT = "override", "observation", "exempt"
# Why an event still stands that this month's data do not show: they turned good, or are missing.
HELD, HELD_UNKNOWN = "held", "held_unknown"
Reason = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """The colour; what the data of the month alone would give; why; and what goes beside it.

    `computed` is the colour before one set by hand. `reasons` are entries of a receipt, in order
    of code. Months in a row include this one.
    """

    colour: str
    computed: str
    raw: str
    reasons: list[Reason]
    mark: str
    red_months: int
    yellow_months: int


def decide(
    findings: Mapping[str, Finding],
    judged: int,
    standing: Standing,
    rating: Rating,
    month: Month,
) -> Outcome:
    """Judges one village.

    Red with any red event, with yellow ones of enough categories, or with one that was found
    before, is still found and that nobody lowered; yellow with any yellow or observed one; grey
    where too much is unknown; else green. An event waits until a person lowers it, however good
    the data have become. Exempt rules and false alarms are told and do not count.
    """
    codes = sorted({*findings, *standing.held})
    reasons = [
        one for code in codes
        if (one := _reason(code, findings.get(code), standing.held.get(code), standing))
    ]  # fmt: skip
    reasons += _combined(reasons, standing, rating, month)
    computed = weigh({one["rule"]: one["level"] for one in reasons}, judged, _plain(rating))
    if computed == "green" and standing.red_months and not standing.cleared:
        reasons.append(_after_red(standing))
        computed = "yellow"
    colour = standing.override or computed
    return Outcome(
        colour, computed, combine(findings, judged, rating), reasons,
        _mark(reasons, standing), _row(colour, "red", standing.red_months),
        _row(colour, "yellow", standing.yellow_months),
    )  # fmt: skip


def _plain(rating: Rating) -> Rating:
    """Combination has been told as a reason of its own; it is not weighed a second time."""
    return Rating(red_categories=1_000, grey_percent=rating.grey_percent)


def _reason(
    code: str, found: Finding | None, held: Held | None, standing: Standing
) -> Reason | None:
    if held is not None and _is_good(found):
        why = HELD if found is None else HELD_UNKNOWN
        told: Reason = {"rule": code, "level": _waiting(held), "evidence": {"why": why}}
    elif found is None or found.level is Level.UNKNOWN:
        return _unknown(code, found, standing)
    else:
        told = {"rule": code, "level": _worse(found, held), "evidence": dict(found.evidence)}
    if held is not None:
        told["held"] = held.since
        if held.observed and told["level"] == Level.YELLOW and _is_good(found):
            told["observed"] = 1
    return _set_aside(told, standing)


def _unknown(code: str, found: Finding | None, standing: Standing) -> Reason | None:
    if found is None:
        return None
    level = EXEMPT if standing.is_exempt(code) else str(found.level)
    return {"rule": code, "level": level, "evidence": dict(found.evidence)}


def _set_aside(told: Reason, standing: Standing) -> Reason:
    code = told["rule"]
    if standing.is_exempt(code):
        return {**told, "level": EXEMPT, "found": told["level"]}
    if code in standing.cleared:
        return {**told, "level": "cleared", "found": told["level"]}
    return told


def _waiting(held: Held) -> str:
    return str(Level.YELLOW) if held.observed else held.level


def _worse(found: Finding, held: Held | None) -> str:
    """A red event stays red until lowered, though the data say yellow or nothing by now."""
    levels = {str(found.level), _waiting(held) if held else ""}
    return str(Level.RED if Level.RED in levels else Level.YELLOW)


def is_found(reason: Mapping[str, Any]) -> bool:
    """Whether this month's data show it, rather than an earlier month's."""
    return reason["evidence"].get("why") not in {HELD, HELD_UNKNOWN}


def _is_good(found: Finding | None) -> bool:
    return found is None or found.level is Level.UNKNOWN


def _combined(
    reasons: list[Reason], standing: Standing, rating: Rating, month: Month
) -> list[Reason]:
    yellows = [one for one in reasons if one["level"] == Level.YELLOW and "observed" not in one]
    kinds = spread([one["rule"] for one in yellows], rating)
    found: list[Reason] = []
    if kinds >= rating.red_categories:
        evidence = {"categories": kinds, "limit": rating.red_categories}
        found.append({"rule": MANY, "level": str(Level.RED), "evidence": evidence})
    if lasting := _lasting(yellows, standing, rating, month):
        found.append({"rule": LASTING, "level": str(Level.RED), "evidence": lasting})
    return found


def _lasting(
    yellows: list[Reason], standing: Standing, rating: Rating, month: Month
) -> dict[str, Any] | None:
    """Yellow events that are found again and again while nobody lowered any. One whose data
    turned good waits for a person, and waiting is not held against the village."""
    if not rating.yellow_months or standing.lowered:
        return None
    lasting = {
        one["rule"]: _months(one["held"], month)
        for one in yellows
        if "held" in one
        and is_found(one)
        and one["rule"] not in rating.steady
        and _months(one["held"], month) >= rating.yellow_months
    }
    if not lasting:
        return None
    return {
        "months": max(lasting.values()), "limit": rating.yellow_months,
        "rules": ",".join(sorted(lasting)),
    }  # fmt: skip


def _months(since: int, month: Month) -> int:
    """Months from one to another, both counted."""
    first = Month.from_number(since)
    return (month.year - first.year) * 12 + month.month - first.month + 1


def _after_red(standing: Standing) -> Reason:
    """Red never goes straight to green, but for a false alarm."""
    evidence = {"months": standing.red_months}
    return {"rule": AFTER_RED, "level": str(Level.YELLOW), "evidence": evidence, "observed": 1}


def _mark(reasons: list[Reason], standing: Standing) -> str:
    if standing.override:
        return OVERRIDE
    if any("observed" in one for one in reasons):
        return OBSERVED
    return EXEMPT if any(one["level"] == EXEMPT and "found" in one for one in reasons) else ""


def _row(colour: str, wanted: str, before: int) -> int:
    return before + 1 if colour == wanted else 0
