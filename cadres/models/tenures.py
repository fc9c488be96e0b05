"""A post held from a day to a day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import Duty, EndReason, HowFilled, Post
from cadres.models.people import Person
from cadres.querysets import TenureQuerySet
from villages.accounts.models.fields import new_uid
from villages.models import Village


class PostTenure(models.Model):
    """One post of one person in one village (任职), open while `ended_on` is null.

    `recorded_on` is the day from which the ledger shows it: what was before, nobody wrote down.
    Secretary and director in one person (一肩挑) are two tenures; the fact is derived.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="tenures", verbose_name=_("人员")
    )
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="tenures", verbose_name=_("村")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    post = models.CharField(_("职务"), max_length=26, choices=Post.choices)
    duty = models.CharField(_("分工"), max_length=14, choices=Duty.choices, blank=True, default="")
    started_on = models.DateField(_("任职时间"), null=True, blank=True)
    ended_on = models.DateField(_("离任时间"), null=True, blank=True)
    end_reason = models.CharField(
        _("离任原因"), max_length=10, choices=EndReason.choices, blank=True, default=""
    )
    how_filled = models.CharField(
        _("选配方式"), max_length=12, choices=HowFilled.choices, blank=True, default=""
    )
    recorded_on = models.DateField(_("登记日期"))
    source = models.CharField(_("来源"), max_length=120, blank=True, default="")

    objects = TenureQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ["village", "id"]
        indexes = [
            models.Index(fields=["county_code", "ended_on"], name="tenure_by_county"),
            models.Index(fields=["village", "post"], name="tenure_by_village"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "village", "post", "duty"],
                condition=Q(ended_on=None),
                name="tenure_open_once",
                violation_error_message=_("此人在该村已任这个职务。"),
            ),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="tenure_days_in_order",
                violation_error_message=_("离任时间不能早于任职时间。"),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(end_reason=""),
                name="tenure_end_has_reason",
                violation_error_message=_("离任必须写明原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post}"
