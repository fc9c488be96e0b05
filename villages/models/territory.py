"""County, township, village."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages.choices import TownshipKind, VillageKind
from villages.models.base import Division, days_in_order, digits
from villages.querysets import CountyQuerySet, TownshipQuerySet, VillageQuerySet


class County(Division):
    """A county, district or county-level city (县、区、县级市), six digits."""

    code = models.CharField(_("区划代码"), max_length=6, unique=True)
    province_name = models.CharField(_("省份"), max_length=30, blank=True, default="")
    city_name = models.CharField(_("市州"), max_length=30, blank=True, default="")
    department_name = models.CharField(_("部门名称"), max_length=60, blank=True, default="")
    hotline = models.CharField(_("联系电话"), max_length=40, blank=True, default="")
    is_demo = models.BooleanField(_("演示数据"), default=False)

    objects = CountyQuerySet.as_manager()

    class Meta:
        verbose_name = _("县")
        verbose_name_plural = _("县")
        ordering = ["code"]
        constraints = [
            digits("code", 6, "county_code_digits"),
            days_in_order("county_days_in_order"),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="county_has_name",
                violation_error_message=_("县名不能为空。"),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("villages:county", args=[self.code])


class Township(Division):
    """A township, town or street (乡、镇、街道), nine digits."""

    code = models.CharField(_("区划代码"), max_length=9, unique=True)
    county = models.ForeignKey(
        County, models.PROTECT, related_name="townships", verbose_name=_("县")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("类型"), max_length=12, choices=TownshipKind.choices)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("乡镇")
        verbose_name_plural = _("乡镇")
        ordering = ["code"]
        indexes = [models.Index(fields=["county_code", "code"], name="township_by_county")]
        constraints = [
            digits("code", 9, "township_code_digits"),
            days_in_order("township_days_in_order"),
            models.CheckConstraint(
                condition=Q(code__startswith=models.F("county_code")),
                name="township_code_in_county",
                violation_error_message=_("乡镇代码前六位应与县代码一致。"),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("villages:township", args=[self.code])


class Village(Division):
    """An administrative village or community (行政村、社区), twelve digits.

    `county_code` stands here as on every fact row, so that one county inside the nation reads
    like one county alone.
    """

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    township = models.ForeignKey(
        Township, models.PROTECT, related_name="villages", verbose_name=_("乡镇")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("类型"), max_length=12, choices=VillageKind.choices)
    urban_rural = models.CharField(_("城乡分类"), max_length=3, blank=True, default="")

    objects = VillageQuerySet.as_manager()

    class Meta:
        verbose_name = _("村")
        verbose_name_plural = _("村")
        ordering = ["code"]
        indexes = [
            models.Index(fields=["county_code", "code"], name="village_by_county"),
            models.Index(fields=["county_code", "name"], name="village_by_name"),
        ]
        constraints = [
            digits("code", 12, "village_code_digits"),
            days_in_order("village_days_in_order"),
            models.CheckConstraint(
                condition=Q(code__startswith=models.F("county_code")),
                name="village_code_in_county",
                violation_error_message=_("村代码前六位应与县代码一致。"),
            ),
        ]

    @property
    def full_name(self) -> str:
        """Two villages of one name are told apart by their township, everywhere."""
        return f"{self.township.name}{self.name}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("villages:village", args=[self.code])
