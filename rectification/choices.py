"""Words with a fixed meaning in the work on backward villages. What counties add are rows."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseClass(TextChoices):
    """Why a village is on the list (类别)."""

    WEAK_LAX = "weak_lax", _("软弱涣散")
    BACKWARD = "backward", _("后进")


class CaseLevel(TextChoices):
    """Who keeps an eye on a case (层级)."""

    GENERAL = "general", _("一般")
    COUNTY_KEY = "county_key", _("县级重点")
    CITY_KEY = "city_key", _("市级挂牌")


class Origin(TextChoices):
    """Where a case was first written down."""

    PORTAL = "portal", _("系统办理")
    LEDGER = "ledger", _("纸质台账接管")


class WordUse(TextChoices):
    """What a county's own word names."""

    PROBLEM = "problem", _("问题类型")
    HELPER = "helper", _("帮扶力量")
    WORK = "work", _("实事种类")
    RETURN = "return", _("退回原因")


class WorkLine(TextChoices):
    """The six lines of work (六抓)."""

    TEAM = "team", _("抓班子")
    RANKS = "ranks", _("抓队伍")
    INDUSTRY = "industry", _("抓产业")
    SYSTEM = "system", _("抓建制")
    FOCUS = "focus", _("抓重点")
    SITE = "site", _("抓场所")


class FoundBy(TextChoices):
    """Who found a problem."""

    TOWNSHIP = "township", _("乡镇排查")
    COUNTY = "county", _("县级排查")
    PATROL = "patrol", _("巡察")
    AUDIT = "audit", _("审计")
    PETITION = "petition", _("信访")
    HIDDEN_VISIT = "hidden_visit", _("暗访")


class Severity(TextChoices):
    """How much a problem weighs."""

    GENERAL = "general", _("一般")
    SERIOUS = "serious", _("严重")


class DutyKind(TextChoices):
    """Who answers for a case, and who signs a letter for it."""

    TOWNSHIP_SECRETARY = "township_secretary", _("乡镇党委书记")
    DEPUTY_SECRETARY = "deputy_secretary", _("分管副书记")
    ORGANIZER = "organizer", _("组织委员")
    TEAM_LEADER = "team_leader", _("工作队队长")


class ScreeningOutcome(TextChoices):
    """What was decided about a candidate village."""

    IN = "in", _("列入排查")
    WATCH = "watch", _("继续观察")
    OUT = "out", _("不列入")


class Opinion(TextChoices):
    """What a department says in the joint review of a candidate."""

    AGREE = "agree", _("同意认定")
    DISAGREE = "disagree", _("不同意认定")
    NO_REMARK = "no_remark", _("无意见")


class AcceptanceResult(TextChoices):
    """How an acceptance ended."""

    PASSED = "passed", _("合格")
    FAILED = "failed", _("不合格")


class ExtensionAnswer(TextChoices):
    """What became of a request for more time."""

    WAITING = "waiting", _("待批")
    GRANTED = "granted", _("同意")
    REFUSED = "refused", _("不同意")


class RevisitResult(TextChoices):
    """What a revisit found."""

    HELD = "held", _("保持良好")
    PROBLEMS = "problems", _("有苗头性问题")
    SLIPPED = "slipped", _("出现反弹")


class SpotResult(TextChoices):
    """What the city's spot check said."""

    PASSED = "passed", _("合格")
    FAILED = "failed", _("不合格")


class AnnexKind(TextChoices):
    """What a paper of the case file is."""

    SCREENING = "screening", _("排查材料")
    DECISION = "decision", _("会议决定和文件")
    PLAN = "plan", _("整顿方案")
    LETTER = "letter", _("责任书")
    WORK = "work", _("工作材料")
    ACCEPTANCE = "acceptance", _("验收材料")
    NOTICE = "notice", _("公示材料")
    OTHER = "other", _("其他")
