"""Words with a fixed meaning in orders. What counties add are rows."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrderKind(TextChoices):
    """How loud an order speaks; the county's rule of the kind says by when it is answered."""

    PROMPT = "prompt", _("提示单")
    REMIND = "remind", _("提醒函")
    URGE = "urge", _("催办单")
    SUPERVISE = "supervise", _("督办单")
    RECTIFY = "rectify_notice", _("整改通知书")
    BULLETIN = "bulletin", _("通报")
    INTERVIEW = "interview", _("约谈通知")
    HUNG = "hung", _("挂牌督办")


class Urgency(TextChoices):
    """How soon an answer is wanted (缓急程度)."""

    EXTRA = "extra", _("特急")
    EXPRESS = "express", _("加急")
    PLAIN = "plain", _("平件")


class Origin(TextChoices):
    """What an order comes from; `origin_uid` is the key of that row."""

    HAND = "hand", _("直接起草")
    CASE = "case", _("整顿")
    LADDER = "ladder", _("逾期升级")
    CHASE = "chase", _("批量催办")
    FINDING = "finding", _("检查发现")
    WARNING = "warning", _("预警")
    VOICE = "voice", _("反映和建议")
    MEETING = "meeting", _("会议议定")
    REQUEST = "request", _("乡镇提请")


class UnitKind(TextChoices):
    """Whom an order addresses."""

    TOWNSHIP = "township", _("乡镇")
    DEPARTMENT = "department", _("县直部门")


class UnitRole(TextChoices):
    """Who leads and who co-operates."""

    LEAD = "lead", _("主办")
    HELP = "help", _("协办")


class Comparison(TextChoices):
    """When a figure is enough to close an item."""

    AT_LEAST = "gte", _("不低于")
    AT_MOST = "lte", _("不高于")


class Satisfaction(TextChoices):
    """What the issuer says of the result."""

    SATISFIED = "satisfied", _("满意")
    FAIR = "fair", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")


class ReplyAnswer(TextChoices):
    """What became of a reply."""

    WAITING = "waiting", _("待核查")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("核查通过")


class ExtensionAnswer(TextChoices):
    """What became of a request for more time."""

    WAITING = "waiting", _("待批")
    GRANTED = "granted", _("同意")
    REFUSED = "refused", _("不同意")


class InspectionKind(TextChoices):
    """How an inspection goes out."""

    ROUTINE = "routine", _("督导检查")
    SPECIAL = "special", _("专项检查")
    HIDDEN = "hidden", _("暗访")
    REVISIT = "revisit", _("回头看")


class AnswerKind(TextChoices):
    """How a point of the checklist is answered."""

    YES_NO = "yes_no", _("是否")
    NUMBER = "number", _("数字")
    TEXT = "text", _("文字")


class Weight(TextChoices):
    """How much a finding weighs."""

    GENERAL = "general", _("一般")
    SERIOUS = "serious", _("严重")


class Rhythm(TextChoices):
    """How often a task list comes round."""

    WEEK = "week", _("周清单")
    MONTH = "month", _("月清单")
    QUARTER = "quarter", _("季清单")
    HALF_YEAR = "half_year", _("半年清单")
    YEAR = "year", _("年清单")


class Governance(TextChoices):
    """The five fields of governance (五治)."""

    POLITICAL = "political", _("政治引领")
    SELF = "self", _("自治强基")
    LAW = "law", _("法治保障")
    VIRTUE = "virtue", _("德治教化")
    DIGITAL = "digital", _("智治支撑")


class VoiceKind(TextChoices):
    """What somebody brings up."""

    PROBLEM = "problem", _("困难问题")
    NEED = "need", _("帮办需求")
    SUGGESTION = "suggestion", _("意见建议")
    COMPLAINT = "complaint", _("投诉举报")


class VoiceChannel(TextChoices):
    """How it reached the portal."""

    VILLAGE = "village", _("村里上报")
    VISIT = "visit", _("走访收集")
    TOWNSHIP = "township", _("乡镇上报")
    PUBLIC = "public", _("群众直接提出")
    PHONE = "phone", _("来电来信")
