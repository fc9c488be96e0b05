"""Kinds of territory, with Chinese labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TownshipKind(TextChoices):
    """By the three township digits of the statistical code."""

    STREET = "street", _("街道")
    TOWN = "town", _("镇")
    TOWNSHIP = "township", _("乡")
    ENTERPRISE = "enterprise", _("类乡级单位")


class VillageKind(TextChoices):
    """By the three village digits of the statistical code."""

    VILLAGERS = "villagers", _("行政村")
    RESIDENTS = "residents", _("社区")
    QUASI = "quasi", _("类村级单位")


class ChangeKind(TextChoices):
    """How one unit followed another."""

    MERGE = "merge", _("合并")
    SPLIT = "split", _("拆分")
    RECODE = "recode", _("换码")
    TRANSFER = "transfer", _("划转")
