"""The steps of the table as verbs of the ledger of events, and what else is done to an event."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass
from rectification.supervision.choices import OrderKind
from rectification.warnings import perms
from rectification.warnings.actions import cases, explaining, false_alarms, papers
from rectification.warnings.actions.stepping import take_step
from rectification.warnings.models import Alert
from rectification.warnings.sides import may_take, side_of, stands
from rectification.warnings.states import (
    ACKNOWLEDGE,
    FALSE_ALARM,
    LIVE,
    LOWER,
    PLAN,
    REJECT,
    STEPS,
    SUBMIT,
    VERIFY_RED,
    VERIFY_YELLOW,
    Side,
    Step,
    allowed,
)
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Verb


def _text(label: Any, en: str, most: int = 500, **more: Any) -> Ask:
    return Ask("text", label, en, most=most, wide=True, **more)


_REMARK = _text(_("说明"), "remark", required=False)
ASKS: dict[str, tuple[Ask, ...]] = {
    ACKNOWLEDGE.key: (_REMARK,),
    PLAN.key: (
        _text(_("整改打算"), "plan", about_zh=_("写清做什么、谁负责;不用上传材料。")),
        Ask("planned_on", _("计划完成日期"), "planned to be done on", Kind.DATE, required=False),
    ),
    SUBMIT.key: (_text(_("整改结果"), "result", about_zh=_("写清做了什么、现在怎样。")),),
    VERIFY_YELLOW.key: (_text(_("核实情况"), "what was verified", required=False),),
    VERIFY_RED.key: (_text(_("核实情况"), "what was verified", required=False),),
    LOWER.key: (_text(_("核实情况"), "what was verified", required=False),),
    REJECT.key: (_text(_("还差什么"), "what is missing"),),
    FALSE_ALARM.key: (_text(_("审批意见"), "why it is approved"),),
}
EFFECTS = {
    ACKNOWLEDGE.key: _("表示已经知道,不代表同意;有不同意见可以另提异议。"),
    SUBMIT.key: _("报给乡镇党委书记核实。数据也要在相应台账里更正,重新评估后才能降级。"),
    VERIFY_YELLOW.key: _("重新评估显示数据转好以后才能降级;降级后这条预警了结。"),
    VERIFY_RED.key: _("核实后报县委组织部。"),
    LOWER.key: _("重新评估显示数据转好以后才能降级;降为黄色观察,期满后了结。"),
    FALSE_ALARM.key: _("由申请人以外的人审批;同意后不再计入颜色,也不再观察。"),
}


def step_verbs() -> tuple[Verb, ...]:
    """The steps that people take, in the order of the table."""
    return tuple(_verb(step) for step in STEPS if step.side != Side.SYSTEM)


def offers(step: Step, user: Any, row: Alert) -> bool:
    """Whether this person may take the step now."""
    if not allowed(step, row.status, row.level):
        return False
    if step is FALSE_ALARM:
        return false_alarms.may_approve(user, row)
    return stands(user, side_of(step, row.status), row)


def _verb(step: Step) -> Verb:
    def act(row: Alert, *, by: Any, **said: Any) -> Alert:
        told = {name: value for name, value in said.items() if value is not None}
        return take_step(by=by, alert=row, step=step, on=clock.today(), said=told)

    return Verb(
        step.key, step.label, step.label_en, act=act, asks=ASKS[step.key], may=may_take(step),
        danger=step.danger, explains=EFFECTS.get(step.key, ""),
        offered=lambda user, row: offers(step, user, row),
    )  # fmt: skip


def _explained(row: Alert, *, by: Any, text: str) -> Alert:
    return explaining.explain(by=by, alert=row, text=text, on=clock.today(), at=clock.now())


def _asked_false(row: Alert, *, by: Any, reason: str) -> Alert:
    return false_alarms.ask_false_alarm(by=by, alert=row, reason=reason, on=clock.today())


def _refused_false(row: Alert, *, by: Any, reason: str) -> Alert:
    return false_alarms.refuse_false_alarm(by=by, alert=row, reason=reason, on=clock.today())


def _drafted(
    row: Alert, *, by: Any, kind: str = "", requirement: str = "", due_on: date | None = None
) -> Alert:
    papers.draft_papers(
        by=by, alerts=[row], on=clock.today(), kind=kind or "", requirement=requirement or "",
        due_on=due_on,
    )  # fmt: skip
    return row


def _cased(row: Alert, *, by: Any, case_class: str = "", facts: str = "") -> Alert:
    return cases.to_case(
        by=by, alert=row, on=clock.today(), case_class=case_class or "", facts=facts or ""
    )


def _askable(user: Any, row: Alert) -> bool:
    open_now = row.status in FALSE_ALARM.sources and row.asked_false_by_id is None
    return open_now and false_alarms.may_ask(user, row)


EXPLAIN = Verb(
    "explain", _("公布前说明"), "explain before publication", act=_explained,
    may=perms.may_explain,
    offered=lambda user, row: explaining.is_explainable(user, row, clock.now()),
    explains=_("公布前由乡镇或村填写,和预警一起公布,长期保留。"),
    asks=(_text(_("说明"), "explanation"),),
)  # fmt: skip
ASK_FALSE_ALARM = Verb(
    "ask-false-alarm", _("申请认定误报"), "ask for a false alarm", act=_asked_false,
    may=perms.may_ask_exemptions, offered=_askable,
    explains=_("数据或规则用错了才是误报;整改好了的走核实降级。由组织部的另一人审批。"),
    asks=(Ask("reason", _("误报理由"), "why it is a false alarm", most=300, wide=True),),
)  # fmt: skip
REFUSE_FALSE_ALARM = Verb(
    "refuse-false-alarm", _("不认定误报"), "refuse the false alarm", act=_refused_false,
    may=perms.may_decide_county,
    offered=lambda user, row: row.status in LIVE and false_alarms.may_refuse(user, row),
    asks=(Ask("reason", _("不认定的理由"), "why not", most=300, wide=True),),
)  # fmt: skip
DRAFT_PAPER = Verb(
    "draft-paper", _("起草文书"), "draft a paper", act=_drafted, may=perms.may_draft_papers,
    offered=lambda user, row: row.status in LIVE and perms.may_draft_papers(user),
    explains=_("内容和承办乡镇自动填好,起草后还可以改,由另一人审核、签发才发出。"),
    asks=(
        Ask("kind", _("文种"), "kind", Kind.CHOICE, required=False, choices=OrderKind.choices,
            about_zh=_("留空:红色为督办单,黄色为提醒函。"),
            about_en="supervise for red and remind for yellow when empty."),
        Ask("requirement", _("办理要求"), "requirement", required=False, most=1000, wide=True,
            about_zh=_("留空写:请核实并整改,按期反馈整改情况。"),
            about_en="The usual words when empty."),
        Ask("due_on", _("办理时限"), "due on", Kind.DATE, required=False,
            about_zh=_("留空的,签发时按文种规则计算。"), about_en="By the rule of the kind."),
    ),
)  # fmt: skip
TO_CASE = Verb(
    "to-case", _("转入整顿排查"), "take into the screening", act=_cased,
    may=perms.may_draft_papers, offered=lambda user, row: cases.offers_case(user, row),
    explains=_("在本年软弱涣散村党组织排查中登记这个村,预警作为排查事实;是否列入仍按整顿程序。"),
    asks=(
        Ask("case_class", _("类别"), "class", Kind.CHOICE, required=False,
            choices=CaseClass.choices, about_zh=_("留空为软弱涣散。"),
            about_en="weak_lax when empty."),
        Ask("facts", _("排查事实"), "facts", required=False, most=500, wide=True,
            about_zh=_("留空写预警的内容。"), about_en="The event's words when empty."),
    ),
)  # fmt: skip


def event_verbs() -> tuple[Verb, ...]:
    """All that can be done to an event, in the order of its page."""
    return (
        EXPLAIN, *step_verbs(), ASK_FALSE_ALARM, REFUSE_FALSE_ALARM, DRAFT_PAPER, TO_CASE
    )  # fmt: skip
