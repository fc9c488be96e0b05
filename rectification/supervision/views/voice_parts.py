"""The parts of the page of a voice."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.models import Voice
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address


def crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way to a page of voices; village people, who see no orders, go it too."""
    return [(_("反映和建议"), reverse("supervision:voices")), *rest]


def verbs(voice: Voice, user: Any) -> list[tuple[Any, str, bool]]:
    """Label, address and danger of what this person may do now."""
    ledger = ledgers()["voices"]
    return [
        (one.label, address(ledger, f"do_{one.key}", voice.uid), one.danger)
        for one in ledger.verbs
        if one.may(user) and one.offered(user, voice)
    ]


def facts(voice: Voice, *, shows_person: bool) -> list[tuple[Any, ...]]:
    """Terms of the head; what is not there is left out."""
    rows = [
        (_("编号"), voice.number),
        (_("类别"), voice.get_kind_display()),
        (_("渠道"), voice.get_channel_display()),
        (_("村"), voice.village.full_name if voice.village else ""),
        (_("反映人"), who(voice) if shows_person else ""),
        (_("承办单位"), voice.unit_name),
        (_("办理时限"), voice.due_on.isoformat() if voice.due_on else ""),
        (_("满意度"), voice.get_satisfaction_display()),
    ]
    return [row for row in rows if row[1]]


def who(voice: Voice) -> str:
    """The person, for those who may know; a telephone number only as being there."""
    if voice.anonymous:
        return _("匿名")
    phone = _("留有电话") if voice.phone_sealed else ""
    return " · ".join(filter(None, [voice.person or _("没有留姓名"), phone]))


def way(voice: Voice) -> list[dict[str, Any]]:
    """What happened so far, the newest first."""
    given = _("交%s办理") % voice.unit_name if voice.unit_name else ""
    steps = [
        (voice.received_on, _("收到"), voice.get_channel_display(), "info"),
        (voice.assigned_on, _("交办"), given, "info"),
        (voice.answered_on, _("答复"), voice.answered_by, "done"),
        (voice.closed_on, _("办结"), voice.get_satisfaction_display(), "done"),
        (_refused(voice), _("不予受理"), voice.refused_reason, "bad"),
    ]
    return [
        {"when": on.isoformat(), "title": title, "detail": detail, "tone": tone}
        for on, title, detail, tone in reversed(steps)
        if on is not None
    ]


def _refused(voice: Voice) -> Any:
    return voice.status_since if voice.refused_reason else None
