"""A unit confirms that it has read a notice: one of its people does so once for each version."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.stepping import name_of, require_day
from rectification.supervision.models import Notice, NoticeReceipt, NoticeVersion
from rectification.supervision.notice_sides import units_here
from rectification.supervision.notice_states import NoticeStatus
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked
from villages.trace.record import record


@transaction.atomic
def confirm(notice: Notice, *, by: Any, on: date) -> list[NoticeReceipt]:
    """Receipts of the version in force for all units that the person stands for.

    Confirming twice changes nothing and gives none. Raises `notice_not_out`, `notice_no_receipt`,
    `notice_not_addressed`, `order_step_future`.
    """
    row = locked(notice)
    _refuse(row)
    require_day(on, row.published_on)
    units = units_here(by, row)
    if not units:
        words = _("这份通知没有发给您的单位,不需要您确认。")
        raise DomainError("notice_not_addressed", words, _("请由收到通知的单位确认。"))
    version = NoticeVersion.objects.get(notice=row, number=row.number)
    known = set(version.receipts.filter(unit__in=units).values_list("unit", flat=True))
    made = [
        NoticeReceipt.objects.create(
            county_code=row.county_code, version_read=version, unit=one, read_on=on,
            read_by=name_of(by), reader=by,
        )
        for one in units
        if one.pk not in known
    ]  # fmt: skip
    for one in made:
        record("notice.confirmed", one, by=by, after={"number": row.number, "read_on": on})
    return made


def _refuse(row: Notice) -> None:
    if row.status != NoticeStatus.PUBLISHED:
        words = _("“%s”不在发布状态,不能确认。") % row
        raise DomainError("notice_not_out", words, _("请刷新页面后再看。"))
    if not row.needs_receipt:
        words = _("“%s”不需要确认。") % row
        raise DomainError("notice_no_receipt", words, _("看过即可。"))
