"""What is known of one month of the main branch of each village."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from branches.choices import MeetingKind
from branches.models import Meeting, MemberCount, PartyBranch, QuietMonth
from villages.common.periods import Month


@dataclass
class Life:
    """The main branch, its meetings of the month by kind in order of days, its statement that
    nothing was held, and its members by the newest count (None: never counted, or not asked)."""

    branch: int
    held: dict[str, list[Meeting]] = field(default_factory=dict)
    quiet: QuietMonth | None = None
    members: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything was filed about the month."""
        return bool(self.held) or self.quiet is not None

    @property
    def expected(self) -> int | None:
        """Who should come to the theme day: as written down there, else all members."""
        held = self.held.get(MeetingKind.THEME_DAY)
        written = held[0].should_attend if held else None
        return written or self.members


def life_of(villages: Sequence[int], month: Month, *, counted: bool = False) -> Mapping[int, Life]:
    """By village; one without a branch has no entry. Three queries, four with members."""
    main = _main(villages, month.end)
    found = {village: Life(branch) for village, branch in main.items()}
    by_branch = {one.branch: one for one in found.values()}
    meetings = Meeting.objects.filter(branch__in=by_branch).between(month.start, month.end)
    for row in meetings.order_by("held_on", "pk"):
        by_branch[row.branch_id].held.setdefault(row.kind, []).append(row)
    for quiet in QuietMonth.objects.filter(branch__in=by_branch, month=month.number):
        by_branch[quiet.branch_id].quiet = quiet
    if counted:
        _count(by_branch, month.end)
    return found


def _main(villages: Sequence[int], on: date) -> dict[int, int]:
    """The branch that was founded first of those that hold members; unknown days come last."""
    rows = PartyBranch.objects.filter(village__in=villages).on(on).holding_members()
    ranked: list[tuple[Any, ...]] = sorted(
        (village, founded is None, founded or on, pk)
        for village, founded, pk in rows.values_list("village_id", "founded_on", "pk")
    )
    found: dict[int, int] = {}
    for village, _unknown, _founded, pk in ranked:
        found.setdefault(village, pk)
    return found


def _count(by_branch: Mapping[int, Life], on: date) -> None:
    rows = MemberCount.objects.filter(branch__in=by_branch, as_of__lte=on).order_by("as_of")
    for branch, formal, probationary in rows.values_list("branch_id", "formal", "probationary"):
        if formal is not None:
            by_branch[branch].members = formal + (probationary or 0)
