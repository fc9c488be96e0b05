"""How far the judges of a contest are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rectification.supervision.rules.contest import Aspect, Score


@dataclass(frozen=True)
class Tally:
    """A judge, and of each part how much was given of how much is owed."""

    judge: str
    site: tuple[int, int]
    speech: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the judge is missing."""
        return all(given == owed for given, owed in (self.site, self.speech))


def judge_tallies(
    aspects: Sequence[Aspect], entries: Sequence[Any], scores: Sequence[Score]
) -> list[Tally]:
    """How far each judge is, of the site visit and of the speech. No query.

    A judge of a part owes every aspect of it for every village; who gave nothing of a part is no
    judge of it.
    """
    found = []
    for judge in sorted({one.judge for one in scores}):
        mine = [one.aspect for one in scores if one.judge == judge]
        counts = []
        for part in (False, True):
            keys = {one.key for one in aspects if one.at_speech == part}
            given = sum(one in keys for one in mine)
            counts.append((given, len(keys) * len(entries) if given else 0))
        found.append(Tally(judge, *counts))
    return found
