"""Kinds of income and tiers of villages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    """Income by the accounting system in force since 2024-01-01 (财会〔2023〕14号)."""

    OPERATING = "operating", _("经营收入")
    INVESTMENT = "investment", _("投资收益")
    SUBSIDY = "subsidy", _("补助收入")
    OTHER = "other", _("其他收入")


# 经营性收入 = 经营收入 + 投资收益; subsidies never count, other income only where it is flagged.
OPERATING_TYPE = (Category.OPERATING, Category.INVESTMENT)


class Tier(TextChoices):
    """Tiers of operating-type income, from the lowest."""

    SHELL = "shell", _("空壳村")
    WEAK = "weak", _("薄弱村")
    LOW = "low", _("起步村")
    MID = "mid", _("达标村")
    GOOD = "good", _("较强村")
    STRONG = "strong", _("强村")
