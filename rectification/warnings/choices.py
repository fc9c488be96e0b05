"""The three colours, and grey for what nobody can judge."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Colour(TextChoices):
    """The colour of a village in a month."""

    RED = "red", _("红")
    YELLOW = "yellow", _("黄")
    GREEN = "green", _("绿")
    GREY = "grey", _("未评")


class Level(TextChoices):
    """How bad one warning event is."""

    RED = "red", _("红")
    YELLOW = "yellow", _("黄")


class Stage(TextChoices):
    """When a month was judged."""

    OPEN = "open", _("月中试评")
    PROVISIONAL = "provisional", _("初评")
    FINAL = "final", _("封账后终评")


class DecisionKind(TextChoices):
    """What was decided on a warning event or a village's colour; steps go by their own key."""

    RAISED = "raised", _("产生预警")
    WORSENED = "worsened", _("由黄转红")
    RELAPSED = "relapsed", _("观察期内再次出现")
    TURNED_GOOD = "turned-good", _("数据转好")
    EXPLAINED = "explained", _("公布前说明")
    FALSE_ALARM_ASKED = "false-alarm-asked", _("申请认定误报")
    FALSE_ALARM_REFUSED = "false-alarm-refused", _("不认定误报")
    MOVED = "moved", _("随村划转")
    PAPER = "paper", _("起草文书")
    CASE = "case", _("转入整顿排查")
    OVERRIDE_ASKED = "override-asked", _("申请人工调整")
    OVERRIDE_APPROVED = "override-approved", _("批准人工调整")
    OVERRIDE_REFUSED = "override-refused", _("不批准人工调整")
    OVERRIDE_ENDED = "override-ended", _("提前结束人工调整")
    EXEMPTION_ASKED = "exemption-asked", _("申请豁免")
    EXEMPTION_APPROVED = "exemption-approved", _("批准豁免")
    EXEMPTION_REFUSED = "exemption-refused", _("不批准豁免")
    EXEMPTION_ENDED = "exemption-ended", _("提前结束豁免")


class AskStatus(TextChoices):
    """Where something stands that a second person decides."""

    ASKED = "asked", _("待审批")
    APPROVED = "approved", _("已批准")
    REFUSED = "refused", _("未批准")
    ENDED = "ended", _("已结束")


class ExemptionKind(TextChoices):
    """Why rules do not hold for a while."""

    SNOW = "snow", _("雨雪冰冻")
    DISASTER = "disaster", _("自然灾害")
    LEAVE = "leave", _("已批准的请假")
    RELOCATION = "relocation", _("搬迁撤并")
    OTHER = "other", _("其他")


class DisputeStatus(TextChoices):
    """Where an objection to a colour stands."""

    OPEN = "open", _("复核中")
    UPHELD = "upheld", _("异议成立")
    REJECTED = "rejected", _("维持原判")
    TAKEN_BACK = "taken_back", _("已撤回")


class DisputeCause(TextChoices):
    """What an upheld objection shows to be wrong; statistics by rule lead to its repair."""

    DATA = "data", _("数据有误")
    THRESHOLD = "threshold", _("阈值不合理")
    RULE = "rule", _("规则不适用")
    TIMING = "timing", _("时间口径不对")
    OTHER = "other", _("其他")


class QuestionKind(TextChoices):
    """What seems worth asking about; never a verdict."""

    COPIED = "copied", _("文字雷同")
    REUSED = "reused", _("附件重复使用")
    BACKFILLED = "backfilled", _("集中补录")
    ROUND_TRIP = "round-trip", _("资金一进一出")
    JUMP = "jump", _("数值突变")


class QuestionOutcome(TextChoices):
    """What a reviewer made of a question."""

    EXPLAINED = "explained", _("说明合理")
    CONFIRMED = "confirmed", _("确有问题")
