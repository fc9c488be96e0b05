"""Deductions by bands: below a rate, so many points."""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

_BAND = re.compile(r"\s*(\d{1,3}(?:\.\d{1,2})?)\s*[:：]\s*(\d{1,2}(?:\.\d{1,2})?)\s*")
_BETWEEN = re.compile(r"[;；,，\s]+")


@dataclass(frozen=True)
class Band:
    """Below this share (of one) these points go."""

    below: Fraction
    points: Fraction


Ladder = tuple[Band, ...]


def read_ladder(text: str) -> Ladder:
    """`80:3;90:1` as bands, the lowest first: below 80 % three points, below 90 % one.

    Raises `ValueError` with the part that cannot be read, or where a lower rate costs less.
    """
    parts = [one for one in _BETWEEN.split(text.strip()) if one]
    bands = sorted((_band(one) for one in parts), key=lambda one: one.below)
    for low, high in pairwise(bands):
        if low.below == high.below or low.points < high.points:
            raise ValueError(text)
    return tuple(bands)


def _band(text: str) -> Band:
    found = _BAND.fullmatch(text)
    if found is None or Fraction(found[1]) > 100:
        raise ValueError(text)
    return Band(Fraction(found[1]) / 100, Fraction(found[2]))


def step_down(ladder: Ladder, share: Fraction | None) -> Fraction:
    """The points of the lowest band that holds the share; none where it is unknown."""
    if share is None:
        return Fraction(0)
    return max((one.points for one in ladder if share < one.below), default=Fraction(0))


def ladder_words(ladder: Ladder) -> str:
    """The bands in words."""
    parts = (f"低于{_plain(one.below * 100)}%扣{_plain(one.points)}分" for one in ladder)
    return "；".join(parts)


def _plain(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else f"{float(number):.2f}".rstrip("0")
