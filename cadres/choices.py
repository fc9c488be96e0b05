"""Posts, education, political status: the words of the cadre ledger (村干部台账)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Post(TextChoices):
    """What somebody does for a village, in the order in which posts are named."""

    SECRETARY = "secretary", _("党组织书记")
    DEPUTY_SECRETARY = "deputy_secretary", _("党组织副书记")
    PARTY_COMMITTEE_MEMBER = "party_committee_member", _("党组织委员")
    DIRECTOR = "director", _("村委会主任")
    DEPUTY_DIRECTOR = "deputy_director", _("村委会副主任")
    VILLAGER_COMMITTEE_MEMBER = "villager_committee_member", _("村委会委员")
    SUPERVISION_CHAIR = "supervision_chair", _("村务监督委员会主任")
    SUPERVISION_MEMBER = "supervision_member", _("村务监督委员会委员")
    CLERK = "clerk", _("文书(会计、报账员)")
    WOMEN_CHAIR = "women_chair", _("妇联主席")
    MILITIA_HEAD = "militia_head", _("民兵连长")
    YOUTH_SECRETARY = "youth_secretary", _("团支部书记")
    GROUP_LEADER = "group_leader", _("村民小组长")
    GRID_WORKER = "grid_worker", _("网格员")
    RESERVE = "reserve", _("后备干部")
    FIRST_SECRETARY = "first_secretary", _("驻村第一书记")
    TEAM_MEMBER = "team_member", _("驻村工作队员")
    ASSISTANT = "assistant", _("到村大学生、选调生")


# Party organization and villagers' committee together (村两委).
TWO_COMMITTEES = frozenset(
    {
        Post.SECRETARY,
        Post.DEPUTY_SECRETARY,
        Post.PARTY_COMMITTEE_MEMBER,
        Post.DIRECTOR,
        Post.DEPUTY_DIRECTOR,
        Post.VILLAGER_COMMITTEE_MEMBER,
    }
)
# The three bodies of a village, each with its own seats.
PARTY = frozenset({Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.PARTY_COMMITTEE_MEMBER})
COMMITTEE = TWO_COMMITTEES - PARTY
SUPERVISION = frozenset({Post.SUPERVISION_CHAIR, Post.SUPERVISION_MEMBER})
# Posts that come from outside by order: nobody in the village elects them.
SENT_POSTS = frozenset({Post.FIRST_SECRETARY, Post.TEAM_MEMBER, Post.ASSISTANT})
# Village cadres in office: neither sent from outside, nor in reserve, nor helpers of a group.
SERVING = TWO_COMMITTEES | {
    Post.SUPERVISION_CHAIR,
    Post.SUPERVISION_MEMBER,
    Post.CLERK,
    Post.WOMEN_CHAIR,
    Post.MILITIA_HEAD,
    Post.YOUTH_SECRETARY,
}


class Duty(TextChoices):
    """The field of a committee member."""

    ORGANIZATION = "organization", _("组织")
    PUBLICITY = "publicity", _("宣传")
    DISCIPLINE = "discipline", _("纪检")
    UNITED_FRONT = "united_front", _("统战")


class Sex(TextChoices):
    """As in the identity number."""

    MALE = "male", _("男")
    FEMALE = "female", _("女")


class Education(TextChoices):
    """Bands of the highest education (学历), as the structure table counts them."""

    POSTGRADUATE = "postgraduate", _("研究生")
    BACHELOR = "bachelor", _("本科")
    COLLEGE = "college", _("大专")
    HIGH_SCHOOL = "high_school", _("高中(中专)")
    BELOW = "below", _("初中及以下")


HIGH_SCHOOL_OR_ABOVE = frozenset(Education) - {Education.BELOW}


class Political(TextChoices):
    """Political status (政治面貌)."""

    MEMBER = "member", _("中共党员")
    PROBATIONARY = "probationary", _("中共预备党员")
    YOUTH_LEAGUE = "youth_league", _("共青团员")
    OTHER_PARTY = "other_party", _("民主党派")
    NONE = "none", _("群众")


class EndReason(TextChoices):
    """Why a tenure ended."""

    TERM = "term", _("任期届满")
    ADJUSTED = "adjusted", _("调整")
    RESIGNED = "resigned", _("辞职")
    DISMISSED = "dismissed", _("免职或罢免")
    DIED = "died", _("去世")
    OTHER = "other", _("其他")


class HowFilled(TextChoices):
    """Where the holder of a post came from (选配方式)."""

    ELECTED = "elected", _("选举")
    INSIDE = "inside", _("内选")
    RETURNED = "returned", _("回请")
    SENT = "sent", _("下派")
    CONCURRENT = "concurrent", _("兼职")
    APPOINTED = "appointed", _("任命")


class InstalledBy(TextChoices):
    """By which procedure the holder took office (产生方式)."""

    TERM_ELECTION = "term_election", _("换届选举")
    BY_ELECTION = "by_election", _("补选")
    APPOINTED = "appointed", _("组织任命")


class Health(TextChoices):
    """Health as stated for the qualification of a cadre, never a diagnosis."""

    GOOD = "good", _("健康")
    FAIR = "fair", _("一般")
    UNFIT = "unfit", _("不能正常履职")


class FilingKind(TextChoices):
    """What a township reports before it acts (备案事项)."""

    APPOINT = "appoint", _("任职")
    REMOVE = "remove", _("免职")
    ADJUST = "adjust", _("调整")
    RESIGN = "resign", _("辞职")


class FilingAnswer(TextChoices):
    """What the county answers to a filing."""

    AGREED = "agreed", _("同意备案")
    RETURNED = "returned", _("退回")


class LinkKind(TextChoices):
    """Who watches over a village's supervision committee from outside."""

    DISCIPLINE = "discipline", _("乡镇纪检干部")
    LIAISON = "liaison", _("监督联络员")
