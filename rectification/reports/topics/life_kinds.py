"""Which kinds of organization life a period is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from branches.choices import MeetingKind
from branches.figures.life import LOOK_BACK, rhythms
from branches.meeting_rules import Stretch
from rectification.reports.asked import Asked
from rectification.reports.content import Table

# Rhythms of at most so many months are spoken of while they still run.
_QUARTER = 3


@dataclass(frozen=True)
class Kinds:
    """What is due in the county: `ended` kinds had a stretch that ended in the period, `running`
    ones are under way. Stretches by kind, newest first."""

    ended: tuple[MeetingKind, ...]
    running: tuple[MeetingKind, ...]
    stretches: Mapping[MeetingKind, Sequence[Stretch]]

    def due_in(self, base: Table) -> "Kinds":
        """Those that are due in at least one branch of the frozen rows."""
        ended = (kind for kind in self.ended if _is_due(base, kind))
        running = (kind for kind in self.running if any(_known(base, f"{kind}_so_far")))
        return replace(self, ended=tuple(ended), running=tuple(running))


def _is_due(base: Table, kind: MeetingKind) -> bool:
    return any(base.column(f"{kind}_due")) or any(base.column(f"{kind}_unknown"))


def _known(base: Table, column: str) -> list[bool]:
    return [cell is not None for cell in base.column(column)]


def kinds_of(asked: Asked) -> Kinds:
    """The kinds of the county as they fall into the period. No query once parameters are read."""
    due = rhythms(asked.county.code, asked.as_of)
    rhythm = {kind: due[kind] for kind in MeetingKind if kind in due}
    stretches = {kind: one.before(asked.as_of, back(asked)) for kind, one in rhythm.items()}
    ended = tuple(kind for kind in rhythm if any(ends(asked, one) for one in stretches[kind]))
    running = (kind for kind in rhythm if kind not in ended and rhythm[kind].length <= _QUARTER)
    return Kinds(ended, tuple(running), stretches)


def back(asked: Asked) -> int:
    """How many stretches to look back."""
    return max(LOOK_BACK, len(asked.months))


def ends(asked: Asked, stretch: Stretch) -> bool:
    """Whether a stretch ended in the period."""
    return asked.period.start <= stretch.last.end <= asked.as_of
