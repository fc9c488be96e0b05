"""Who has confirmed a notice and who has not: units alone, never people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from rectification.supervision.models import Notice, NoticeReceipt, NoticeUnit
from rectification.supervision.notice_sides import confirms
from rectification.supervision.notice_states import NoticeStatus


@dataclass(frozen=True)
class Receipts:
    """Of the version in force: units with their receipt, and units without one."""

    confirmed: tuple[NoticeReceipt, ...]
    missing: tuple[NoticeUnit, ...]

    @property
    def total(self) -> int:
        """Units that are asked."""
        return len(self.confirmed) + len(self.missing)


def receipts_of(notice: Notice, user: Any) -> Receipts:
    """Receipts of the version in force among units that the person sees. Two queries."""
    rows = NoticeReceipt.objects.visible_to(user).filter(
        version_read__notice=notice, version_read__number=notice.number
    )
    confirmed = tuple(rows.select_related("unit").order_by("unit_id"))
    known = {one.unit_id for one in confirmed}
    units = NoticeUnit.objects.visible_to(user).filter(notice=notice).order_by("pk")
    return Receipts(confirmed, tuple(one for one in units if one.pk not in known))


def unconfirmed(user: Any) -> Any:
    """Units of the person whose receipt of the version in force is missing."""
    rows = NoticeUnit.objects.visible_to(user).filter(confirms(user))
    return _asked(rows)


def to_confirm(whom: Q) -> Any:
    """The same for units by a condition, whoever looks."""
    return _asked(NoticeUnit.objects.filter(whom))


def _asked(rows: Any) -> Any:
    had = NoticeReceipt.objects.filter(
        unit=OuterRef("pk"), version_read__number=OuterRef("notice__number")
    )
    return rows.filter(
        ~Exists(had), notice__status=NoticeStatus.PUBLISHED, notice__needs_receipt=True
    ).annotate(title=F("notice__title"))
