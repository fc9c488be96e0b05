"""A township signs for an issued report, once for each version."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.models import Report, ReportRecipient
from rectification.reports.sides import receives
from rectification.reports.states import ReportStatus
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked
from villages.trace.record import record


@transaction.atomic
def confirm(*, by: Any, report: Report) -> ReportRecipient:
    """The receipt of the person's township; a second time gives the same one.

    Raises `report_not_received`, `report_superseded`.
    """
    row = locked(_line(by, report))
    if row.confirmed_at is not None:
        return row
    if report.status != ReportStatus.ISSUED:
        words = _("这一版已被更正,不再签收。")
        raise DomainError("report_superseded", words, _("请打开新的一版签收。"))
    row.confirmed_at, row.confirmed_by_id = clock.now(), getattr(by, "pk", None)
    row.save(update_fields=["confirmed_at", "confirmed_by"])
    record(
        "report.confirmed", row, by=by, county=report.county_code, name=report.title,
        after={"unit": row.unit_name, "version": report.version},
    )  # fmt: skip
    return row


def _line(by: Any, report: Report) -> ReportRecipient:
    rows = ReportRecipient.objects.visible_to(by).filter(report=report)
    for one in rows.order_by("unit_code"):
        if receives(by, one):
            return one  # type: ignore[no-any-return]
    words = _("这份报告没有发给您的单位。")
    raise DomainError("report_not_received", words, _("由收到报告的乡镇签收。"))
