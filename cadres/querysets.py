"""Selecting people and their posts."""

from datetime import date
from typing import Self

from django.db.models import Q

from villages.ledgers.models import VillageRows


class PersonQuerySet(VillageRows):
    """People, seen by whoever covers the village in whose ledger they stand."""


class TenureQuerySet(VillageRows):
    """Tenures, seen by whoever covers their village."""

    def open(self) -> Self:
        """Not ended."""
        return self.filter(ended_on=None)

    def on(self, day: date) -> Self:
        """In force on a day. The day of ending is no longer one in office; a tenure whose begin
        nobody wrote down counts from the beginning."""
        begun = Q(started_on=None) | Q(started_on__lte=day)
        return self.filter(begun & (Q(ended_on=None) | Q(ended_on__gt=day)))


class LinkQuerySet(VillageRows):
    """Links that hold from a day to a day."""

    def on(self, day: date) -> Self:
        """In force on a day; the day of ending is no longer one."""
        return self.filter(Q(started_on__lte=day), Q(ended_on=None) | Q(ended_on__gt=day))
