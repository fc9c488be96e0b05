"""The shape of completeness (班子健全): verdicts with their reasons."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cadres.figures.places import Place


class Lack(TextChoices):
    """Why a team is not complete, or why nobody can say."""

    NO_SECRETARY = "no_secretary", gettext_lazy("缺党组织书记")
    PARTY_SHORT = "party_short", gettext_lazy("党组织委员不足")
    NO_DIRECTOR = "no_director", gettext_lazy("缺村委会主任")
    COMMITTEE_SHORT = "committee_short", gettext_lazy("村委会成员不足")
    NO_WOMAN = "no_woman", gettext_lazy("村委会没有女成员")
    SEATS_UNKNOWN = "seats_unknown", gettext_lazy("没有核定职数")
    SEX_UNKNOWN = "sex_unknown", gettext_lazy("村委会成员性别不全")
    NO_LEDGER = "no_ledger", gettext_lazy("没有村干部台账")


UNKNOWNS = frozenset({Lack.SEATS_UNKNOWN, Lack.SEX_UNKNOWN, Lack.NO_LEDGER})


@dataclass(frozen=True)
class Reason:
    """One lack with the number of people missing; 0 where none is meant."""

    lack: Lack
    missing: int = 0

    @property
    def text(self) -> str:
        """For people."""
        if not self.missing:
            return str(self.lack.label)
        return _("%(lack)s(缺 %(count)s 人)") % {"lack": self.lack.label, "count": self.missing}


@dataclass(frozen=True)
class TeamState:
    """The two teams of one village; each True, False, or None where nobody can say.

    A certain lack decides, whatever else is unknown.
    """

    place: Place
    party_reasons: tuple[Reason, ...]
    committee_reasons: tuple[Reason, ...]

    @property
    def branch(self) -> bool | None:
        """The party organization's team is complete: a secretary, and as many as seats."""
        return _verdict(self.party_reasons)

    @property
    def committee(self) -> bool | None:
        """The villagers' committee is complete: a director, all seats, a woman among them."""
        return _verdict(self.committee_reasons)

    @property
    def both(self) -> bool | None:
        """Both are."""
        parts = (self.branch, self.committee)
        return False if False in parts else None if None in parts else True

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All lacks, each once."""
        return tuple(dict.fromkeys((*self.party_reasons, *self.committee_reasons)))


@dataclass(frozen=True)
class Completeness:
    """Complete teams of a territory on a day; `unknown` are the villages of which one team
    cannot be judged, by code."""

    states: tuple[TeamState, ...]

    def codes(self, asked: Callable[[TeamState], bool | None], answer: bool | None) -> set[str]:
        """Villages of which this is the answer."""
        return {one.place.code for one in self.states if asked(one) is answer}

    @property
    def branch(self) -> int:
        """Villages whose party team is complete."""
        return len(self.codes(lambda one: one.branch, True))

    @property
    def committee(self) -> int:
        """Villages whose villagers' committee is complete."""
        return len(self.codes(lambda one: one.committee, True))

    @property
    def both(self) -> int:
        """Villages in which both are complete."""
        return len(self.codes(lambda one: one.both, True))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Villages that nobody can judge."""
        return tuple(sorted(self.codes(lambda one: one.both, None)))


def _verdict(reasons: tuple[Reason, ...]) -> bool | None:
    if any(one.lack not in UNKNOWNS for one in reasons):
        return False
    return None if reasons else True
