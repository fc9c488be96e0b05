"""Findings of rules of the county's own: small evidence that reads without its declaration."""

from fractions import Fraction

from rectification.warnings.rules.declaring import Finding, Level
from rectification.warnings.rules.measures import Bad
from rectification.warnings.rules.own.declared import OwnKind
from villages.common.shares import round_half_up

_PLACES = 4
NOT_GIVEN, TOO_FEW = "not_filed", "too_few"


def plain(number: Fraction) -> str:
    """A number as people write it: at most four decimals, no idle zeros."""
    text = f"{round_half_up(number, _PLACES):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def crossed(
    kind: OwnKind, found: tuple[Level, Bad, Fraction], value: Fraction, unit: str, **more: str
) -> Finding:  # fmt: skip
    """A limit was crossed."""
    level, side, limit = found
    evidence = {"value": plain(value), "side": side.value, "limit": plain(limit), "unit": unit}
    return Finding(level, {"kind": kind.value, **evidence, **more})


def unknown(why: str = NOT_GIVEN, **more: str) -> Finding:
    """The data that would decide are missing."""
    return Finding(Level.UNKNOWN, {"why": why, **more})
