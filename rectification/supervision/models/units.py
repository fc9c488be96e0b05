"""One unit's part of an order."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import Satisfaction, UnitKind, UnitRole
from rectification.supervision.models.lists import Department
from rectification.supervision.models.orders import SupervisionOrder
from rectification.supervision.querysets import UnitRows
from rectification.supervision.states import OWING, UnitStatus
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import LedgerRow

S = UnitStatus


class OrderUnit(LedgerRow):
    """What one unit has to do about an order, and how far it is.

    A township has `unit_code`, a department `department`; `unit_name` is what is printed.
    `due_on` is the day in force, `first_due_on` the one it was issued with.
    """

    order = models.ForeignKey(
        SupervisionOrder, models.PROTECT, related_name="units", verbose_name=_("督办单")
    )
    unit_kind = models.CharField(_("单位类别"), max_length=10, choices=UnitKind.choices)
    unit_code = models.CharField(_("乡镇代码"), max_length=9, blank=True, default="")
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("部门"),
    )  # fmt: skip
    unit_name = models.CharField(_("承办单位"), max_length=120)
    role = models.CharField(
        _("分工"), max_length=4, choices=UnitRole.choices, default=UnitRole.LEAD
    )
    person = models.CharField(_("责任人"), max_length=40, blank=True, default="")
    first_due_on = models.DateField(_("原定时限"), null=True, blank=True)
    due_on = models.DateField(_("办理时限"), null=True, blank=True)
    status = models.CharField(
        _("状态"), max_length=8, choices=UnitStatus.choices, default=UnitStatus.PREPARED
    )
    status_since = models.DateField(_("进入本状态日期"), null=True, blank=True)
    received_on = models.DateField(_("签收日期"), null=True, blank=True)
    received_by = models.CharField(_("签收人"), max_length=80, blank=True, default="")
    replied_on = models.DateField(_("反馈日期"), null=True, blank=True)
    return_count = models.PositiveSmallIntegerField(_("退回次数"), default=0)
    extension_count = models.PositiveSmallIntegerField(_("延期次数"), default=0)
    verified_on = models.DateField(_("核查日期"), null=True, blank=True)
    verified_by = models.CharField(_("核查人"), max_length=80, blank=True, default="")
    verified_text = models.CharField(_("核查意见"), max_length=500, blank=True, default="")
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    satisfaction = models.CharField(
        _("满意度"), max_length=12, choices=Satisfaction.choices, blank=True, default=""
    )

    objects: ClassVar[Any] = UnitRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_unit"
        verbose_name = _("承办")
        verbose_name_plural = _("承办")
        ordering = ["order", "role", "unit_code", "id"]
        indexes = [
            models.Index(fields=["county_code", "status", "due_on"], name="part_by_due"),
            models.Index(fields=["unit_code", "status"], name="part_of_unit"),
        ]
        constraints = [
            once(
                "part_once", "order", "unit_name", message=_("这个单位已在这张单子上。"),
            ),
            one_of("part_kind_known", "unit_kind", UnitKind),
            one_of("part_role_known", "role", UnitRole),
            one_of("part_status_known", "status", UnitStatus),
            one_of("part_satisfied_known", "satisfaction", Satisfaction, blank=True),
            filled("part_named", "unit_name", _("请写明承办单位。")),
            check(
                "part_addressed",
                (Q(unit_kind=UnitKind.TOWNSHIP, department=None) & ~Q(unit_code=""))
                | Q(unit_kind=UnitKind.DEPARTMENT, unit_code="", department__isnull=False),
                _("请选择乡镇或者部门。"),
            ),
            check(
                "part_out_dated", Q(status=S.PREPARED) | Q(due_on__isnull=False),
                _("发出的单子应有办理时限。"),
            ),
            check(
                "part_received",
                Q(status__in=[S.PREPARED, S.ISSUED, S.REVOKED])
                | (Q(received_on__isnull=False) & ~Q(received_by="")),
                _("签收后才能办理。"),
            ),
            check(
                "part_replied",
                ~Q(status__in=[S.REPLIED, S.RETURNED, S.VERIFIED, S.CLOSED])
                | Q(replied_on__isnull=False),
                _("反馈后才能核查。"),
            ),
            check(
                "part_verified",
                ~Q(status__in=[S.VERIFIED, S.CLOSED])
                | (Q(verified_on__isnull=False) & ~Q(verified_by="")),
                _("核查后才能办结。"),
            ),
            check(
                "part_closed",
                ~Q(status=S.CLOSED) | (Q(closed_on__isnull=False) & ~Q(satisfaction="")),
                _("办结应有日期和满意度。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.unit_name} {self.order}"

    @property
    def place_code(self) -> str:
        """The unit whose people keep this row: the order's house."""
        return self.order.from_code

    @property
    def township_code(self) -> str:
        """In whose trail a department's part is: the township's that asked."""
        return self.unit_code or self.order.township_code

    def is_overdue(self, on: date) -> bool:
        """The unit is waited for after its day."""
        return bool(self.status in OWING and self.due_on and self.due_on < on)
