"""A post changes hands: the receipt of what moved, and when the leaver's account ends."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.access import AccessRequest
from villages.accounts.models.fields import new_uid
from villages.accounts.models.user import User
from villages.common import clock
from villages.querysets import ScopedQuerySet


class HandoverQuerySet(ScopedQuerySet):
    """Handovers."""

    def visible_to(self, user: Any) -> Self:
        """One's own, on either side, and those of people whom the user may see."""
        own = Q(leaver=user.pk) | Q(successor=user.pk)
        return self.filter(own | Q(leaver__in=User.objects.visible_to(user)))

    def due(self, day: Any) -> Self:
        """Leavers whose last day has passed and whose account is still open."""
        return self.filter(leaves_on__lt=day, closed_at=None)


class Handover(models.Model):
    """The work of one person passes to another (换届交接).

    `moved` lists what passed as {key, label, count}, in the words of that day. `closed_at` is set
    when the leaver's account ends: at once, or after the last day.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    leaver = models.ForeignKey(
        User, models.PROTECT, related_name="handovers_given", verbose_name=_("离任人")
    )
    successor = models.ForeignKey(
        User, models.PROTECT, related_name="handovers_taken", verbose_name=_("接任人")
    )
    leaves_on = models.DateField(_("离任日期"))
    reason = models.CharField(_("依据"), max_length=200)
    units = models.JSONField(_("移交的管辖"), default=list)
    moved = models.JSONField(_("移交的工作"), default=list)
    request = models.ForeignKey(
        AccessRequest, models.PROTECT, null=True, related_name="+", verbose_name=_("授权申请")
    )
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(_("办理时间"), default=clock.instant)
    closed_at = models.DateTimeField(_("账号停用时间"), null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("工作交接")
        verbose_name_plural = _("工作交接")
        ordering = ["-done_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(leaver=F("successor")),
                name="handover_to_another",
                violation_error_message=_("离任人和接任人不能是同一人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leaver_id} → {self.successor_id}"
