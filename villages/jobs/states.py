"""States of a job and which may follow which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    """Where a job stands."""

    QUEUED = "queued", _("排队中")
    RUNNING = "running", _("进行中")
    DONE = "done", _("已完成")
    FAILED = "failed", _("未完成")
    QUARANTINED = "quarantined", _("已隔离")
    CANCELLED = "cancelled", _("已取消")


OPEN = frozenset({JobState.QUEUED, JobState.RUNNING})
ENDED = frozenset(set(JobState) - OPEN)
