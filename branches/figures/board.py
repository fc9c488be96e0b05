"""The figures of party organizations that the page, the sheet and the API show alike."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from branches import parameters as declared
from branches.figures.life import Life, life
from branches.figures.limits import number
from branches.figures.recruitment import recruits
from branches.figures.sizes import Size, sizes
from branches.figures.structure import BranchMembers, Structure, branch_members
from branches.figures.telling import (
    of_kinds,
    of_life,
    of_members,
    of_recruits,
    of_sizes,
    of_terms,
)  # fmt: skip
from branches.figures.terms import Term, terms
from branches.models import PartyBranch
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class Board:
    """Everything about party organizations of a territory on a day."""

    figures: tuple[Figure, ...]
    members: list[BranchMembers]
    sizes: list[Size]
    terms: list[Term]
    life: list[Life]

    def figure(self, code: str) -> Figure:
        """One figure by its code; KeyError where there is none."""
        for one in self.figures:
            if one.code == code:
                return one
        raise KeyError(code)


def board(scope: Scope, county: str, on: date) -> Board:
    """All figures of party organizations as known on a day. Eleven queries, whatever there is."""
    kinds = Counter(
        PartyBranch.objects.in_scope(scope).in_county(county).on(on).values_list("kind", flat=True)
    )
    members = branch_members(scope, county, on)
    found, ends = sizes(scope, county, on), terms(scope, county, on)
    lives, new = life(scope, county, on), recruits(scope, county, on)
    told = (
        *of_kinds(kinds), *of_members(Structure.of(members)), *of_sizes(found),
        *of_terms(ends), *of_life(lives),
        *of_recruits(list(new.values()), on, number(declared.STALLED, county, on)),
    )  # fmt: skip
    return Board(told, members, found, ends, lives)
