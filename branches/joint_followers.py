"""Memberships of joint bodies go along when villages are merged, renumbered or split.

The old village leaves on the day of the change and its main successor joins with its share; where
the successor is a member already, both shares become one. What was before stays with the old
village.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from branches.models import JointMember
from villages.divisions.heirs import main_heirs
from villages.models import Village


def count(codes: Iterable[str]) -> int:
    """Open memberships of these villages. One query."""
    rows = JointMember.objects.filter(village__code__in=list(codes), left_on=None)
    return int(rows.count())


def move(change: Any, by: Any) -> int:
    """Hands every open membership to the main successor; how many."""
    heirs = main_heirs(change)
    villages = {one.code: one for one in Village.objects.filter(code__in=heirs.values())}
    rows = JointMember.objects.filter(village__code__in=heirs, left_on=None)
    moving = list(rows.select_related("village").order_by("pk"))
    for row in moving:
        _hand_over(row, villages[heirs[row.village.code]], change.effective_on)
    return len(moving)


def _hand_over(row: JointMember, heir: Village, day: date) -> None:
    twin = JointMember.objects.filter(body=row.body_id, village=heir, left_on=None).first()
    share = row.share_percent
    if twin is not None:
        known = None not in (share, twin.share_percent)
        share = share + twin.share_percent if known else None
        _leave(twin, day)
    _leave(row, day)
    JointMember.objects.create(
        body_id=row.body_id, village=heir, county_code=heir.county_code, joined_on=day,
        share_percent=share, source=row.source,
    )  # fmt: skip


def _leave(row: JointMember, day: date) -> None:
    """Ends the membership; one that would have begun on the day or later never was."""
    if row.joined_on >= day:
        row.delete()
        return
    row.left_on = day
    row.version += 1
    row.save(update_fields=["left_on", "version"])
