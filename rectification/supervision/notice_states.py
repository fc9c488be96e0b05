"""Words with a fixed meaning in notices and their delivery, and the steps of a notice."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rectification.supervision.states import Side, Step


class NoticeKind(TextChoices):
    """What a notice is."""

    NOTICE = "notice", _("通知公告")
    SERVICE = "service", _("便民服务")


class NoticeStatus(TextChoices):
    """Where a notice stands."""

    DRAFT = "draft", _("起草")
    PUBLISHED = "published", _("已发布")
    WITHDRAWN = "withdrawn", _("已撤回")


class Reach(TextChoices):
    """Which people of the addressed units read it."""

    STAFF = "staff", _("单位工作人员")
    SECRETARIES = "secretaries", _("仅主要负责人")
    VILLAGES = "villages", _("单位和所辖村")


class NoticeUnitKind(TextChoices):
    """Whom a notice addresses."""

    TOWNSHIP = "township", _("乡镇")
    DEPARTMENT = "department", _("县直部门")
    VILLAGE = "village", _("村")


class ChannelKind(TextChoices):
    """How the portal reaches somebody outside of it."""

    MAIL = "mail", _("电子邮件")
    WEBHOOK = "webhook", _("接口推送")


class DeliveryStatus(TextChoices):
    """What became of a message."""

    WAITING = "waiting", _("待送达")
    DONE = "done", _("已送达")
    FAILED = "failed", _("未送达")


N = NoticeStatus
PUBLISH = Step("publish", _("发布"), "publish", (N.DRAFT, N.PUBLISHED), N.PUBLISHED, Side.ISSUER)
WITHDRAW = Step(
    "withdraw", _("撤回"), "withdraw", (N.PUBLISHED,), N.WITHDRAWN, Side.ISSUER, danger=True
)
NOTICE_STEPS = (PUBLISH, WITHDRAW)
# Others than the house know of it.
OUT = (N.PUBLISHED, N.WITHDRAWN)
