"""What is still open in supervision goes along when townships end and villages move.

Parts of orders, voices and tasks get the code of the township that takes over, so that its people
see and answer them; matters and voices about a village get its main successor. The names of units
stay as they were printed, and what is done stays with the old units. Trips and villages that
nobody has visited yet, and findings that nobody has settled, go along too (`inspection_followers`).
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision import inspection_followers as inspections
from rectification.supervision import notice_followers
from rectification.supervision.models import ListTask, OrderItem, OrderUnit, Voice
from rectification.supervision.states import DONE, OrderStatus
from villages.common.registries import MapFollower
from villages.common.scope import TOWNSHIP
from villages.divisions.heirs import hand_over
from villages.models import Village

_OVER = (OrderStatus.CLOSED, OrderStatus.REVOKED, OrderStatus.DROPPED)


def count(codes: Iterable[str]) -> int:
    """Open rows of these townships and villages. One query."""
    ending = list(codes)
    voice = Q(township_code__in=ending) | Q(unit_code__in=ending) | Q(village__code__in=ending)
    found = (
        _parts().filter(unit_code__in=ending),
        _items().filter(village__code__in=ending),
        Voice.objects.live().filter(voice),
        _tasks().filter(unit_code__in=ending),
        *inspections.ending(codes=ending),
    )
    first, *others = (rows.order_by().values("uid") for rows in found)
    return int(first.union(*others, all=True).count())


def move(change: Any, by: Any) -> int:
    """Hands the open rows to the main successors; how many."""
    towns = {
        one.old: one.new
        for one in change.follows
        if one.is_main and len(one.old) == TOWNSHIP and one.old != one.new
    }
    return sum(_take_over(*pair) for pair in towns.items()) + hand_over(change, _inherit)


def _take_over(old: str, new: str) -> int:
    """One township for another. A voice that comes from it and went to it moves twice."""
    live = Voice.objects.live()
    return sum((
        _changed(_parts().filter(unit_code=old), unit_code=new),
        _changed(_tasks().filter(unit_code=old), unit_code=new),
        _changed(live.filter(unit_code=old), unit_code=new),
        _changed(live.filter(township_code=old), township_code=new),
        inspections.take_over(old, new),
    ))  # fmt: skip


def _inherit(old: Village, new: Village) -> int:
    voices = Voice.objects.live().filter(village=old)
    return sum((
        _changed(_items().filter(village=old), village=new),
        _changed(voices, village=new, township_code=new.code[:TOWNSHIP]),
        inspections.inherit(old, new),
    ))  # fmt: skip


def _changed(rows: Any, **values: Any) -> int:
    return int(rows.update(**values, version=F("version") + 1))


def _parts() -> Any:
    return OrderUnit.objects.exclude(status__in=DONE).exclude(order__status__in=_OVER)


def _items() -> Any:
    return OrderItem.objects.filter(unit__in=_parts())


def _tasks() -> Any:
    return ListTask.objects.filter(done_on=None)


_LABEL = _("在办的督办事项、反映和建议、未完成的清单任务、未出行的检查、未处理完的检查发现")
FOLLOWERS = (
    MapFollower("supervision", _LABEL, count, move),
    *notice_followers.FOLLOWERS,
)
