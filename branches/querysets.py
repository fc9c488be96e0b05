"""Selecting party organizations and what they file."""

from datetime import date
from typing import Self

from django.db.models import Q

from branches.choices import HOLDS_MEMBERS
from villages.ledgers.models import VillageRows


def exists_on(day: date, path: str = "") -> Q:
    """That an organization (reached by `path`) exists on a day; the day of abolition is no longer
    one, and one whose founding nobody wrote down was always there."""
    founded, abolished = f"{path}founded_on", f"{path}abolished_on"
    begun = Q(**{founded: None}) | Q(**{f"{founded}__lte": day})
    return begun & (Q(**{abolished: None}) | Q(**{f"{abolished}__gt": day}))


class BranchQuerySet(VillageRows):
    """Party organizations, seen by whoever covers their village."""

    def on(self, day: date) -> Self:
        """Those that exist on a day."""
        return self.filter(exists_on(day))

    def holding_members(self) -> Self:
        """Those in which members stand: a general branch or committee holds none of its own, a
        functional one gathers members who are counted elsewhere."""
        return self.filter(kind__in=HOLDS_MEMBERS)


class CountRows(VillageRows):
    """Member counts."""

    def newest_first(self, day: date) -> Self:
        """Counts known on a day; of each branch the newest comes first."""
        return self.filter(as_of__lte=day).order_by("branch_id", "-as_of")


class MeetingRows(VillageRows):
    """Meetings and statements about months."""

    def between(self, first: date, last: date) -> Self:
        """Meetings held on these days, both included."""
        return self.filter(held_on__range=(first, last))
