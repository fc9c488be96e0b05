"""Doing a job: claim, work, finish - exactly once in effect."""

import logging
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.jobs.leases import MOST_ATTEMPTS, claim, kept
from villages.jobs.models import Job
from villages.jobs.registry import JobKind, kinds
from villages.jobs.run import CancelledError, LeaseLostError, Run
from villages.jobs.states import JobState
from villages.trace.context import Origin, coming_from

log = logging.getLogger("portal.jobs")


def perform(uid: str) -> str:
    """Runs the job if nobody else does; the state it ended in, or "" where it was not ours."""
    taken = claim(uid)
    if taken is None:
        return ""
    run = Run(*taken)
    with coming_from(Origin(request_id=run.job.request_id, channel="job")):
        return _attempt(run)


def _attempt(run: Run) -> str:
    kind = kinds().get(run.job.kind)
    try:
        if kind is None:
            raise DomainError("job_kind", _("没有这种任务:%s。") % run.job.kind)
        run.stop_if_cancelled()
        # The lease is renewed while the outcome is written, too: that may take long as well.
        with kept(run.job, run.holder):
            _finish(run, kind, kind.work(run))
    except CancelledError:
        return _end(run, JobState.CANCELLED)
    except LeaseLostError:
        return ""
    except DomainError as error:
        # A refusal is an answer: trying again would only repeat it.
        return _end(run, JobState.FAILED, str(error))
    except Exception:
        log.exception("job %s failed", run.job.uid)
        return _again_or_quarantine(run)
    return JobState.DONE


@transaction.atomic
def _finish(run: Run, kind: JobKind, outcome: Any) -> None:
    """The outcome and the end of the job are one transaction."""
    result = kind.finish(run, outcome)
    url = str(result.pop("url", "")) if result else ""
    if not _mine(run).update(
        state=JobState.DONE, progress=100, stage=_("完成"), result=result or {}, result_url=url,
        finished_at=clock.instant(), lease_until=None, leased_by="",
    ):  # fmt: skip
        raise LeaseLostError


def _end(run: Run, state: JobState, error: str = "") -> str:
    ended = _mine(run).update(
        state=state, error=error[:500], finished_at=clock.instant(), lease_until=None, leased_by=""
    )
    return state if ended else ""


def _again_or_quarantine(run: Run) -> str:
    if run.job.attempts >= MOST_ATTEMPTS:
        return _end(run, JobState.QUARANTINED, quarantine_text(run.job))
    _mine(run).update(state=JobState.QUEUED, lease_until=None, leased_by="", published_at=None)
    return JobState.QUEUED


def quarantine_text(job: Job) -> str:
    """What a person reads when a job failed three times."""
    return _("“%(title)s”连续 %(n)s 次没有完成,已停止重试。您的数据没有改变。请重试一次,"
             "仍不成功时把编号 %(uid)s 告诉系统管理员。") % {
        "title": job.title, "n": MOST_ATTEMPTS, "uid": job.uid[:8],
    }  # fmt: skip


def _mine(run: Run) -> Any:
    return Job.objects.filter(pk=run.job.pk, state=JobState.RUNNING, leased_by=run.holder)
