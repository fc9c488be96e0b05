"""Words of dispositions of unfit cadres (不胜任处置)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UnfitCategory(TextChoices):
    """The three classes of unfitness."""

    DISCLOSURE = "disclosure", _("不按规定公开")
    INTERESTS = "interests", _("损害群众利益")
    DUTY = "duty", _("长期不履职")


class PostEffect(TextChoices):
    """What a disposition does to the post."""

    NONE = "none", _("不影响职务")
    SUSPENDED = "suspended", _("停职")
    ENDED = "ended", _("离任")


class AppealResult(TextChoices):
    """What became of an appeal."""

    UPHELD = "upheld", _("维持")
    CHANGED = "changed", _("变更")
    REVOKED = "revoked", _("撤销")


class DispositionEnd(TextChoices):
    """Why a disposition is over."""

    EXPIRED = "expired", _("影响期满")
    IMPROVED = "improved", _("改正,再评通过")
    REMOVED = "removed", _("再评未通过,按程序免职")
    LEFT = "left", _("已离任")
    REVOKED = "revoked", _("处置撤销")
