"""Basic figures of a village as of a day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.models.territory import Village
from villages.querysets import ScopedQuerySet, ScopePath


class ProfileQuerySet(ScopedQuerySet):
    """Profiles of villages."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")


class VillageProfile(models.Model):
    """Households, people, members, land of a village (基本情况) as of a day.

    A new survey is a new row; an unknown figure is null, never zero.
    """

    village = models.ForeignKey(Village, models.PROTECT, related_name="profiles")
    county_code = models.CharField(_("县代码"), max_length=6)
    as_of = models.DateField(_("数据日期"))
    households = models.PositiveIntegerField(_("户数"), null=True, blank=True)
    population = models.PositiveIntegerField(_("人口"), null=True, blank=True)
    members = models.PositiveIntegerField(_("党员数"), null=True, blank=True)
    women_members = models.PositiveIntegerField(_("女党员数"), null=True, blank=True)
    farmland_mu = models.DecimalField(
        _("耕地面积"), max_digits=12, decimal_places=2, null=True, blank=True, help_text=_("亩")
    )
    groups = models.PositiveSmallIntegerField(_("村民小组数"), null=True, blank=True)
    source = models.CharField(_("来源"), max_length=120, blank=True, default="")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("村基本情况")
        verbose_name_plural = _("村基本情况")
        ordering = ["village", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "as_of"],
                name="profile_once_a_day",
                violation_error_message=_("这个村在该日期已有基本情况。"),
            ),
            models.CheckConstraint(
                condition=Q(women_members=None) | Q(women_members__lte=F("members")),
                name="profile_women_within_members",
                violation_error_message=_("女党员数不能多于党员数。"),
            ),
            models.CheckConstraint(
                condition=Q(members=None) | Q(population=None) | Q(members__lte=F("population")),
                name="profile_members_within_people",
                violation_error_message=_("党员数不能多于人口。"),
            ),
            models.CheckConstraint(
                condition=Q(farmland_mu=None) | Q(farmland_mu__gte=0),
                name="profile_farmland_not_negative",
                violation_error_message=_("耕地面积不能为负数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.as_of}"
