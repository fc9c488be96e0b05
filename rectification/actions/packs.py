"""Ordering a pack of evidence, taking it, letting it go."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from rectification.packs import store
from rectification.packs.jobs import KIND
from rectification.packs.units import model_of, unit_name
from rectification.perms import may_see_restricted
from villages.common import clock
from villages.common.errors import DomainError
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.jobs.states import JobState
from villages.trace.record import record

_ABANDONED = timedelta(days=1)


def packs_of(user: Any) -> Any:
    """The packs that a person ordered and may still have, the latest first."""
    inside = Q(pk__in=[])
    for code in user.territory.codes:
        # A pack may be about any unit below one's own.
        inside |= Q(unit_code__startswith=code)
    return Job.objects.filter(inside, kind=KIND, requested_by_id=user.pk)


def own_pack(user: Any, uid: str) -> Job:
    """One's own pack; a restricted one is gone for those who lost the right to it."""
    found: Job | None = packs_of(user).filter(uid=uid).first()
    if found is None or (found.args["restricted"] and not may_see_restricted(user)):
        raise Http404(_("没有找到,或不在您的管辖范围内。"))
    return found


@transaction.atomic
def order_pack(
    *, by: Any, unit: str, on: date, restricted: bool = False, originals: bool = False
) -> Job:
    """Asks for a pack; the same one asked again while it is being made is the first one.

    Raises `outside_territory` and `pack_restricted`.
    """
    _require_unit(by, unit)
    if restricted and not may_see_restricted(by):
        words = _("只有组织部可以取得限县级知悉的内容。")
        raise DomainError("pack_restricted", words, restricted=words)
    args = {
        "unit": unit, "on": on.isoformat(), "restricted": restricted, "originals": originals,
    }  # fmt: skip
    mine = Job.objects.filter(kind=KIND, requested_by_id=getattr(by, "pk", None))
    waiting: Job | None = mine.open().filter(args=args).first()
    if waiting is not None:
        return waiting
    prefix = f"pack:{unit}:{on}:{getattr(by, 'uid', by)}:"
    number = mine.filter(key__startswith=prefix).count() + 1
    return request_job(
        by=by, kind=KIND, key=f"{prefix}{number}", title=_("迎检包:%s") % unit_name(unit),
        county=unit[:6], unit=unit, args=args,
    )  # fmt: skip


@transaction.atomic
def take_pack(job: Job, *, by: Any, on: date) -> Path:
    """Where the finished pack lies; the trail keeps who took it.

    Raises `pack_unfinished` and `pack_expired`.
    """
    if job.state != JobState.DONE:
        raise DomainError("pack_unfinished", _("这个迎检包还没有生成。"), _("请稍后再来下载。"))
    path = store.path_of(job.uid)
    if job.result["expires_on"] < on.isoformat() or not path.is_file():
        raise DomainError("pack_expired", _("这个迎检包已过期删除。"), _("可以重新生成一份。"))
    record("pack.downloaded", job, by=by, after={"sha256": job.result["sha256"]})
    return path


def forget_expired(*, on: date) -> int:
    """Removes packs after their last day and drafts that nobody finished; how many packs."""
    kept = Job.objects.filter(kind=KIND, state=JobState.DONE, uid__in=store.held())
    alive = {
        job.uid for job in kept if job.result.get("expires_on", "") >= on.isoformat()
    }  # fmt: skip
    gone = [uid for uid in store.held() if uid not in alive and not _being_made(uid)]
    store.forget(gone)
    store.forget_drafts((clock.instant() - _ABANDONED).timestamp())
    return len(gone)


def _being_made(uid: str) -> bool:
    return bool(Job.objects.open().filter(uid=uid).exists())


def _require_unit(by: Any, unit: str) -> None:
    known = model_of(unit).objects.visible_to(by).filter(code=unit).exists()
    if not known or not by.territory.covers(unit):
        words = _("没有这个单位,或不在您的管辖范围内。")
        raise DomainError("outside_territory", words, _("请选择本辖区的单位。"), unit=words)
