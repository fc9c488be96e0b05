"""Questions: what seems worth asking about, with the township's sentence and what it came to."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.warnings import perms
from rectification.warnings.actions import settling_questions as settling
from rectification.warnings.choices import QuestionOutcome
from rectification.warnings.models import Question
from rectification.warnings.question_words import said
from villages.common import clock
from villages.common.columns import Column
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb
from villages.rest.fields import Field


def _answered(row: Question, *, by: Any, text: str) -> Question:
    return settling.answer_question(by=by, row=row, on=clock.today(), text=text)


def _explained(row: Question, *, by: Any, text: str | None = "") -> Question:
    return settling.explained(by=by, row=row, on=clock.today(), text=text or "")


def _confirmed(row: Question, *, by: Any, text: str) -> Question:
    return settling.confirmed(by=by, row=row, on=clock.today(), text=text)


def _waiting(rows: Any, _name: str, value: bool) -> Any:
    return rows.filter(outcome="") if value else rows.exclude(outcome="")


VERBS = (
    Verb(
        "answer", _("说明"), "answer", act=_answered, may=perms.may_answer_questions,
        offered=lambda user, row: not row.outcome and settling.may_answer(user, row),
        explains=_("用一句话说明就行,不用补材料;不说明也不影响颜色和考核。"),
        asks=(Ask("text", _("说明"), "answer", most=500, wide=True),),
    ),
    Verb(
        "explain", _("说明合理"), "find it explained", act=_explained,
        may=perms.may_settle_questions,
        offered=lambda user, row: (
            row.outcome != QuestionOutcome.EXPLAINED and settling.may_settle(user, row)
        ),
        explains=_("封账时删除,不留记录。"),
        asks=(Ask("text", _("处理说明"), "remark", required=False, most=300, wide=True),),
    ),
    Verb(
        "confirm", _("确有问题"), "confirm it", act=_confirmed, may=perms.may_settle_questions,
        offered=lambda user, row: (
            row.outcome != QuestionOutcome.CONFIRMED and settling.may_settle(user, row)
        ),
        explains=_("由人查实后认定并保留。一进一出和数值突变认定的,按数据失实计入当月预警。"),
        asks=(Ask("text", _("查实的情况"), "what was found", most=300, wide=True),), danger=True,
    ),
)  # fmt: skip
QUESTIONS = Ledger(
    key="questions",
    hub="warnings",
    model=Question,
    title=_("提问"),
    one=_("提问"),
    title_en="questions, not verdicts",
    one_en="question",
    page="warnings:question",
    items=(
        Item("village", chosen=True, asked=False),
        Item("month", chosen=True, asked=False),
        Item("kind", chosen=True, asked=False, width=10),
        Item("outcome", chosen=True, asked=False, width=8),
        Item("asked_on", asked=False, shown=False),
        Item("answer", asked=False, wide=True, width=30),
        Item("answered_name", asked=False, shown=False),
        Item("answered_on", asked=False, shown=False),
        Item("settled_name", asked=False, shown=False),
        Item("settled_on", asked=False, shown=False),
        Item("settled_note", asked=False, wide=True, shown=False, width=30),
        Item("key", asked=False, listed=False),
    ),
    natural_key=("village", "month", "kind", "key"),
    order=("-month", "kind", "village__code", "id"),
    month="month",
    may_read=perms.may_see_questions,
    writable=False,
    removable=False,
    imported=False,
    columns=(
        Column("said", _("问什么"), computed=True, show=lambda row: said(row["kind"], row["facts"]),
               needs=("kind", "facts"), width=40),
    ),
    criteria={
        "waiting": django_filters.BooleanFilter(
            label=_("没有认定"), method=_waiting,
        ),
    },
    answers=(
        Field("said", "问什么", "What is asked", source="facts",
              show=lambda facts: said(facts["kind"], facts)),
    ),
    verbs=VERBS,
    charts=(
        Chart("kinds", _("按类别"), by="kind", unit=_("个")),
        Chart("townships", _("按乡镇"), by="township", unit=_("个")),
    ),
    search=("answer", "settled_note"),
    names=settling.name_shown,
    quiet=lambda _row: True,
    empty=_("没有提问。评估以后发现值得问一句的情况会列在这里;提问不是结论,不计入颜色。"),
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (QUESTIONS,)
