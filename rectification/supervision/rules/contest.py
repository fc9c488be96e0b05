"""How a contest is added up: totals of judges' scores, and what is missing. Pure and exact.

A total is never made from what is missing: who has not scored what is named instead. Numbers are
rounded half-up once, at the end, to two digits.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from villages.common.shares import round_half_up

# With fewer judges nothing would be left, or one voice alone would count.
LEAST_JUDGES_TO_DROP = 3


@dataclass(frozen=True)
class Aspect:
    """One aspect of the rubric, of the site visit or of the speech."""

    key: int
    name: str
    at_speech: bool
    points: Decimal


@dataclass(frozen=True)
class Score:
    """What a judge gives an entry for an aspect."""

    entry: int
    aspect: int
    judge: str
    points: Decimal


@dataclass(frozen=True)
class Gap:
    """A judge has not scored these aspects of an entry; no judge: nobody scored the part yet."""

    entry: int
    judge: str
    at_speech: bool
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """The points of one entry, each rounded for itself; None while scores are missing."""

    site: Decimal | None
    speech: Decimal | None
    total: Decimal | None


def judges_of(aspects: Iterable[Aspect], scores: Iterable[Score], *, at_speech: bool) -> list[str]:
    """Who judges a part: everybody who scored anything of it."""
    mine = {one.key for one in aspects if one.at_speech == at_speech}
    return sorted({one.judge for one in scores if one.aspect in mine})


def gaps(
    entries: Iterable[int], aspects: Sequence[Aspect], scores: Sequence[Score]
) -> tuple[Gap, ...]:
    """Every judge of a part scores every aspect of it for every entry; what is missing."""
    given = {(one.entry, one.judge, one.aspect) for one in scores}
    found: list[Gap] = []
    for entry in entries:
        for at_speech, mine in _parts(aspects):
            judges = judges_of(aspects, scores, at_speech=at_speech)
            if not judges:
                found.append(Gap(entry, "", at_speech))
            for judge in judges:
                left = tuple(one.name for one in mine if (entry, judge, one.key) not in given)
                if left:
                    found.append(Gap(entry, judge, at_speech, left))
    return tuple(found)


def judged(
    entries: Iterable[int], aspects: Sequence[Aspect], scores: Sequence[Score], *, drops_ends: bool
) -> dict[int, Judged]:
    """The points of each entry: of each part the mean of the judges' sums, both parts together.

    With `drops_ends` and at least three judges of a part its highest and its lowest sum are left
    out, one of each.
    """
    keys = list(entries)
    lacking = {(one.entry, one.at_speech) for one in gaps(keys, aspects, scores)}
    sums = _sums(aspects, scores)
    found = {}
    for entry in keys:
        means = [
            None if (entry, at_speech) in lacking
            else mean(list(sums[entry, at_speech].values()), drops_ends=drops_ends)
            for at_speech in (False, True)
        ]  # fmt: skip
        found[entry] = _judged(*means)
    return found


def mean(sums: Sequence[Decimal], *, drops_ends: bool) -> Fraction:
    """The exact mean of judges' sums, zero for a part without aspects."""
    exact = sorted(Fraction(one) for one in sums)
    if drops_ends and len(exact) >= LEAST_JUDGES_TO_DROP:
        exact = exact[1:-1]
    return sum(exact, Fraction(0)) / len(exact) if exact else Fraction(0)


def _parts(aspects: Sequence[Aspect]) -> list[tuple[bool, list[Aspect]]]:
    parts = ((part, [one for one in aspects if one.at_speech == part]) for part in (False, True))
    return [(part, mine) for part, mine in parts if mine]


def _sums(
    aspects: Iterable[Aspect], scores: Iterable[Score]
) -> dict[tuple[int, bool], dict[str, Decimal]]:
    """The sum of each judge, by entry and part."""
    part_of = {one.key: one.at_speech for one in aspects}
    sums: dict[tuple[int, bool], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for one in scores:
        if one.aspect in part_of:
            sums[one.entry, part_of[one.aspect]][one.judge] += one.points
    return sums


def _judged(site: Fraction | None, speech: Fraction | None) -> Judged:
    total = None if site is None or speech is None else round_half_up(site + speech)
    return Judged(
        None if site is None else round_half_up(site),
        None if speech is None else round_half_up(speech),
        total,
    )
