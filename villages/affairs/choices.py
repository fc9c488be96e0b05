"""Codes of village facts, with Chinese labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SiteState(TextChoices):
    """Where a village's people meet and are served."""

    OWN = "own", _("自有")
    RENTED = "rented", _("租用或借用")
    BUILDING = "building", _("在建")
    DANGEROUS = "dangerous", _("危房")
    NONE = "none", _("无场所")


class DisclosureKind(TextChoices):
    """What is disclosed: 党务, 村务, 财务."""

    PARTY = "party", _("党务公开")
    AFFAIRS = "affairs", _("村务公开")
    FINANCE = "finance", _("财务公开")


class MeetingKind(TextChoices):
    """Who meets: the representatives, or all villagers."""

    REPRESENTATIVES = "representatives", _("村民代表会议")
    VILLAGERS = "villagers", _("村民会议")


class MatterKind(TextChoices):
    """What a major matter is about."""

    PROJECT = "project", _("工程项目")
    ASSETS = "assets", _("资产资源处置")
    LAND = "land", _("土地与宅基地")
    SPENDING = "spending", _("大额开支")
    PEOPLE = "people", _("人员与报酬")
    WELFARE = "welfare", _("救助与惠农")
    OTHER = "other", _("其他")


class IncidentKind(TextChoices):
    """What happened."""

    SAFETY = "safety", _("安全生产事故")
    MASS = "mass", _("群体性事件")
    DISASTER = "disaster", _("自然灾害")
    OTHER = "other", _("其他")


class Grade(TextChoices):
    """How grave it was, from the lightest."""

    GENERAL = "general", _("一般")
    LARGER = "larger", _("较大")
    MAJOR = "major", _("重大")
    GRAVE = "grave", _("特别重大")


class SurveyKind(TextChoices):
    """How people were asked."""

    SURVEY = "survey", _("满意度调查")
    MASS = "mass", _("群众评议")
    VOTE = "vote", _("测评投票")


class HonourKind(TextChoices):
    """What a village was honoured as."""

    CIVILISED = "civilised", _("文明村")
    DEMOCRATIC = "democratic", _("民主法治示范村")
    GOVERNANCE = "governance", _("乡村治理示范村")
    PARTY = "party", _("先进基层党组织")
    BEAUTIFUL = "beautiful", _("美丽乡村")
    OTHER = "other", _("其他")


class HonourLevel(TextChoices):
    """Who honoured it, from the highest."""

    NATION = "nation", _("全国")
    PROVINCE = "province", _("省级")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")
    TOWNSHIP = "township", _("乡镇级")


class FoundBy(TextChoices):
    """Who found an exception."""

    COMMITTEE = "committee", _("村务监督委员会")
    TOWNSHIP = "township", _("乡镇检查")
    COUNTY = "county", _("县级检查")
    VILLAGERS = "villagers", _("群众反映")


class Post(TextChoices):
    """The post that approved; a name is not kept."""

    SECRETARY = "secretary", _("村党组织书记")
    DIRECTOR = "director", _("村委会主任")
    SUPERVISOR = "supervisor", _("村务监督委员会主任")
    TOWNSHIP = "township", _("乡镇")


class SpendingKind(TextChoices):
    """What was wrong with a spending."""

    UNSIGNED = "unsigned", _("审批手续不全")
    VOUCHER = "voucher", _("票据不合规")
    OVER_LIMIT = "over_limit", _("超标准或超预算")
    CASH = "cash", _("大额现金支付")
    PRIVATE = "private", _("公款私存或借用")
    UNDISCLOSED = "undisclosed", _("未公开")
    OTHER = "other", _("其他")
