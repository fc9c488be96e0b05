"""Background work on messages: sending stands in the work, writing down in its end."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.delivering import Attempt, send_due, settle
from rectification.supervision.actions.dispatching import KIND
from villages.common import clock
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def _send(run: Run) -> list[Attempt]:
    return send_due(run.job.county_code, clock.instant())


def _settle(_run: Run, attempts: list[Attempt]) -> dict[str, Any]:
    return dict(settle(attempts))


DELIVER = JobKind(KIND, _("发送通知消息"), _send, _settle)
