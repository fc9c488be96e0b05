"""Cases that a successor takes over."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions.transferring import desk_of, transfer_desk
from villages.common import clock
from villages.common.registries import HandoverSource


def _count(leaver: Any) -> int:
    return int(desk_of(leaver).count())


def _move(leaver: Any, successor: Any, by: Any) -> int:
    return transfer_desk(leaver=leaver, successor=successor, by=by, on=clock.today())


HANDOVER = (HandoverSource("cases", _("经办的整顿"), _count, _move),)
