"""Rules of the joint review."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# The stored words; `cadres.wording` gives them their labels.
PASSED = frozenset({"pass", "conditional"})
REJECTED = "reject"
POSITIVE, NEGATIVE = "positive", "negative"
_CODE = re.compile(r"([PN正负])\s*([0-9]{1,2})")
_SIDES = {
    "P": POSITIVE, "正": POSITIVE,
    "N": NEGATIVE, "负": NEGATIVE,
}  # fmt: skip


class Standing(StrEnum):
    """How a post-holder stands with the joint review, best first."""

    COVERED = "covered"  # a valid conclusion on the day of taking office
    LATE = "late"  # passed, but only after taking office
    EXPIRED = "expired"  # the conclusion had run out before
    PENDING = "pending"
    REJECTED = "rejected"
    NONE = "none"


WITHOUT = frozenset({Standing.EXPIRED, Standing.PENDING, Standing.REJECTED, Standing.NONE})


@dataclass(frozen=True)
class Conclusion:
    """What a standing is judged by; an open review has no result."""

    result: str
    decided_on: date | None
    valid_until: date | None


def standing(started_on: date, reviews: Iterable[Conclusion]) -> Standing:
    """How somebody who took office on this day stands, by all reviews for this post."""
    known = list(reviews)
    passed = [one for one in known if one.result in PASSED]
    if any(_covers(one, started_on) for one in passed):
        return Standing.COVERED
    if any(one.decided_on and one.decided_on > started_on for one in passed):
        return Standing.LATE
    if any(not one.result for one in known):
        return Standing.PENDING
    if any(one.result == REJECTED for one in known):
        return Standing.REJECTED
    return Standing.EXPIRED if passed else Standing.NONE


def _covers(one: Conclusion, day: date) -> bool:
    return bool(one.decided_on and one.valid_until and one.decided_on <= day <= one.valid_until)


def item_codes(words: str) -> set[tuple[str, int]]:
    """Items named as `P1, N3` or 正1、负3: side and number; what is not understood is left out."""
    return {(_SIDES[side], int(number)) for side, number in _CODE.findall(words.upper())}
