"""Codes of the indicator dictionary, with Chinese labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class IndicatorKind(TextChoices):
    """What a value is."""

    COUNT = "count", _("个数")
    AMOUNT = "amount", _("数量")
    SHARE = "share", _("占比(填分子和分母)")
    YES_NO = "yes-no", _("是否")


class Rhythm(TextChoices):
    """Which stretch of time, or which day, a value is about."""

    MONTH = "month", _("每月")
    QUARTER = "quarter", _("每季度")
    HALF_YEAR = "half-year", _("每半年")
    YEAR = "year", _("每年")
    AS_OF = "as-of", _("某一天的时点数")


class Direction(TextChoices):
    """Which way is good."""

    MORE = "more", _("越多越好")
    LESS = "less", _("越少越好")
    NEUTRAL = "neutral", _("不分好坏")


class Filer(TextChoices):
    """Who gives the value."""

    COUNTY = "county", _("县级部门")
    TOWNSHIP = "township", _("乡镇")


class IndicatorState(TextChoices):
    """A definition is written, asked, then ended; it never comes back."""

    DRAFT = "draft", _("草稿")
    IN_FORCE = "in-force", _("生效")
    ENDED = "ended", _("已停用")
