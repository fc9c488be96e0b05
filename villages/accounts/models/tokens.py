"""Tokens for programs."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from knox.models import AbstractAuthToken, AuthTokenManager

from villages.accounts.choices import Role
from villages.accounts.models.fields import new_uid
from villages.accounts.models.user import User
from villages.common import clock
from villages.common.scope import Scope
from villages.querysets import ScopedQuerySet


class ApiTokenQuerySet(ScopedQuerySet):
    """Tokens."""

    def visible_to(self, user: Any) -> Self:
        """One's own; a security administrator also sees those of people in his counties."""
        own = Q(user=getattr(user, "pk", None))
        if getattr(user, "role", "") != Role.SECURITY_ADMIN:
            return self.filter(own)
        return self.filter(own | Q(user__in=User.objects.visible_to(user)))

    def usable(self, at: datetime) -> Self:
        """Tokens that open something at this instant."""
        return self.filter(revoked_at=None, expiry__gt=at)


class ApiTokenManager(AuthTokenManager.from_queryset(ApiTokenQuerySet)):  # type: ignore[misc]
    """Makes tokens as knox does: `create()` gives the row and, once, the secret."""


class ApiToken(AbstractAuthToken):  # type: ignore[misc]
    """A secret that lets a program act for a person or a service account, within limits.

    Only a keyed digest is kept; `token_key`, the first characters, is not secret and finds the
    row. `unit_codes` narrow the owner's territory (empty: all of it), `resources` the reachable
    resources (empty: all), `networks` the addresses it is accepted from (empty: any). Rows are
    never deleted: a revoked token keeps its name in the trail.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="tokens", verbose_name=_("用户"))
    name = models.CharField(_("名称"), max_length=60)
    read_only = models.BooleanField(_("只读"), default=True)
    unit_codes = models.JSONField(_("区划范围"), default=list, blank=True)
    resources = models.JSONField(_("资源范围"), default=list, blank=True)
    networks = models.JSONField(_("来源网段"), default=list, blank=True)
    created = models.DateTimeField(_("创建时间"), default=clock.instant)
    expiry = models.DateTimeField(_("到期时间"))
    last_used_at = models.DateTimeField(_("最近使用"), null=True, blank=True)
    last_used_from = models.CharField(_("最近来源"), max_length=45, blank=True, default="")
    revoked_at = models.DateTimeField(_("作废时间"), null=True, blank=True)
    revoke_reason = models.CharField(_("作废原因"), max_length=200, blank=True, default="")
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaces", verbose_name=_("接替令牌")
    )

    objects = ApiTokenManager()

    class Meta:
        verbose_name = _("接口令牌")
        verbose_name_plural = _("接口令牌")
        ordering = ["-created"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="token_has_name",
                violation_error_message=_("令牌名称不能为空。"),
            ),
            models.CheckConstraint(
                condition=Q(expiry__gt=F("created")),
                name="token_expires_after_start",
                violation_error_message=_("到期时间应晚于创建时间。"),
            ),
        ]

    def __str__(self) -> str:
        # knox would print the digest.
        return self.name

    def is_usable(self, at: datetime) -> bool:
        """Neither expired nor revoked."""
        return self.revoked_at is None and self.expiry > at

    def narrowed(self, owner: Scope) -> Scope:
        """The owner's territory as far as this token reaches."""
        if not self.unit_codes:
            return owner
        inside = {code for code in self.unit_codes if owner.covers(code)}
        # A unit that has become wider than the owner's: only the owner's part of it is left.
        inside |= {own for own in owner.codes for code in self.unit_codes if own.startswith(code)}
        return Scope.of(inside)
