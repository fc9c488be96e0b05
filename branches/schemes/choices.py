"""Words of the schemes by which branches are measured."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SchemeKind(TextChoices):
    """What a scheme is for."""

    STANDARD = "standard", _("标准化达标")
    STARS = "stars", _("评星定级")
    FORTRESS = "fortress", _("堡垒指数")


class SchemeStatus(TextChoices):
    """Where a version of a scheme stands."""

    DRAFT = "draft", _("草稿")
    IN_FORCE = "in_force", _("现行")
    ENDED = "ended", _("已停用")


class Cycle(TextChoices):
    """How often branches are measured."""

    QUARTER = "quarter", _("每季度")
    HALF = "half", _("每半年")
    YEAR = "year", _("每年")


class Judged(TextChoices):
    """How the points of an item are found."""

    YES_NO = "yes_no", _("是或否")
    POINTS = "points", _("按程度给分")
    FIGURE = "figure", _("由数据计算")


class Comparison(TextChoices):
    """How a figure is held against the number an item wants."""

    AT_LEAST = ">=", _("不少于")
    AT_MOST = "<=", _("不超过")
    EQUAL = "==", _("等于")


class RatingState(TextChoices):
    """Where the rating of a branch stands."""

    PROPOSED = "proposed", _("乡镇已自评")
    CONFIRMED = "confirmed", _("县级已确认")
    APPEALED = "appealed", _("申诉中")
    UPHELD = "upheld", _("申诉后维持")
    CHANGED = "changed", _("申诉后变更")


class Outcome(TextChoices):
    """How an appeal ends."""

    UPHELD = "upheld", _("维持原结果")
    CHANGED = "changed", _("变更结果")


FINAL = (RatingState.CONFIRMED, RatingState.UPHELD, RatingState.CHANGED)
OBJECTED = (RatingState.APPEALED, RatingState.UPHELD, RatingState.CHANGED)
DECIDED = (RatingState.UPHELD, RatingState.CHANGED)
