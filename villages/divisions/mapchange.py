"""A change of the map as a value: what begins, what ends, what follows what."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class MapVerb(StrEnum):
    """What people do to the map; each has a page of its own."""

    MERGE = "merge"
    SPLIT = "split"
    TRANSFER = "transfer"
    TOWNSHIPS = "townships"


VERB_LABELS = {
    MapVerb.MERGE: _("合并村"),
    MapVerb.SPLIT: _("拆分村"),
    MapVerb.TRANSFER: _("划转村"),
    MapVerb.TOWNSHIPS: _("撤并乡镇"),
}


@dataclass(frozen=True)
class NamedCode:
    """A code with the name it is to bear."""

    code: str
    name: str


@dataclass(frozen=True)
class Follow:
    """`new` follows `old`; among several followers of one unit one is the main one."""

    old: str
    new: str
    kind: str
    is_main: bool = True


@dataclass(frozen=True)
class MapChange:
    """Everything that one decision changes, before anything is written.

    `renames` are units that stay under their code and take another name. `versions` are those of
    all units read: applied later, the change refuses when one has moved meanwhile.
    """

    verb: MapVerb
    county_code: str
    effective_on: date
    basis: str
    opens_townships: tuple[NamedCode, ...] = ()
    opens: tuple[NamedCode, ...] = ()
    closes: tuple[NamedCode, ...] = ()
    closes_townships: tuple[NamedCode, ...] = ()
    renames: tuple[NamedCode, ...] = ()
    follows: tuple[Follow, ...] = ()
    versions: dict[str, int] = field(default_factory=dict)

    @property
    def last_day(self) -> date:
        """The last day of what ends."""
        return self.effective_on - timedelta(days=1)

    @property
    def touched(self) -> tuple[str, ...]:
        """Codes of all units that the change reads or writes, old ones first."""
        ended = [one.code for one in (*self.closes_townships, *self.closes)]
        begun = [one.code for one in (*self.opens_townships, *self.opens, *self.renames)]
        followed = [code for one in self.follows for code in (one.old, one.new)]
        return tuple(dict.fromkeys([*ended, *begun, *followed]))

    @property
    def main_code(self) -> str:
        """The unit under which the change is written into the trail and found again."""
        return self.follows[0].new

    @property
    def digest(self) -> str:
        """Equal for equal changes of an equal map: what was previewed is what is done."""
        parts: Iterable[object] = (
            self.verb, self.effective_on, self.basis, self.opens_townships, self.opens,
            self.closes, self.closes_townships, self.renames, self.follows,
            sorted(self.versions.items()),
        )  # fmt: skip
        return hashlib.sha256(repr([str(one) for one in parts]).encode()).hexdigest()[:32]
