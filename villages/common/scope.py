"""A territory as a value: which part of the county tree somebody may see."""

from collections.abc import Iterable
from dataclasses import dataclass, field

COUNTY, TOWNSHIP, VILLAGE = 6, 9, 12


@dataclass(frozen=True)
class Scope:
    """Division codes of 2, 4, 6, 9 or 12 digits; a code covers everything below it.

    Statistical codes nest by prefix, so one rule serves provinces and villages alike. An empty
    scope covers nothing: whoever has no jurisdiction sees no row.
    """

    codes: frozenset[str] = field(default_factory=frozenset)
    everything: bool = False

    @classmethod
    def of(cls, codes: Iterable[str]) -> "Scope":
        """The smallest equal scope: codes that lie under another one are dropped."""
        kept: set[str] = set()
        for code in sorted(set(codes), key=len):
            if not any(code.startswith(wider) for wider in kept):
                kept.add(code)
        return cls(frozenset(kept))

    @classmethod
    def all(cls) -> "Scope":
        """The whole database: command line and scheduled jobs."""
        return cls(everything=True)

    def __bool__(self) -> bool:
        return self.everything or bool(self.codes)

    def covers(self, code: str) -> bool:
        """Whether this unit lies wholly inside."""
        return self.everything or any(code.startswith(own) for own in self.codes)

    def touches(self, code: str) -> bool:
        """Whether this unit lies inside or contains a part of the scope."""
        return self.covers(code) or any(own.startswith(code) for own in self.codes)

    def contains(self, other: "Scope") -> bool:
        """Whether every unit of the other scope is covered: grants must pass this."""
        return self.everything or (
            not other.everything and all(self.covers(code) for code in other.codes)
        )

    def wide(self) -> tuple[str, ...]:
        """Codes of provinces and cities."""
        return tuple(sorted(code for code in self.codes if len(code) < COUNTY))

    def level(self, digits: int) -> tuple[str, ...]:
        """Codes with exactly this number of digits."""
        return tuple(sorted(code for code in self.codes if len(code) == digits))
