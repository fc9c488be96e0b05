"""Background work on messages: sending stands in the work, writing down in its end."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.delivering import Attempt, send_due, settle
from rectification.supervision.actions.dispatching import KIND
from rectification.supervision.actions.messages_daily import KIND as CARE
from rectification.supervision.actions.messages_daily import care_for_messages
from villages.accounts.actors import SCHEDULE
from villages.common import clock
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def _send(run: Run) -> list[Attempt]:
    return send_due(run.job.county_code, clock.instant())


def _settle(_run: Run, attempts: list[Attempt]) -> dict[str, Any]:
    return dict(settle(attempts))


def _day(run: Run) -> date:
    return date.fromisoformat(str(run.args["on"]))


def _care(run: Run, on: date) -> dict[str, Any]:
    at = clock.instant()
    return dict(care_for_messages(run.job.county_code, on=on, at=at, by=SCHEDULE))


DELIVER = JobKind(KIND, _("发送通知消息"), _send, _settle)
DAILY = JobKind(CARE, _("消息每日整理"), _day, _care)
JOBS = (DELIVER, DAILY)
