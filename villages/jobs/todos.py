"""Results that wait to be looked at."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages.common.registries import TodoItem, TodoSource
from villages.jobs.models import Job
from villages.jobs.states import JobState

SHOWN = 5
ENDINGS = {
    JobState.DONE: (_("查看结果:%s"), "low"),
    JobState.FAILED: (_("没有完成:%s"), "normal"),
    JobState.QUARANTINED: (_("没有完成:%s"), "normal"),
}


def _items(user: Any) -> Iterable[TodoItem]:
    """The latest unread endings of one's own jobs. One query."""
    mine = Job.objects.filter(requested_by_id=user.pk, seen_at=None, state__in=list(ENDINGS))
    for job in mine.order_by("-finished_at")[:SHOWN]:
        words, severity = ENDINGS[JobState(job.state)]
        yield TodoItem(
            title=str(words) % job.title, url=reverse("jobs:job", args=[job.uid]),
            detail=job.error[:80], minutes=1, severity=severity,
        )  # fmt: skip


TODOS = (TodoSource("jobs", lambda user: True, _items),)
