"""One job as its page shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from villages.common.clock import ZONE
from villages.jobs.actions import RETRIABLE
from villages.jobs.models import Job
from villages.jobs.states import JobState

TONES = {
    JobState.QUEUED: "waiting",
    JobState.RUNNING: "info",
    JobState.DONE: "done",
    JobState.FAILED: "bad",
    JobState.QUARANTINED: "bad",
    JobState.CANCELLED: "plain",
}
# Seconds until the page asks again: soon at first, then rarely.
PAUSES = (1, 1, 2, 3, 5)


@dataclass(frozen=True)
class JobView:
    """A job, what may be done with it, and when to look again."""

    job: Job
    asked: int

    @property
    def tone(self) -> str:
        """How loudly the state is shown."""
        return TONES[JobState(self.job.state)]

    @property
    def words(self) -> str:
        """What happens right now."""
        if self.job.cancel_asked and self.job.is_open:
            return _("正在取消,到下一步时停下。")
        if self.job.state == JobState.QUEUED:
            again = self.job.attempts > 0
            return _("上次没有完成,正在重新排队。") if again else _("正在排队,马上开始。")
        return self.job.stage or _("正在办理。")

    @property
    def may_cancel(self) -> bool:
        """Whether cancelling still means something."""
        return self.job.is_open and not self.job.cancel_asked

    @property
    def may_retry(self) -> bool:
        """Whether it ended without a result."""
        return self.job.state in RETRIABLE

    @property
    def poll_url(self) -> str:
        """Where the page asks again; empty when the job has ended."""
        if not self.job.is_open:
            return ""
        return reverse("jobs:progress", args=[self.job.uid]) + f"?asked={self.asked + 1}"

    @property
    def pause(self) -> int:
        """Seconds to wait before."""
        return PAUSES[min(self.asked, len(PAUSES) - 1)]

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """When and by whom."""
        person = self.job.requested_by
        return [
            (_("发起人"), person.name if person else _("定时任务")),
            (_("发起时间"), _stamp(self.job.requested_at)),
            (_("开始时间"), _stamp(self.job.started_at)),
            (_("结束时间"), _stamp(self.job.finished_at)),
            (_("尝试次数"), self.job.attempts),
            (_("编号"), self.job.uid[:8]),
        ]


def _stamp(instant: datetime | None) -> str:
    return instant.astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S") if instant else ""
