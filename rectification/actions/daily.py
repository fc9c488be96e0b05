"""What the calendar does with closed cases every day. Running it again changes nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.following import consolidate, follow
from rectification.figures.due import Due, due_steps
from rectification.models import RectificationCase
from villages.common.errors import DomainError
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.models import County

KIND = "cases.daily"


def request_daily(*, on: date, by: Any) -> list[Job]:
    """A job for every county in which something is due; asking twice gives the same one."""
    counties = County.objects.on(on).order_by("code")
    return [_request(one, on, by) for one in counties if due_steps(one.code, on)]


def _request(county: County, on: date, by: Any) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county.code}:{on.isoformat()}",
        title=_("%(county)s整顿转入巩固期和巩固达标") % {"county": county.name},
        county=county.code, args={"on": on.isoformat()},
    )  # fmt: skip


@transaction.atomic
def take_due(due: Due, *, on: date, by: Any) -> dict[str, int]:
    """Takes the steps that are due, each dated on the day it became due; how many were taken.

    Where the month of that day is closed already, the step is dated on the day of the run. What
    somebody moved on meanwhile is left alone.
    """
    followed = sum(_tried(follow, uid, (day, on), by) for uid, day in due.follow)
    consolidated = sum(_tried(consolidate, uid, (day, on), by) for uid, day in due.consolidate)
    return {"followed": followed, "consolidated": consolidated}


def _tried(step: Any, uid: str, days: Iterable[date], by: Any) -> bool:
    """Whether the step was taken on one of the days; only a closed month leads to the next."""
    case = RectificationCase.objects.filter(uid=uid).first()
    for day in days if case else ():
        try:
            step(case, by=by, on=day)
        except DomainError as error:
            if error.code != "month_closed":
                return False
        else:
            return True
    return False
