"""Incidents: accidents, mass incidents, disasters."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import Grade, IncidentKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, needs, once, one_of
from villages.ledgers.models import VillageRow


class Incident(VillageRow):
    """One incident in a village: what, how grave, when reported and closed. No names."""

    kind = models.CharField(_("事件种类"), max_length=12, choices=IncidentKind.choices)
    grade = models.CharField(_("等级"), max_length=8, choices=Grade.choices)
    happened_on = models.DateField(_("发生日期"))
    what = models.CharField(_("简要情况"), max_length=200)
    people = models.PositiveIntegerField(_("涉及人数"), null=True, blank=True)
    reported_on = models.DateField(_("上报日期"), null=True, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("安全和群体性事件")
        verbose_name_plural = _("安全和群体性事件")
        ordering = ["-happened_on", "village"]
        indexes = [models.Index(fields=["county_code", "happened_on"], name="incident_by_day")]
        constraints = [
            once("incident_once", "village", "kind", "happened_on", "what",
                 message=_("这一事件已经登记。")),
            one_of("incident_kind_known", "kind", IncidentKind),
            one_of("incident_grade_known", "grade", Grade),
            filled("incident_has_words", "what", _("请写明简要情况。")),
            check("incident_people_positive", Q(people__gt=0), _("涉及人数应大于 0,不详的留空。")),
            in_order("incident_then_reported", "happened_on", "reported_on",
                     _("上报日期不能早于发生日期。")),
            in_order("incident_reported_then_closed", "reported_on", "closed_on",
                     _("办结日期不能早于上报日期。")),
            needs("incident_closed_if_reported", "closed_on", "reported_on",
                  _("先填上报日期,再填办结日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what
