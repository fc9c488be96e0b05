"""What of warnings waits for a person. People without live events pay one question for them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.actions.stepping import name_shown
from rectification.warnings.choices import AskStatus, DisputeStatus
from rectification.warnings.figures.papers_due import due_day
from rectification.warnings.models import Alert, ColourOverride, Dispute, Exemption, Question
from rectification.warnings.paper_rules import RUNGS
from rectification.warnings.perms import (
    may_answer_questions,
    may_decide_county,
    may_decide_events_township,
    may_settle_questions,
    may_verify_township,
)
from rectification.warnings.rules import by_code
from rectification.warnings.sides import is_same
from rectification.warnings.states import AlertStatus
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_OWED = {
    AlertStatus.OPEN: gettext_lazy("签收预警:%s"),
    AlertStatus.ACKNOWLEDGED: gettext_lazy("填写整改打算:%s"),
    AlertStatus.RECTIFYING: gettext_lazy("整改并报结果:%s"),
}


def to_answer(user: Any) -> Any:
    """Events that wait for the township: to sign for, to plan, sent back, turned red."""
    return Alert.objects.visible_to(user).filter(status__in=list(_OWED))


def to_verify(user: Any) -> Any:
    """Events that wait for the township's secretary."""
    return Alert.objects.visible_to(user).filter(status=AlertStatus.SUBMITTED)


def to_settle(user: Any) -> Any:
    """Red events that wait for the county, and false alarms to decide."""
    asked = Q(asked_false_by__isnull=False, ended_from=None)
    rows = Alert.objects.visible_to(user)
    return rows.filter(Q(status=AlertStatus.TOWNSHIP_VERIFIED) | asked)


def open_disputes(user: Any) -> Any:
    """Objections to answer."""
    return Dispute.objects.visible_to(user).filter(status=DisputeStatus.OPEN)


def _answers(user: Any) -> Iterable[TodoItem]:
    """The red ones first, then the longest waiting. One query."""
    rows = to_answer(user).select_related("village").order_by("level", "public_at", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=str(_OWED[AlertStatus(one.status)]) % name_shown(one), url=_url(one),
            detail=_detail(one), due_on=_due(one), minutes=5,
            severity="urgent" if one.level == "red" else "normal",
        )  # fmt: skip


def _detail(one: Alert) -> str:
    """The rule in words, the colour, and what happened last."""
    rule = by_code().get(one.rule)
    worse = one.red_from and one.red_from > one.raised_month
    returned = one.status == AlertStatus.RECTIFYING and one.submitted_on
    colour = _("由黄转红") if worse else one.get_level_display()
    words = [rule.title if rule else "", colour, _("退回继续整改") if returned else ""]
    return " · ".join(str(one) for one in words if one)


def _verifying(user: Any) -> Iterable[TodoItem]:
    """One query."""
    rows = to_verify(user).select_related("village").order_by("submitted_on", "pk")
    for one in rows[:SHOWN]:
        title = _("核实整改结果:%s") % name_shown(one)
        yield TodoItem(title=title, url=_url(one), detail=one.result[:40], minutes=5)


def _settling(user: Any) -> Iterable[TodoItem]:
    """One query; who asked for a false alarm is not asked to approve it."""
    rows = to_settle(user).select_related("village").order_by("submitted_on", "pk")
    for one in rows[:SHOWN]:
        if one.status == AlertStatus.TOWNSHIP_VERIFIED:
            title = _("核实红色预警:%s") % name_shown(one)
            yield TodoItem(title=title, url=_url(one), detail=one.result[:40], minutes=10)
        elif not is_same(user, one.asked_false_by_id):
            title, why = _("审批误报:%s") % name_shown(one), one.asked_false_reason[:40]
            yield TodoItem(title=title, url=_url(one), detail=why, minutes=5)


def asked_of(model: Any) -> Any:
    """The requests of one kind that wait for a second person, as rows of a person."""
    return lambda user: model.objects.visible_to(user).filter(status=AskStatus.ASKED)


def _deciding(model: Any, key: str) -> Any:
    def items(user: Any) -> Iterable[TodoItem]:
        rows = asked_of(model)(user).select_related("village").order_by("pk")
        for one in rows[:SHOWN]:
            if not is_same(user, one.asked_by_id):
                told = {"what": one._meta.verbose_name, "village": one.village.name}
                yield TodoItem(
                    title=_("审批%(what)s:%(village)s") % told, detail=one.reason[:40],
                    url=reverse(f"ledgers:{key}_row", args=[one.uid]), minutes=5,
                )  # fmt: skip

    return items


def _disputes(user: Any) -> Iterable[TodoItem]:
    """One query."""
    for one in open_disputes(user).select_related("village").order_by("due_on", "pk")[:SHOWN]:
        told = {"village": one.village.name, "rule": one.rule}
        yield TodoItem(
            title=_("答复异议:%(village)s %(rule)s") % told, detail=one.claim[:40],
            url=reverse("ledgers:disputes_row", args=[one.uid]), due_on=one.due_on, minutes=15,
        )  # fmt: skip


def _due(one: Alert) -> Any:
    rungs = [
        rung for rung in RUNGS if rung.level == one.level and one.status in rung.statuses
    ]  # fmt: skip
    return min((due_day(one, rung) for rung in rungs), default=None)


def _url(one: Alert) -> str:
    return reverse("warnings:event", args=[one.uid])


def to_explain(user: Any) -> Any:
    """Questions to which the township said nothing yet."""
    return Question.objects.visible_to(user).filter(outcome="", answer="")


def to_conclude(user: Any) -> Any:
    """Questions that were answered and wait for the county."""
    return Question.objects.visible_to(user).filter(outcome="").exclude(answer="")


def _gathered(rows: Any, words: Any) -> Any:
    """One line for all questions: a sentence each, if the person wants to say one. One query."""

    def items(user: Any) -> Iterable[TodoItem]:
        if count := rows(user).count():
            detail = _("提问不是结论,不计分,不用补材料。")
            url = reverse("warnings:questions")
            yield TodoItem(title=str(words) % count, url=url, detail=detail, minutes=2 * count)

    return items


TODOS: tuple[TodoSource, ...] = (
    TodoSource("warning-events", may_decide_events_township, _answers, to_answer),
    TodoSource("warning-verify", may_verify_township, _verifying, to_verify),
    TodoSource("warning-settle", may_decide_county, _settling, to_settle),
    TodoSource(
        "warning-overrides", may_decide_county, _deciding(ColourOverride, "colour-overrides"),
        asked_of(ColourOverride),
    ),
    TodoSource(
        "warning-exemptions", may_decide_county, _deciding(Exemption, "exemptions"),
        asked_of(Exemption),
    ),
    TodoSource("warning-disputes", may_decide_county, _disputes, open_disputes),
    TodoSource(
        "question-answers", may_answer_questions,
        _gathered(to_explain, gettext_lazy("可以说明的提问:%d 个")), to_explain,
    ),
    TodoSource(
        "question-outcomes", may_settle_questions,
        _gathered(to_conclude, gettext_lazy("有说明的提问待认定:%d 个")), to_conclude,
    ),
)  # fmt: skip
