"""The steps of an inspection and of what it finds."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rectification.supervision.states import Side, Step


class InspectionStatus(TextChoices):
    """Where an inspection stands. Townships see it from `published` on."""

    PREPARED = "prepared", _("准备")
    DRAWN = "drawn", _("已定名单")
    UNDER_WAY = "under_way", _("检查中")
    PUBLISHED = "published", _("已公布")
    CANCELLED = "cancelled", _("已取消")


class FindingStatus(TextChoices):
    """What became of a finding."""

    OPEN = "open", _("待处理")
    ORDERED = "ordered", _("已发督办单")
    CASED = "cased", _("已列入整顿")
    HANDED_OVER = "handed_over", _("已移交")
    MENDED = "mended", _("已整改")
    DISMISSED = "dismissed", _("不需处理")


S, F = InspectionStatus, FindingStatus
DRAW = Step("draw", _("抽取名单"), "draw the sample", (S.PREPARED, S.DRAWN), S.DRAWN, Side.ISSUER)
START = Step("start", _("开始检查"), "start", (S.PREPARED, S.DRAWN), S.UNDER_WAY, Side.ISSUER)
PUBLISH = Step(
    "publish", _("公布"), "publish to townships", (S.UNDER_WAY,), S.PUBLISHED, Side.ISSUER
)
CANCEL = Step(
    "cancel", _("取消"), "cancel", (S.PREPARED, S.DRAWN, S.UNDER_WAY), S.CANCELLED, Side.ISSUER,
    danger=True,
)  # fmt: skip
INSPECTION_STEPS = (DRAW, START, PUBLISH, CANCEL)

TO_ORDER = Step("to-order", _("发督办单"), "make an order", (F.OPEN,), F.ORDERED, Side.ISSUER)
TO_CASE = Step("to-case", _("列入整顿排查"), "open a case", (F.OPEN,), F.CASED, Side.ISSUER)
HAND_OVER = Step(
    "hand-over", _("移交线索"), "hand over to another body", (F.OPEN,), F.HANDED_OVER, Side.ISSUER
)
MEND = Step(
    "mend", _("确认整改"), "confirm as mended", (F.OPEN, F.ORDERED, F.CASED), F.MENDED, Side.ISSUER
)
DISMISS = Step(
    "dismiss", _("不需处理"), "dismiss", (F.OPEN,), F.DISMISSED, Side.ISSUER, danger=True
)
# Order or case came to nothing: dropped, revoked, withdrawn.
RELEASE = Step("release", _("退回待处理"), "put back", (F.ORDERED, F.CASED), F.OPEN, Side.ISSUER)
FINDING_STEPS = (TO_ORDER, TO_CASE, HAND_OVER, MEND, DISMISS, RELEASE)
