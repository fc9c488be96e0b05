"""Sessions a person can see and end, remembered passwords, forms saved from an ended session."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import EndReason
from villages.accounts.models.fields import new_uid
from villages.accounts.models.user import User
from villages.common import clock
from villages.querysets import ScopedQuerySet


class UserSession(models.Model):
    """One sign-in. The session key itself is not readable here, only its digest.

    Kept so that people see and end their own sessions; never counted, ranked or reported.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="sessions")
    key_digest = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(_("登录时间"), default=clock.instant)
    seen_at = models.DateTimeField(_("最近操作"), default=clock.instant)
    address = models.CharField(_("地址"), max_length=45, blank=True, default="")
    browser = models.CharField(_("浏览器"), max_length=120, blank=True, default="")
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    end_reason = models.CharField(
        _("结束原因"), max_length=12, choices=EndReason.choices, blank=True, default=""
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("会话")
        verbose_name_plural = _("会话")
        ordering = ["-seen_at"]
        indexes = [models.Index(fields=["user", "ended_at"], name="session_by_user")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.started_at:%Y-%m-%d %H:%M}"


class PasswordRecord(models.Model):
    """Hashes of earlier passwords, so that the last ones are not used again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="password_records")
    password = models.CharField(max_length=256)
    changed_at = models.DateTimeField(default=clock.instant)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("历史密码")
        verbose_name_plural = _("历史密码")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.changed_at}"


class PendingForm(models.Model):
    """What somebody had typed when the session ended, given back after sign-in.

    Secrets are never kept: fields named like passwords or codes are left out.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="pending_forms")
    path = models.CharField(max_length=300)
    data = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=clock.instant)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("未提交的表单")
        verbose_name_plural = _("未提交的表单")
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "path"],
                name="pending_form_once",
                violation_error_message=_("这个页面的内容已经保留。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.path}"
