"""What every unit of the map has."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Division(models.Model):
    """A unit with a statistical code, a name, and the days on which it exists.

    `search_text` holds everything it can be found by, lower case: name, former names, code,
    every pinyin reading in full and in initials. Actions keep it; nothing else writes it.
    """

    name = models.CharField(_("名称"), max_length=60)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)
    pinyin = models.CharField(_("拼音"), max_length=200, blank=True, default="")
    initials = models.CharField(_("拼音首字母"), max_length=60, blank=True, default="")
    search_text = models.CharField(_("检索词"), max_length=600, blank=True, default="")
    version = models.PositiveIntegerField(_("版本"), default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """Whether the unit is on the map of that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def days_in_order(name: str) -> models.CheckConstraint:
    """A unit may not end before it begins."""
    return models.CheckConstraint(
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
        name=name,
        violation_error_message=_("停用日期不能早于启用日期。"),
    )


def digits(field: str, count: int, name: str) -> models.CheckConstraint:
    """A statistical code has exactly this many digits."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__regex": rf"^[0-9]{{{count}}}$"}),
        name=name,
        violation_error_message=_("区划代码应为 %(count)s 位数字。") % {"count": count},
    )
