"""States and marks of filings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FilingState(TextChoices):
    """Where the filing of one village and month stands. 已封账 belongs to the month, not here."""

    DRAFT = "draft", _("填写中")
    SUBMITTED = "submitted", _("已提交")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("已通过")


class Mark(TextChoices):
    """How a value came into a filing: typed anew, or looked at and left as it was."""

    CHANGED = "changed", _("改动")
    CONFIRMED = "confirmed", _("确认不变")


class ReturnReason(TextChoices):
    """Why a value goes back to the township."""

    UNIT = "unit", _("单位或位数可能有误")
    JUMP = "jump", _("与上期差异较大,请说明")
    SOURCE = "source", _("与台账或凭证不一致")
    SCOPE = "scope", _("口径不符")
    MISSING = "missing", _("内容不完整")
    OTHER = "other", _("其他")


class Channel(TextChoices):
    """By which way a filing came in."""

    GRID = "grid", _("表格填报")
    PAGE = "page", _("单村填报")
    API = "api", _("接口")
    SEALED = "sealed", _("离线表")
