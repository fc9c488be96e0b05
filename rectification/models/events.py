"""What happened to a case: rows that can only be added."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.models.cases import RectificationCase
from rectification.querysets import CaseChildRows
from rectification.states import CaseStatus
from villages.accounts.models.fields import new_uid
from villages.models import Village


class CaseEvent(models.Model):
    """One step of a case, with who took it, when, and in what words. Append-only.

    `step` is a key of `states.STEPS`, or `opened`, `taken-over`, `relapse-opened`, `extended`,
    `transferred`. `restricted` texts are for the county alone.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    village = models.ForeignKey(Village, models.PROTECT, related_name="+", verbose_name=_("村"))
    case = models.ForeignKey(
        RectificationCase, models.PROTECT, related_name="events", verbose_name=_("整顿")
    )
    step = models.CharField(_("步骤"), max_length=24)
    from_status = models.CharField(
        _("原状态"), max_length=18, choices=CaseStatus.choices, blank=True, default=""
    )
    to_status = models.CharField(_("新状态"), max_length=18, choices=CaseStatus.choices)
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("记录时间"))
    by_name = models.CharField(_("办理人"), max_length=80)
    reason = models.CharField(_("原因"), max_length=40, blank=True, default="")
    text = models.CharField(_("说明"), max_length=1000, blank=True, default="")
    document_no = models.CharField(_("文号"), max_length=60, blank=True, default="")
    restricted = models.BooleanField(_("限县级知悉"), default=False)

    objects: ClassVar[Any] = CaseChildRows.as_manager()

    class Meta:
        verbose_name = _("整顿经过")
        verbose_name_plural = _("整顿经过")
        ordering = ["case", "id"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_to_status_display()}"
