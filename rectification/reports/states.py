"""Where a report stands, and which step leads where."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportStatus(TextChoices):
    """Draft, reviewed, issued; an issued report never changes, a later version supersedes it."""

    DRAFT = "draft", _("草稿")
    REVIEWED = "reviewed", _("已审核")
    ISSUED = "issued", _("已签发")
    SUPERSEDED = "superseded", _("已被替代")


UNISSUED = (ReportStatus.DRAFT, ReportStatus.REVIEWED)
STANDING = (*UNISSUED, ReportStatus.ISSUED)


@dataclass(frozen=True)
class Step:
    """A step of a person: from which states to which, and whether it needs a reason."""

    key: str
    label: Any
    sources: tuple[ReportStatus, ...]
    target: ReportStatus
    needs_reason: bool = False


REVIEW = Step("review", _("审核通过"), (ReportStatus.DRAFT,), ReportStatus.REVIEWED)
SEND_BACK = Step(
    "send-back", _("退回修改"), (ReportStatus.REVIEWED,), ReportStatus.DRAFT, needs_reason=True
)
ISSUE = Step("issue", _("签发"), (ReportStatus.REVIEWED,), ReportStatus.ISSUED)
STEPS = (REVIEW, SEND_BACK, ISSUE)


def step_of(key: str) -> Step | None:
    """The step of this name, if there is one."""
    return next((one for one in STEPS if one.key == key), None)


class RunState(TextChoices):
    """How far the calendar's wish for a report is."""

    WAITING = "waiting", _("待生成")
    MADE = "made", _("已生成")
    FAILED = "failed", _("生成失败")
