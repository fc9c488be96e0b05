"""Words of first secretaries and work teams."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PostingRole(TextChoices):
    """First secretary, or member of the team."""

    FIRST_SECRETARY = "first_secretary", _("第一书记")
    MEMBER = "member", _("工作队员")


class PostingEnd(TextChoices):
    """Why a posting ended."""

    TERM = "term", _("任期届满轮换")
    RECALLED = "recalled", _("召回")
    TRANSFERRED = "transferred", _("工作调动")
    HEALTH = "health", _("身体原因")
    OTHER = "other", _("其他")


class LeaveKind(TextChoices):
    """Why somebody is away."""

    PERSONAL = "personal", _("事假")
    SICK = "sick", _("病假")
    ANNUAL = "annual", _("年休假")
    FAMILY = "family", _("婚假、产假、丧假")
    STUDY = "study", _("学习培训")


class LeaveState(TextChoices):
    """Asked, granted, refused."""

    ASKED = "asked", _("待批")
    GRANTED = "granted", _("已批准")
    REFUSED = "refused", _("未批准")


class LeaveLevel(TextChoices):
    """Who decides about a leave."""

    TOWNSHIP = "township", _("乡镇批准")
    COUNTY = "county", _("县批准")


class Consequence(TextChoices):
    """What absences found in spot checks mean for the yearly grade."""

    NONE = "none", _("无")
    NO_EXCELLENT = "no_excellent", _("年度考核不得评为优秀")
    BASIC = "basic", _("年度考核至多评为基本称职")
    INCOMPETENT = "incompetent", _("年度考核评为不称职,建议召回")
