"""One durable row per piece of background work. The queue may be lost, the row may not."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.jobs.states import OPEN, JobState
from villages.querysets import ScopedQuerySet, ScopePath


class JobQuerySet(ScopedQuerySet):
    """Jobs."""

    scope_path = ScopePath("county_code", "unit_code", "unit_code")

    def visible_to(self, user: Any) -> Self:
        """One's own; the system administrator sees all of his counties."""
        own = Q(requested_by=user.pk) if getattr(user, "pk", None) else Q(pk__in=[])
        if getattr(user, "role", "") in {"system_admin", "service"}:
            own |= Q(pk__in=self.in_scope(user.territory).values("pk")) | Q(county_code="")
        return self.filter(own)

    def claimable(self, now: datetime) -> Self:
        """Due and waiting, or running under a lease that ran out."""
        waiting = Q(state=JobState.QUEUED, due_at__lte=now)
        return self.filter(waiting | Q(state=JobState.RUNNING, lease_until__lt=now))

    def open(self) -> Self:
        """Not ended yet."""
        return self.filter(state__in=OPEN)


class Job(models.Model):
    """A piece of work asked for by a person or the calendar.

    `key` is its natural name ("report:monthly:2026-10:999900:1"): asking twice is asking once.
    A worker holds it by a lease; whoever lost the lease cannot finish it. `progress` is in
    percent, null while nobody knows. `error` is written for people.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    key = models.CharField(_("编号"), max_length=160, unique=True)
    kind = models.CharField(_("类型"), max_length=60)
    title = models.CharField(_("名称"), max_length=160)
    county_code = models.CharField(_("县代码"), max_length=6, blank=True, default="")
    unit_code = models.CharField(_("区划代码"), max_length=12, blank=True, default="")
    period = models.CharField(_("周期"), max_length=10, blank=True, default="")
    args = models.JSONField(_("参数"), default=dict)
    state = models.CharField(
        _("状态"), max_length=12, choices=JobState.choices, default=JobState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("尝试次数"), default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    leased_by = models.CharField(max_length=80, blank=True, default="")
    due_at = models.DateTimeField(_("应开始"), default=clock.instant)
    published_at = models.DateTimeField(null=True, blank=True)
    cancel_asked = models.BooleanField(_("要求取消"), default=False)
    progress = models.PositiveSmallIntegerField(_("进度"), null=True, blank=True)
    stage = models.CharField(_("阶段"), max_length=120, blank=True, default="")
    result = models.JSONField(_("结果"), default=dict)
    result_url = models.CharField(max_length=200, blank=True, default="")
    error = models.CharField(_("原因"), max_length=500, blank=True, default="")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("发起人"),
    )
    requested_at = models.DateTimeField(_("发起时间"), default=clock.instant)
    request_id = models.CharField(max_length=36, blank=True, default="")
    started_at = models.DateTimeField(_("开始时间"), null=True, blank=True)
    finished_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    seen_at = models.DateTimeField(_("已读时间"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("后台任务")
        verbose_name_plural = _("后台任务")
        ordering = ["-requested_at", "-id"]
        indexes = [
            models.Index(fields=["state", "due_at"], name="job_by_state"),
            models.Index(fields=["requested_by", "-requested_at"], name="job_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | Q(lease_until__isnull=False),
                name="job_running_has_lease",
                violation_error_message=_("进行中的任务必须有租约。"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN)) | Q(finished_at__isnull=False),
                name="job_ended_has_time",
                violation_error_message=_("结束的任务必须有结束时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["failed", "quarantined"]) | ~Q(error=""),
                name="job_failed_has_reason",
                violation_error_message=_("未完成的任务必须写明原因。"),
            ),
            models.CheckConstraint(
                condition=Q(progress=None) | Q(progress__lte=100),
                name="job_progress_percent",
                violation_error_message=_("进度应在 0 到 100 之间。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it may still change."""
        return self.state in OPEN


class Tick(models.Model):
    """When a regular duty last ran: the sweeper, the calendar. Shown on the health page."""

    name = models.CharField(max_length=60, primary_key=True)
    at = models.DateTimeField(default=clock.instant)
    runs = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("定时记录")
        verbose_name_plural = _("定时记录")

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
