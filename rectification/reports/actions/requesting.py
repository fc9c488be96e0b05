"""Asking for a report in the background: by hand, and by the calendar."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.drafts import refuse_foreign
from rectification.reports.kinds import kind_of
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month, Period
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.models import County

KIND = "reports.make"


def request_report(*, by: Any, kind: str, period: Period, county: County) -> Job:
    """A report made now; the one that this person asked for and that still runs is the same.

    Raises `report_kind`, `report_period`, `report_ahead`, `report_scope`.
    """
    return request_for(by=by, kind=kind, period=period, unit=county.code)


@transaction.atomic
def request_for(*, by: Any, kind: str, period: Period, unit: str) -> Job:
    """The same for a county (six digits) or a city (four) by its code."""
    refuse_request(by=by, kind=kind, period=period, county=unit)
    stem = stem_of(unit, kind, period)
    asked = Job.objects.filter(key__startswith=f"{stem}:asked-")
    running: Job | None = asked.filter(requested_by_id=getattr(by, "pk", None)).open().first()
    return running or ask(by, unit, kind, period, f"asked-{asked.count() + 1}")


def refuse_request(*, by: Any, kind: str, period: Period, county: str) -> None:
    """What cannot be made is refused before anything runs."""
    which = kind_of(kind)
    if not isinstance(period, which.period):
        raise DomainError(
            "report_period", f"{which.label}不能按“{period.label}”生成。", "请核对周期的写法。"
        )
    if period.first_month > Month.of(clock.today()):
        raise DomainError("report_ahead", f"{period.label}还没有开始。", "请换一个周期。")
    refuse_foreign(by, county)


def stem_of(county: str, kind: str, period: Period) -> str:
    """How the names of jobs about one report begin."""
    return f"{KIND}:{county}:{kind}:{period.code}"


def ask(by: Any, county: str, kind: str, period: Period, occasion: str) -> Job:
    """The job of one occasion: asking again gives the same one."""
    title = _("生成%(period)s%(kind)s") % {"period": period.label, "kind": kind_of(kind).label}
    return request_job(
        by=by, kind=KIND, key=f"{stem_of(county, kind, period)}:{occasion}", title=title,
        county=county, period=period.code, args={"kind": kind},
    )  # fmt: skip
