"""One tab writes in a township's grid, others read: who, until when, and taking over."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.filings.models import FilingDesk
from villages.filings.parameters import desk_minutes


def holder_of(township: str, month: Month) -> FilingDesk | None:
    """Who has the grid open for writing, if anybody."""
    rows = FilingDesk.objects.select_related("holder")
    return rows.filter(township_code=township, month=month.number).first()


def others_desk(township: str, month: Month, *, by: Any, at: datetime) -> FilingDesk | None:
    """The desk of another person who is writing just now: whoever comes second only reads."""
    desk = holder_of(township, month)
    return desk if desk and desk.holder_id != by.pk and _is_busy(desk, "", by, at) else None


def taken(desk: FilingDesk) -> DomainError:
    """The refusal that names who writes and since when."""
    return DomainError(
        "desk_taken",
        _("%s正在另一个窗口填写,最近保存于 %s。")
        % (desk.holder.name, f"{desk.held_at.astimezone(ZONE):%H:%M}"),
        _("可以只看不改,或选择“接管”。"),
    )


@transaction.atomic
def sit_down(
    *, township: str, month: Month, tab: str, by: Any, at: datetime, take_over: bool = False
) -> FilingDesk:
    """Takes the grid for this tab, or says who has it (`desk_taken`).

    The same tab keeps it; a tab silent for longer than the county's minutes loses it;
    `take_over` is the person's own decision and ends the other tab's right to save.
    """
    hold(f"desk:{township}:{month.number}", exclusive=True)
    desk = holder_of(township, month)
    if desk and not take_over and _is_busy(desk, tab, by, at):
        raise taken(desk)
    desk = desk or FilingDesk(township_code=township, county_code=township[:6], month=month.number)
    desk.holder, desk.tab, desk.held_at = by, tab, at
    desk.save()
    return desk


def stand_up(*, township: str, month: Month, tab: str, by: Any) -> None:
    """Leaves the grid to others when this tab has it; does nothing otherwise."""
    rows = FilingDesk.objects.filter(township_code=township, month=month.number)
    rows.filter(tab=tab, holder=by.pk).delete()


def _is_busy(desk: FilingDesk, tab: str, by: Any, at: datetime) -> bool:
    own = desk.tab == tab and desk.holder_id == by.pk
    minutes = desk_minutes(desk.county_code, at.date())
    return not own and at - desk.held_at < timedelta(minutes=minutes)
