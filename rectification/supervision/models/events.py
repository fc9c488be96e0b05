"""What happened to an order: rows that can only be added."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models.orders import SupervisionOrder
from rectification.supervision.models.units import OrderUnit
from rectification.supervision.querysets import PartRows
from rectification.supervision.states import CLOSE, ISSUE, REOPEN, REVOKE, SENT
from villages.accounts.models.fields import new_uid
from villages.common.scope import TOWNSHIP, Scope

# Of the order as a whole; what the house says to itself before and beside these stays there.
TOLD = tuple(step.key for step in (ISSUE, REVOKE, CLOSE, REOPEN))


class OrderEventRows(PartRows):
    """Events; of those of the order as a whole receivers see what the house tells them."""

    def visible_to(self, user: Any) -> "OrderEventRows":
        """Events of one's own parts and orders, and what one is told of the others."""
        orders = SupervisionOrder.objects.visible_to(user)
        if getattr(user, "pk", None) is None:
            return self.none()
        return super().visible_to(user) | self.filter(unit=None, order__in=orders, step__in=TOLD)

    def in_scope(self, scope: Scope | None) -> "OrderEventRows":
        """Events inside a territory, those of the whole order included."""
        inside = super().in_scope(scope)
        codes = scope.level(TOWNSHIP) if scope else ()
        if not scope or scope.everything or not codes:
            return inside
        sent = Q(order__units__unit_code__in=codes, order__status__in=SENT)
        whole = self.filter(Q(order__from_code__in=codes) | sent & Q(step__in=TOLD), unit=None)
        return inside | self.filter(pk__in=whole.values("pk"))


class OrderEvent(models.Model):
    """One step of an order or of a unit's part (`unit` None: of the whole). Append-only.

    `step` is a key of `states.STEPS`, or `drafted`, `extended`, `extension-refused`, `escalated`.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    order = models.ForeignKey(
        SupervisionOrder, models.PROTECT, related_name="events", verbose_name=_("督办单")
    )
    unit = models.ForeignKey(
        OrderUnit, models.PROTECT, null=True, related_name="events", verbose_name=_("承办")
    )
    step = models.CharField(_("步骤"), max_length=20)
    from_status = models.CharField(_("原状态"), max_length=8, blank=True, default="")
    to_status = models.CharField(_("新状态"), max_length=8)
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("记录时间"))
    by_name = models.CharField(_("办理人"), max_length=80)
    reason = models.CharField(_("原因"), max_length=40, blank=True, default="")
    text = models.CharField(_("说明"), max_length=1000, blank=True, default="")

    objects: ClassVar[Any] = OrderEventRows.as_manager()

    class Meta:
        db_table = "supervision_event"
        verbose_name = _("督办经过")
        verbose_name_plural = _("督办经过")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{self.on} {self.step}"
