"""Kinds and states of projects, contracts, assets, debts and vouchers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    """Whether money came in or went out."""

    IN = "in", _("收入")
    OUT = "out", _("支出")


class PartyKind(TextChoices):
    """Who stands on the other side of a payment."""

    GOVERNMENT = "government", _("政府部门和财政")
    COMPANY = "company", _("企业")
    COOPERATIVE = "cooperative", _("合作社")
    HOUSEHOLD = "household", _("农户和个人")
    BANK = "bank", _("银行和信用社")
    OTHER = "other", _("其他")


class Verdict(TextChoices):
    """What a person found about a pair of payments in and out."""

    OPEN = "open", _("待核")
    PASS_THROUGH = "pass_through", _("过账")
    LEGIT = "legit", _("正常往来")


class Mode(TextChoices):
    """By what a support project earns."""

    RENT = "rent", _("物业出租")
    LAND = "land", _("资源发包")
    SERVICE = "service", _("生产服务")
    SHARE = "share", _("入股分红")
    PROCESSING = "processing", _("加工")
    PHOTOVOLTAIC = "photovoltaic", _("光伏")
    TOURISM = "tourism", _("乡村旅游")
    FARMING = "farming", _("种植养殖")
    OTHER = "other", _("其他")


class ProjectStatus(TextChoices):
    """How far a support project is."""

    PLANNING = "planning", _("谋划")
    APPROVED = "approved", _("已批准")
    BUILDING = "building", _("在建")
    RUNNING = "running", _("运行")
    IDLE = "idle", _("闲置")
    FAILED = "failed", _("失败")


class FundLevel(TextChoices):
    """Who gave the money of a project."""

    CENTRAL = "central", _("中央")
    PROVINCE = "province", _("省级")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")
    SELF = "self", _("村自筹")


class Method(TextChoices):
    """How the other side of a contract was chosen."""

    TENDER = "tender", _("公开招标")
    AGREEMENT = "agreement", _("协议")
    OTHER = "other", _("其他")


class RentPeriod(TextChoices):
    """How often rent is due; always in advance, at the beginning of the part."""

    YEAR = "year", _("按年")
    HALF = "half", _("按半年")
    QUARTER = "quarter", _("按季")
    MONTH = "month", _("按月")


class AssetKind(TextChoices):
    """Kinds of assets of a collective."""

    HOUSE = "house", _("房屋")
    MACHINE = "machine", _("机器设备")
    FACILITY = "facility", _("设施")
    ORCHARD = "orchard", _("林果牲畜")
    INTANGIBLE = "intangible", _("无形资产")
    SHARE = "share", _("股权投资")
    OTHER = "other", _("其他")


class AssetState(TextChoices):
    """What happens to an asset now."""

    OWN_USE = "own_use", _("自用")
    LEASED = "leased", _("出租")
    IDLE = "idle", _("闲置")
    DISPOSED = "disposed", _("已处置")


class PlotKind(TextChoices):
    """Kinds of natural resources of a collective."""

    FARMLAND = "farmland", _("耕地")
    ORCHARD = "orchard", _("园地")
    FOREST = "forest", _("林地")
    GRASS = "grass", _("草地")
    WATER = "water", _("水面")
    WASTE = "waste", _("四荒地")
    CONSTRUCTION = "construction", _("集体建设用地")
    OTHER = "other", _("其他")


class PlotUse(TextChoices):
    """Who works a plot."""

    POOLED = "pooled", _("流转入合作社")
    CONTRACTED = "contracted", _("发包")
    OWN = "own", _("集体自营")
    IDLE = "idle", _("闲置")


class Creditor(TextChoices):
    """To whom a collective owes."""

    BANK = "bank", _("银行和信用社")
    GOVERNMENT = "government", _("政府部门")
    COMPANY = "company", _("企业")
    PERSON = "person", _("个人")
    OTHER = "other", _("其他")


class DebtReason(TextChoices):
    """What the money was borrowed for."""

    PUBLIC = "public", _("公益事业")
    BUSINESS = "business", _("生产经营")
    OFFICE = "office", _("运转开支")
    ADVANCE = "advance", _("垫付税费")
    OTHER = "other", _("其他")
