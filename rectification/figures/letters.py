"""Responsibility letters of cases under work: signed and not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rectification.choices import DutyKind
from rectification.models import DutyHolder
from rectification.states import UNDER_WORK
from villages.common.scope import Scope


@dataclass(frozen=True)
class Letters:
    """Duty holders in office of cases under work; those who have not signed come by village."""

    signed: int
    unsigned: tuple[Any, ...]

    @property
    def all(self) -> int:
        """Letters that should be signed."""
        return self.signed + len(self.unsigned)


def letters(scope: Scope | None, county: str) -> Letters:
    """As it stands. One query."""
    rows = DutyHolder.objects.in_scope(scope).in_county(county).filter(
        case__status__in=UNDER_WORK, to=None
    )  # fmt: skip
    found = in_rank(rows.select_related("case__village__township", "village__township"))
    unsigned = tuple(one for one in found if one.letter_signed_on is None)
    return Letters(len(found) - len(unsigned), unsigned)


def in_rank(holders: Iterable[Any]) -> list[Any]:
    """Holders by village and in the order of their duties, the township's secretary first."""
    rank = {str(kind): place for place, kind in enumerate(DutyKind)}
    return sorted(holders, key=lambda one: (one.village.code, rank[one.kind], one.pk))
