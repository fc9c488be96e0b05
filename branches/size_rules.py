"""Which form and which committee a number of members asks for (支部的设置). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

JOINT, BRANCH, GENERAL, COMMITTEE = "joint", "branch", "general", "committee"


@dataclass(frozen=True)
class Establishment:
    """How many people lead: at least, usually, at most."""

    least: int
    usual: int
    most: int

    def fits(self, seats: int) -> bool:
        """Whether so many seats are allowed."""
        return self.least <= seats <= self.most


# Without a committee a secretary leads, and a deputy where the work needs one.
SECRETARY_ALONE = Establishment(1, 1, 2)


@dataclass(frozen=True)
class Limits:
    """The county's dated numbers.

    `least` formal members found a branch, from `elects` on it has a committee; over `large` it is
    oversized, from `county` on a party committee is possible. `teams` are the seats by form.
    """

    least: int
    elects: int
    large: int
    county: int
    teams: Mapping[str, Establishment]


def expected_form(formal: int, limits: Limits) -> str:
    """The form that so many formal members ask for: joint, branch, general or committee.

    A general branch is possible with fewer members where the work needs it, and a party committee
    only with the county's approval: this is the form by number alone.
    """
    if formal < limits.least:
        return JOINT
    if formal <= limits.large:
        return BRANCH
    return GENERAL if formal < limits.county else COMMITTEE


def expected_team(formal: int, limits: Limits) -> Establishment | None:
    """Who leads so many members in the form they ask for; None where they join another branch."""
    form = expected_form(formal, limits)
    if form == JOINT:
        return None
    if formal < limits.elects:
        return SECRETARY_ALONE
    return limits.teams[form]
