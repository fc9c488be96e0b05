"""Sentences that are nearly the same: of two villages in a month, or of two months. Pure.

Likeness is that of rapidfuzz: twice what two texts share in order, over both lengths. Texts are
compared only where they can be alike at all: of nearly the same length, and sharing one of their
rarest pairs of letters. A comparison that is left out could not have reached the limit; only
where hundreds of sentences follow one pattern, one of the first hundreds stands for all.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from math import floor

from rapidfuzz import fuzz, process

# Rounding must never leave a comparison out.
_CARE = 1e-9
# Comparisons for one sentence.
_MOST = 200


@dataclass(frozen=True)
class Likeness:
    """From where texts are nearly the same; county rows.

    `percent` they have in common at least; texts shorter than `shortest` letters are honest
    short answers and never compared; `months` before this one are looked at.
    """

    percent: int = 90
    shortest: int = 10
    months: int = 3


@dataclass(frozen=True)
class Said:
    """One sentence: which village wrote it, in which month."""

    code: str
    month: int
    text: str


@dataclass(frozen=True)
class Resemblance:
    """A sentence and the one that it is most like, of another village or of an earlier month."""

    said: Said
    other: Said
    percent: int


def tidy(text: str) -> str:
    """Letters and digits alone: spaces, signs and widths make no text another one."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold()
                   if sign.isalnum())  # fmt: skip


def resemblances(
    own: Iterable[Said], known: Iterable[Said], likeness: Likeness
) -> list[Resemblance]:
    """For every own sentence the nearest known one of another village in its month, and the
    nearest of another month.

    Own sentences are of one month. `known` may hold them too; a village does not resemble
    itself within a month.
    """
    mine, rows = list(own), list(known)
    months = {one.month for one in mine}
    now = _Index((one for one in rows if one.month in months), likeness)
    then = _Index((one for one in rows if one.month not in months), likeness)
    pairs = ((said, index.nearest(said)) for said in mine for index in (now, then))
    return [Resemblance(said, *found) for said, found in pairs if found]


class _Index:
    """Sentences by their rarest pairs of letters, so that few are compared.

    A text loses at most two pairs with every letter that goes and one with every letter that
    comes. Two texts alike to a share therefore have one of their first pairs in common, when
    pairs stand in the same order everywhere: rarest first.
    """

    def __init__(self, known: Iterable[Said], likeness: Likeness) -> None:
        self.likeness, self.share = likeness, likeness.percent / 100
        self.texts: dict[str, list[Said]] = defaultdict(list)
        for one in known:
            self.texts[tidy(one.text)].append(one)
        long = [text for text in self.texts if len(text) >= likeness.shortest]
        self.often = Counter(pair for text in long for pair in _pairs(text))
        self.by_pair: dict[str, list[str]] = defaultdict(list)
        for text in long:
            for pair in self._first(text):
                self.by_pair[pair].append(text)

    def nearest(self, said: Said) -> tuple[Said, int] | None:
        """The most alike sentence that this village did not say itself in the same month."""
        text = tidy(said.text)
        if len(text) < self.likeness.shortest:
            return None
        told = list(islice(self._candidates(text, said), _MOST))
        found = process.extractOne(
            text, told, scorer=fuzz.ratio, score_cutoff=self.likeness.percent
        )
        if not found:
            return None
        other = self._other(found[0], said)
        return (other, floor(found[1])) if other else None

    def _candidates(self, text: str, said: Said) -> Iterator[str]:
        """Texts of others that can be alike, those that share the rarest pairs first."""
        far = self.share / (2 - self.share)
        low, high = len(text) * far - _CARE, len(text) / far + _CARE
        seen: set[str] = set()
        for other in chain.from_iterable(self.by_pair.get(one, ()) for one in self._first(text)):
            if other not in seen and low <= len(other) <= high and self._other(other, said):
                seen.add(other)
                yield other

    def _other(self, text: str, said: Said) -> Said | None:
        """Who else wrote this, or the same village in another month."""
        for one in self.texts[text]:
            if one.code != said.code or one.month != said.month:
                return one
        return None

    def _first(self, text: str) -> list[str]:
        """So many of its rarest pairs that an alike text has one of them too."""
        letters, share = len(text), self.share
        shorter = letters * share / (2 - share)
        most_lost = letters * (2 - 1.5 * share) + shorter * (1 - 1.5 * share)
        pairs = sorted(_pairs(text), key=lambda pair: (self.often[pair], pair))
        return pairs[: floor(most_lost + _CARE) + 1]


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
