"""Notices in force, drafts and channels go along when townships end and villages move.

Whoever takes over reads and confirms what was sent to the old unit, words anew or withdraws what
the old house issued, and keeps its channels. Names stay as they were printed, receipts with the
units that gave them; what is withdrawn stays with the old units.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import Channel, Notice, NoticeUnit
from rectification.supervision.notice_states import NoticeStatus
from villages.common.registries import MapFollower
from villages.common.scope import TOWNSHIP
from villages.divisions.heirs import hand_over
from villages.models import Village


def count(codes: Iterable[str]) -> int:
    """Rows of these townships and villages. One query."""
    ending = list(codes)
    found = (
        _notices().filter(from_code__in=ending),
        _units().filter(unit_code__in=ending),
        Channel.objects.filter(unit_code__in=ending),
    )
    first, *others = (rows.order_by().values("uid") for rows in found)
    return int(first.union(*others, all=True).count())


def move(change: Any, by: Any) -> int:
    """Hands them to the main successors; how many."""
    towns = (one for one in change.follows if one.is_main and len(one.old) == TOWNSHIP)
    moved = sum(_take_over(one.old, one.new) for one in towns if one.old != one.new)
    return moved + hand_over(change, _inherit)


def _take_over(old: str, new: str) -> int:
    """One township for another: as a house, as a reader, with its channels."""
    issued = _changed(_notices().filter(from_code=old), from_code=new)
    return issued + _readdress(old, new)


def _inherit(old: Village, new: Village) -> int:
    return _readdress(old.code, new.code)


def _readdress(old: str, new: str) -> int:
    rows = (_units(), Channel.objects.all())
    return sum(_changed(one.filter(unit_code=old), unit_code=new) for one in rows)


def _changed(rows: Any, **values: Any) -> int:
    return int(rows.update(**values, version=F("version") + 1))


def _notices() -> Any:
    return Notice.objects.exclude(status=NoticeStatus.WITHDRAWN)


def _units() -> Any:
    return NoticeUnit.objects.exclude(notice__status=NoticeStatus.WITHDRAWN)


FOLLOWERS = (MapFollower("notices", _("通知公告和接收渠道"), count, move),)
