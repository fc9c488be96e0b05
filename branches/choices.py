"""Words of party organizations that code depends on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BranchKind(TextChoices):
    """What a party organization of a village is."""

    BRANCH = "branch", _("党支部")
    GENERAL = "general", _("党总支")
    COMMITTEE = "committee", _("党委")
    JOINT = "joint", _("联合党支部")
    INDUSTRY = "industry_chain", _("产业链党支部")
    FUNCTIONAL = "functional", _("功能型党支部")
    PROVISIONAL = "provisional", _("临时党支部")

    @property
    def level(self) -> int:
        """Who may stand above whom: a parent has a higher level than its children."""
        return {"committee": 3, "general": 2}.get(self.value, 1)


# Members stand in one of these. Other organizations gather members who are counted there already,
# so sums over a village leave them out.
HOLDS_MEMBERS = (BranchKind.BRANCH, BranchKind.JOINT)
# Organizations of the village itself, with the term of villages.
OF_VILLAGE = (*HOLDS_MEMBERS, BranchKind.GENERAL, BranchKind.COMMITTEE)


class ElectionKind(TextChoices):
    """Why people vote."""

    TERM = "term", _("换届选举")
    BY_ELECTION = "by_election", _("届中补选")
    EARLY = "early", _("提前换届")


class ElectionResult(TextChoices):
    """How it ended."""

    ELECTED = "elected", _("选举有效")
    FAILED = "failed", _("选举无效")


class MeetingKind(TextChoices):
    """Kinds of organization life (三会一课、主题党日 …)."""

    ASSEMBLY = "member_assembly", _("党员大会")
    COMMITTEE = "committee", _("支委会")
    GROUP = "party_group", _("党小组会")
    THEME_DAY = "theme_day", _("主题党日")
    CLASS = "class", _("党课")
    ORG_LIFE = "org_life", _("组织生活会")
    APPRAISAL = "appraisal", _("民主评议党员")
    TALK = "talk", _("谈心谈话")


# To these not all members come: attendance is that of the committee, or not asked at all.
OF_FEW = (MeetingKind.COMMITTEE, MeetingKind.GROUP)


class Stage(TextChoices):
    """How far somebody has come on the way into the party."""

    APPLICANT = "applicant", _("入党申请人")
    ACTIVIST = "activist", _("入党积极分子")
    CANDIDATE = "candidate", _("发展对象")
    PROBATIONARY = "probationary", _("预备党员")
    FORMAL = "formal", _("正式党员")
    CANCELLED = "cancelled", _("取消预备党员资格")
