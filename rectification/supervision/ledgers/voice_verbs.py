"""The steps of a voice as verbs of its ledger: label, address, right and offer from the table."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.checks import happened
from rectification.ledgers.work_asks import day, remark
from rectification.supervision.actions import voices
from rectification.supervision.actions.voice_orders import to_order
from rectification.supervision.choices import OrderKind, Satisfaction
from rectification.supervision.models import Department, Voice
from rectification.supervision.perms import (
    may_answer_voices,
    may_draft_orders,
    may_settle_voices,
)
from rectification.supervision.states import Side, Step, allowed
from rectification.supervision.voice_sides import offers_order, stands
from rectification.supervision.voice_states import (
    ANSWER,
    ASSIGN,
    CLOSE_VOICE,
    LIVE_VOICES,
    REFUSE_VOICE,
)
from villages.common import clock
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.ledgers.declaring import Ask, Verb
from villages.models import Township

RIGHTS = {Side.ISSUER: may_settle_voices, Side.UNIT: may_answer_voices}

# What is given to one unit, or closed, says the same of several.
MANY = (ASSIGN, CLOSE_VOICE)


def _townships(row: Voice) -> Any:
    return Township.objects.in_county(row.county_code).on(clock.today()).order_by("code")


def _departments(row: Voice) -> Any:
    return Department.objects.in_county(row.county_code).on(clock.today())


def _units(row: Voice) -> Iterable[tuple[str, str]]:
    """Townships by code, departments by name. Two queries."""
    yield from _townships(row).values_list("code", "name")
    yield from ((name, name) for name in _departments(row).values_list("name", flat=True))


def _assign(row: Voice, *, unit: str, **asked: Any) -> Voice:
    """The unit as the form or the program names it. Raises `voice_unit`."""
    township = _townships(row).filter(code=unit).first()
    department = None if township else _departments(row).filter(name=unit).first()
    if not (township or department):
        words = _now("没有这个单位:%s。") % unit
        raise DomainError("voice_unit", words, _now("请核对代码或名称。"), unit=words)
    return voices.assign(row, township=township, department=department, **asked)


def _assigned(row: Voice, *, due_on: Any = None, **asked: Any) -> Voice:
    """A day that was left empty follows from the county's rule."""
    return happened(_assign)(row, due_on=due_on or None, **asked)  # type: ignore[no-any-return]


_UNIT = Ask(
    "unit", _("承办单位"), "township code or department name", most=120, options=_units,
    about_zh=_("一件只交给一个单位主办。"), about_en="Nine digits, or a name of a department.",
)  # fmt: skip
_DUE = Ask(
    "due_on", _("办理时限"), "due on", Kind.DATE, required=False,
    about_zh=_("留空按类别规定的工作日计算。"), about_en="By the county's rule when empty.",
)  # fmt: skip
_SATISFIED = Ask(
    "satisfaction", _("满意度"), "satisfaction", Kind.CHOICE, required=False,
    choices=Satisfaction.choices, about_zh=_("反映人在信箱里评价过的以本人评价为准。"),
    about_en="What the person said in the public box counts first.",
)  # fmt: skip
_TOLD = {
    ASSIGN: (
        _assigned, (day(_("交办日期"), "assigned on"), _UNIT, _DUE, remark(_("交办意见"))),
        _("承办单位从这一刻起看到内容。答复不够的可以再次交办,时限重新计算。"),
    ),
    ANSWER: (
        happened(voices.answer),
        (day(_("答复日期"), "answered on"), Ask("text", _("答复"), "answer", most=2000, wide=True)),
        _("反映人凭编号和查询口令看到的就是这段话,请不要写进与本人无关的信息。"),
    ),
    CLOSE_VOICE: (
        happened(voices.close),
        (day(_("办结日期"), "closed on"), _SATISFIED, remark(_("回访情况"))),
        _("办结前回访反映人;匿名的看本人在信箱里的评价。"),
    ),
    REFUSE_VOICE: (
        happened(voices.refuse),
        (day(_("日期"), "day"), Ask("reason", _("原因"), "reason", most=300, wide=True)),
        _("反映人看得到原因。"),
    ),
}  # fmt: skip


def voice_verbs() -> tuple[Verb, ...]:
    """All steps in the order of the table, then an order, then the telephone number."""
    return (*(_verb(step) for step in _TOLD), ORDER, PHONE)


def _verb(step: Step) -> Verb:
    act, asks, explains = _TOLD[step]
    return Verb(
        step.key, step.label, step.label_en, act=act, asks=asks, may=RIGHTS[step.side],
        danger=step.danger, explains=explains,
        offered=lambda user, row: allowed(step, row.status) and stands(user, step.side, row),
        many=step in MANY,
    )  # fmt: skip


def _ordered(row: Voice, *, kind: str = "", requirement: str = "", **asked: Any) -> Voice:
    return happened(to_order)(  # type: ignore[no-any-return]
        row, kind=kind or "", requirement=requirement or "",
        **{name: value or None for name, value in asked.items()},
    )  # fmt: skip


ORDER = Verb(
    "draft-order", _("转为督办单"), "draft an order", act=_ordered, may=may_draft_orders,
    offered=lambda user, row: offers_order(user, row),
    explains=_("内容、承办单位和时限自动填好,起草后还可以改,由他人审核、签发才发出。"
               "投诉举报的单子只写编号,不写内容。"),
    asks=(
        day(_("起草日期"), "drafted on"),
        Ask("kind", _("文种"), "kind", Kind.CHOICE, required=False, choices=OrderKind.choices,
            about_zh=_("留空为督办单。"), about_en="supervise when empty."),
        Ask("requirement", _("办理要求"), "requirement", required=False, most=1000, wide=True,
            about_zh=_("留空写:请核实办理,按期反馈。"), about_en="The usual words when empty."),
        Ask("due_on", _("办理时限"), "due on", Kind.DATE, required=False,
            about_zh=_("留空按答复时限,还没有的按文种规则。"),
            about_en="The day for the answer when empty, else by the rule of the kind."),
    ),
)  # fmt: skip


PHONE = Verb(
    "keep-phone", _("登记电话"), "keep the telephone number", act=voices.keep_phone,
    may=may_settle_voices,
    offered=lambda _user, row: row.status in LIVE_VOICES and not row.anonymous,
    explains=_("加密保存,列表和导出中没有;查看要写明理由。"),
    asks=(Ask("phone", _("联系电话"), "telephone number", most=20),),
)  # fmt: skip
