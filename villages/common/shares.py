"""Shares, points and growth: computed exactly, rounded half-up once, at the end.

Rounded parts are not forced to add to one hundred percent, so the base is always shown.
"""

from decimal import Decimal
from fractions import Fraction

Number = int | Decimal | Fraction


def share(part: Number, whole: Number, digits: int = 2) -> Decimal | None:
    """Part of whole as a fraction of one (0.2188), exact to `digits` digits of the percentage.

    None where the denominator is zero: nothing to have a share in is not zero percent.
    """
    exact = share_exact(part, whole)
    return None if exact is None else round_half_up(exact, digits + 2)


def percent(part: Number, whole: Number, digits: int = 2) -> Decimal | None:
    """The same share in percent (21.88). None where the denominator is zero."""
    exact = share_exact(part, whole)
    return None if exact is None else round_half_up(exact * 100, digits)


def share_exact(part: Number, whole: Number) -> Fraction | None:
    """The unrounded share, for further computing. None where the denominator is zero."""
    return Fraction(part) / Fraction(whole) if whole else None


def points(
    now: tuple[Number, Number], before: tuple[Number, Number], digits: int = 2
) -> Decimal | None:
    """How many percentage points a share moved (百分点); each side is `(part, whole)`.

    The difference of the exact shares is rounded, not the difference of rounded ones. None where
    either denominator is zero.
    """
    later, earlier = share_exact(*now), share_exact(*before)
    if later is None or earlier is None:
        return None
    return round_half_up((later - earlier) * 100, digits)


def growth(now: Number, before: Number, digits: int = 2) -> Decimal | None:
    """Change against an earlier value in percent of its size (环比, 同比).

    None where the earlier value is zero.
    """
    return percent(Fraction(now) - Fraction(before), abs(Fraction(before)), digits)


def share_text(part: int, whole: int, digits: int = 2) -> str:
    """The share with its base, for people: `21.88%(7/32)`; `—(0/0)` without a denominator."""
    rate = percent(part, whole, digits)
    shown = "—" if rate is None else f"{rate}%"
    return f"{shown}({part}/{whole})"


def round_half_up(value: Number, digits: int = 2) -> Decimal:
    """The value with exactly `digits` decimals; a half goes away from zero, as on paper."""
    scaled = abs(Fraction(value)) * 10**digits
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    rounded = Decimal(f"{units}E-{digits}")
    return -rounded if value < 0 and units else rounded
