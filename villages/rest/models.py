"""What the edge of the API remembers: answers to repeated requests, and counters."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.common import clock
from villages.querysets import ScopedQuerySet


class IdempotencyQuerySet(ScopedQuerySet):
    """Kept answers: nobody's but one's own."""

    def visible_to(self, user: Any) -> Self:
        """One's own."""
        return self.filter(actor=getattr(user, "pk", None))


class IdempotencyRecord(models.Model):
    """One use of an Idempotency-Key: the request by its digest, and its answer once it is done.

    `status` is null while the first request still runs.
    """

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    begun_at = models.DateTimeField(default=clock.instant)
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=b"")

    objects = IdempotencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("幂等键")
        verbose_name_plural = _("幂等键")
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "key"],
                name="idempotency_key_once",
                violation_error_message=_("这个幂等键已被使用。"),
            )
        ]
        indexes = [models.Index(fields=["begun_at"], name="idempotency_by_time")]

    def __str__(self) -> str:
        return f"{self.actor_id} {self.key}"


class RateWindow(models.Model):
    """How often a token called in the current minute; raised in one statement (`db.counters`)."""

    key = models.CharField(max_length=80, primary_key=True)
    started = models.BigIntegerField()
    hits = models.PositiveIntegerField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("限流计数")
        verbose_name_plural = _("限流计数")

    def __str__(self) -> str:
        return f"{self.key} {self.hits}"
