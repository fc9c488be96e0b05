"""Is background work being done? The age of the oldest job that nobody has begun."""

from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db.models import Count, Min
from django.utils.translation import gettext as _

from villages.common import clock
from villages.jobs.models import Job, Tick
from villages.jobs.states import JobState

LATE = timedelta(minutes=5)


class Remembered:
    """The last answer in this process: every page asks, the database only now and then."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """The next one asks anew."""
        self._at, self._wait = 0.0, timedelta()

    def wait(self) -> timedelta:
        """The age of the oldest waiting job, at most NOTICE_SECONDS ago; zero when off."""
        seconds = settings.NOTICE_SECONDS
        if not seconds:
            return timedelta()
        if not self._at or monotonic() - self._at >= seconds:
            self._wait, self._at = oldest_wait(), monotonic()
        return self._wait


remembered = Remembered()


def oldest_wait() -> timedelta:
    """How long the oldest due job has waited for a worker; zero when none waits. One query.

    A job that runs under a lease that ran out counts too: its worker is gone or stands still.
    """
    now = clock.instant()
    due = Job.objects.claimable(now).aggregate(first=Min("due_at"))["first"]
    return max(now - due, timedelta()) if due else timedelta()


def is_late() -> bool:
    """Whether people should be told. Costs a query once a minute in each process."""
    return remembered.wait() > LATE


def facts() -> list[tuple[str, str]]:
    """What the system administrator looks at: waiting, running, quarantined, last sweep."""
    counts = dict(Job.objects.order_by().values_list("state").annotate(n=Count("id")))
    swept = Tick.objects.filter(name="sweep").values_list("at", flat=True).first()
    wait = int(oldest_wait().total_seconds())
    return [
        (_("排队中"), str(counts.get(JobState.QUEUED, 0))),
        (_("进行中"), str(counts.get(JobState.RUNNING, 0))),
        (_("已隔离"), str(counts.get(JobState.QUARANTINED, 0))),
        (_("最久等待"), _("%s 秒") % wait),
        (_("上次巡查"), _ago(swept)),
    ]


def _ago(instant: datetime | None) -> str:
    if instant is None:
        return _("还没有过")
    return _("%s 秒前") % max(0, int((clock.instant() - instant).total_seconds()))
