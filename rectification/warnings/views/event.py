"""The page of a warning event: what was found, where it stands, who is next, what happened."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.perms import may_see_orders
from rectification.warnings.decision_words import label_of, tone_of
from rectification.warnings.figures.late_entries import late_entries
from rectification.warnings.figures.papers_due import due_day
from rectification.warnings.figures.turned import Turn, Turned, turned
from rectification.warnings.ledgers.events import EVENTS
from rectification.warnings.ledgers.rule_names import title_of
from rectification.warnings.models import Alert, Dispute, WarningDecision
from rectification.warnings.paper_rules import RUNGS
from rectification.warnings.perms import (
    may_decide_county,
    may_dispute,
    may_see_warnings,
    may_verify_township,
)
from rectification.warnings.sentences import reason
from rectification.warnings.states import LIVE
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404

SHOWN = 50


@require_safe
@requires(may_see_warnings)
def event(request: HttpRequest, uid: str) -> HttpResponse:
    """One event, as far as this person may see what belongs to it."""
    user: Any = request.user
    rows = Alert.objects.select_related("village__township", "order", "case", "parent")
    alert: Any = get_visible_or_404(rows, user, uid=uid)
    verifies = (may_verify_township(user) or may_decide_county(user)) and alert.status in LIVE
    now = turned(alert) if alert.status in LIVE else None
    context = {
        "alert": alert,
        "title": f"{alert.village.name}:{title_of(alert.rule)}",
        "said": reason({"rule": alert.rule, "level": alert.level, "evidence": alert.evidence}),
        "verbs": _buttons(alert, user),
        "waits": _waits(alert),
        "facts": list(_facts(alert, user)),
        "words": [(label, text) for label, text in _words(alert) if text],
        "good": bool(now and now.is_good),
        "turned": _turned_words(now) if now else "",
        "late": late_entries(alert) if verifies and now and now.is_good else (),
        "verifies": verifies,
        "events": _timeline(alert, user),
        "disputes": Dispute.objects.visible_to(user).filter(
            village=alert.village, rule=alert.rule).order_by("-id")[:SHOWN],
        "dispute_url": _dispute_url(alert, user),
        "village_url": reverse("warnings:village", args=[alert.village.code]),
        "breadcrumbs": crumbs(
            (_("预警事件"), reverse("warnings:events")), (str(alert.village.name), "")
        ),
    }  # fmt: skip
    return render(request, "warnings/events/event.html", context)


def _buttons(alert: Alert, user: Any) -> list[tuple[Any, str, bool]]:
    return [
        (one.label, address(EVENTS, f"do_{one.key}", alert.uid), one.danger)
        for one in EVENTS.verbs
        if one.may(user) and one.offered(user, alert)
    ]


def _waits(alert: Alert) -> str:
    """By when what is to be done, for whoever owes it."""
    for rung in RUNGS:
        if alert.level == rung.level and alert.status in rung.statuses:
            return str(_("%(day)s 前办理,过期起草%(kind)s") % {
                "day": due_day(alert, rung).isoformat(), "kind": rung.kind.label,
            })  # fmt: skip
    return ""


def _facts(alert: Alert, user: Any) -> Iterator[tuple[Any, ...]]:
    yield _("村"), alert.village.full_name, alert.village.get_absolute_url()
    yield _("规则"), alert.rule
    yield _("产生月份"), Month.from_number(alert.raised_month).label
    public = alert.public_at.astimezone(ZONE)
    if public > clock.now():
        yield _("公布时间"), public.strftime("%Y-%m-%d %H:%M")
    if alert.red_from and alert.red_from > alert.raised_month:
        yield _("转红月份"), Month.from_number(alert.red_from).label
    if alert.observation_until:
        yield _("观察期至"), alert.observation_until.isoformat()
    if alert.ended_on:
        yield _("结束日期"), alert.ended_on.isoformat()
    if alert.order and may_see_orders(user):
        yield _linked(_("文书"), alert.order, user)
    if alert.case:
        yield _linked(_("整顿"), alert.case, user)
    if alert.parent:
        yield (
            _("前一次预警"),
            Month.from_number(alert.parent.raised_month).label,
            (alert.parent.get_absolute_url()),
        )


def _linked(label: Any, row: Any, user: Any) -> tuple[Any, ...]:
    """Drafts of the county are not shown to those who do not see them."""
    seen = type(row).objects.visible_to(user).filter(pk=row.pk).exists()
    return (label, str(row), row.get_absolute_url()) if seen else (label, "")


def _words(alert: Alert) -> list[tuple[Any, str]]:
    planned = alert.planned_on.isoformat() if alert.planned_on else ""
    return [
        (_("公布前说明"), alert.explanation), (_("整改打算"), alert.plan),
        (_("计划完成日期"), planned), (_("整改结果"), alert.result),
        (_("申请认定误报的理由"), alert.asked_false_reason if alert.asked_false_by_id else ""),
    ]  # fmt: skip


def _turned_words(now: Turned) -> str:
    month = now.month.label if now.month else ""
    words = {
        Turn.GOOD: _("按%s的评估,数据已转好,可以核实降级。"),
        Turn.FOUND: _("按%s的评估,数据仍显示这个问题。更正台账并重新评估以后才能核实降级。"),
        Turn.UNKNOWN: _("按%s的评估,缺少这条规则要用的数据;缺数据不算转好。"),
        Turn.NEVER: _("产生预警以后还没有重新评估%s。"),
    }
    return str(words[now.turn] % month)


def _timeline(alert: Alert, user: Any) -> list[dict[str, Any]]:
    rows = WarningDecision.objects.visible_to(user).filter(alert=alert).order_by("-id")[:SHOWN]
    return [
        {"when": one.on.isoformat(), "who": one.by_name, "title": label_of(one.kind),
         "detail": one.text, "tone": tone_of(one.kind)}
        for one in rows
    ]  # fmt: skip


def _dispute_url(alert: Alert, user: Any) -> str:
    if not may_dispute(user) or alert.status not in LIVE:
        return ""
    month = Month.from_number(alert.found_in).code
    return reverse("warnings:dispute", args=[alert.village.code, month, alert.rule])
