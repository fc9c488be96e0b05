"""Requests for more time."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.actions import extensions
from rectification.choices import ExtensionAnswer
from rectification.ledgers.belonging import CASE_ITEMS, all_of, in_case, kept_in, of_case
from rectification.ledgers.checks import happened, not_ahead
from rectification.models import CaseExtension
from rectification.perms import may_answer_extensions, may_keep_cases, may_see_cases
from rectification.rules.extensions import latest_deadline
from rectification.states import UNDER_WORK
from villages import parameters
from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Verb


def _waits(_user: Any, row: Any) -> bool:
    return bool(row.answer == ExtensionAnswer.WAITING)


def _numbered(row: CaseExtension, by: Any) -> None:
    """A new request knows the deadline in force and which request of its case it is."""
    of_case(row, by)
    if row.pk is None and row.case_id:
        row.ordinal = CaseExtension.objects.filter(case=row.case_id).count() + 1
        row.old_deadline = row.case.deadline


def _has_deadline(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    case = values.get("case")
    if case is not None and case.deadline is None:
        yield Fault("case", "no_deadline", _now("这个整顿还没有整顿时限,不用延期。"))


def _still_waits(_values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    if row.answer != ExtensionAnswer.WAITING:
        yield Fault("", "extension_answered", _now("已经审批的延期不能改动。"))


def _short_enough(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    case, asked_on, wanted = values.get("case"), values.get("asked_on"), values.get("new_deadline")
    if case is None or asked_on is None or wanted is None or row.old_deadline is None:
        return
    latest = latest_deadline(
        row.old_deadline, case.confirmed_on,
        once_months=_months("extension_months", case, asked_on),
        longest_months=_months("longest_months", case, asked_on),
    )  # fmt: skip
    if wanted > latest:
        said = _now("最多只能延到 %s:一次延期和整顿总时限都有上限。") % latest
        yield Fault("new_deadline", "extension_too_long", said, _now("请改短。"))


def _months(key: str, case: Any, on: date) -> int:
    return int(parameters.value(f"rectification.{key}", on=on, county=case.county_code))


_DAY = Ask("on", _("审批日期"), "answered on", Kind.DATE)
GRANT = Verb(
    "grant", _("同意延期"), "grant", act=happened(extensions.grant), may=may_answer_extensions,
    offered=_waits,
    explains=_("同意后整顿时限即改为申请的日期。多次延期由部领导或县领导审批。"),
    asks=(_DAY, Ask("text", _("审批意见"), "words", required=False, most=300, wide=True)),
)  # fmt: skip
REFUSE = Verb(
    "refuse", _("不同意延期"), "refuse", act=happened(extensions.refuse), may=may_answer_extensions,
    offered=_waits, danger=True,
    asks=(_DAY, Ask("text", _("不同意的理由"), "reason", most=300, wide=True)),
)  # fmt: skip

EXTENSIONS = Ledger(
    key="case-extensions",
    hub="cases",
    model=CaseExtension,
    title=_("延期"),
    one=_("延期申请"),
    title_en="extensions of cases",
    one_en="request for an extension",
    items=(
        *CASE_ITEMS,
        Item("ordinal", asked=False, width=6),
        Item("asked_on", fixed=True),
        Item("old_deadline", asked=False),
        Item("new_deadline"),
        Item("reason", wide=True, width=30),
        Item("answer", chosen=True, asked=False),
        Item("answered_on", asked=False, shown=False),
        Item("answered_by", asked=False),
        Item("answer_text", asked=False, wide=True, shown=False, width=24),
    ),
    natural_key=("village", "case", "asked_on"),
    order=("-asked_on", "village__code"),
    dated=lambda row: row.asked_on,
    may_read=may_see_cases,
    may_write=may_keep_cases,
    imported=False,
    removable=False,
    check=all_of(
        in_case(*UNDER_WORK), not_ahead("asked_on"), _has_deadline, _still_waits, _short_enough
    ),
    holds=kept_in(*UNDER_WORK),
    settle=_numbered,
    verbs=(GRANT, REFUSE),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有延期申请。到期完不成的,由乡镇在到期前申请并说明理由。"),
)
