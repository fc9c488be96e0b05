"""How the map changed: former names and successors."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.choices import ChangeKind
from villages.querysets import ScopedQuerySet, ScopePath


class UnitQuerySet(ScopedQuerySet):
    """Rows about a unit of any level, named by its code."""

    scope_path = ScopePath(county="county_code", township="township_code", village="unit_code")


class FormerName(models.Model):
    """A name that a unit bore until a day; old papers are still found by it."""

    unit_code = models.CharField(_("区划代码"), max_length=12, db_index=True)
    county_code = models.CharField(_("县代码"), max_length=6)
    township_code = models.CharField(_("乡镇代码"), max_length=9, blank=True, default="")
    name = models.CharField(_("曾用名"), max_length=60)
    valid_to = models.DateField(_("使用至"))
    basis = models.CharField(_("依据"), max_length=200, blank=True, default="")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("曾用名")
        verbose_name_plural = _("曾用名")
        ordering = ["unit_code", "-valid_to"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit_code", "name", "valid_to"],
                name="former_name_once",
                violation_error_message=_("这个曾用名已经登记。"),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One unit followed another: merge, split, new code, transfer.

    A village may go to two successors and a successor may have several predecessors; both
    codes stay addressable. `unit_code` is the predecessor.
    """

    unit_code = models.CharField(_("原代码"), max_length=12, db_index=True)
    successor_code = models.CharField(_("承接代码"), max_length=12, db_index=True)
    county_code = models.CharField(_("县代码"), max_length=6)
    township_code = models.CharField(_("乡镇代码"), max_length=9, blank=True, default="")
    kind = models.CharField(_("变更方式"), max_length=12, choices=ChangeKind.choices)
    effective_on = models.DateField(_("生效日期"))
    is_main = models.BooleanField(_("主要承接"), default=True)
    basis = models.CharField(_("依据"), max_length=200, blank=True, default="")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("区划变更")
        verbose_name_plural = _("区划变更")
        ordering = ["-effective_on", "unit_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit_code", "successor_code"],
                name="succession_once",
                violation_error_message=_("这两个单位的承接关系已经登记。"),
            ),
            models.UniqueConstraint(
                fields=["unit_code"],
                condition=Q(is_main=True),
                name="succession_one_main",
                violation_error_message=_("一个单位只能有一个主要承接单位。"),
            ),
            models.CheckConstraint(
                condition=~Q(unit_code=F("successor_code")),
                name="succession_not_itself",
                violation_error_message=_("单位不能承接自己。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_code} → {self.successor_code}"
