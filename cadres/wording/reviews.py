"""Words of the joint review."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Occasion(TextChoices):
    """Why somebody is reviewed."""

    ELECTION = "election", _("换届")
    MID_TERM = "mid_term", _("届中调整")


class ReviewResult(TextChoices):
    """What a joint review came to."""

    PASS = "pass", _("通过")
    REJECT = "reject", _("不通过")
    CONDITIONAL = "conditional", _("有条件通过")


class OpinionResult(TextChoices):
    """What a department says."""

    PENDING = "pending", _("未答复")
    NO_PROBLEM = "no_problem", _("无问题")
    PROBLEM = "problem", _("有问题")


class ItemSide(TextChoices):
    """A condition to be met, or a circumstance that bars."""

    POSITIVE = "positive", _("正面条件")
    NEGATIVE = "negative", _("负面清单")
