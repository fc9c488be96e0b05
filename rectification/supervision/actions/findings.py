"""One click makes an order or a case of a finding."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.opening import open_screening
from rectification.choices import CaseClass
from rectification.supervision import inspection_states as states
from rectification.supervision.actions.drafting import add_item, add_units, draft_order
from rectification.supervision.actions.finding_ends import ready
from rectification.supervision.actions.inspection_stepping import is_hidden, step_taken
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.models import Finding
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.models import Township

_SUBJECT_MOST = 120


@transaction.atomic
def to_order(
    finding: Finding, *, by: Any, on: date, kind: str = "", requirement: str = "",
    due_on: date | None = None,
) -> Finding:  # fmt: skip
    """A draft of an order to the village's township with the finding and its data as its item.

    Raises `finding_hidden`, `finding_restricted`, `inspection_step` and what drafting refuses.
    """
    row = ready(finding, states.TO_ORDER, on)
    _refuse_unpublished(row)
    order = draft_order(
        by=by, on=on, kind=kind or OrderKind.SUPERVISE, due_on=due_on,
        subject=_subject(row), problem=row.text, basis=str(row.site.inspection),
        requirement=requirement.strip() or _("请核实并整改检查发现的问题,按期反馈整改情况。"),
        origin=Origin.FINDING, origin_uid=row.uid,
    )  # fmt: skip
    township = Township.objects.get(pk=row.village.township_id)
    [part] = add_units(order, by=by, townships=[township])
    item = add_item(part, by=by, text=row.text, village=row.village, data=data_of(row))
    step_taken(row, states.TO_ORDER, by=by, on=on, values={"order_item": item, "status_since": on})
    return row


@transaction.atomic
def to_case(
    finding: Finding, *, by: Any, on: date, case_class: str = "", facts: str = ""
) -> Finding:
    """Registers the village in this year's screening with the finding as its facts.

    Raises `finding_hidden`, `finding_restricted`, `case_open` and what opening refuses.
    """
    row = ready(finding, states.TO_CASE, on)
    _refuse_unpublished(row)
    case = open_screening(
        row.village, by=by, on=on, year=on.year, case_class=case_class or CaseClass.WEAK_LAX,
        facts=facts.strip() or f"{row.text}({data_of(row)})",
    )  # fmt: skip
    step_taken(row, states.TO_CASE, by=by, on=on, values={"case": case, "status_since": on})
    return row


def data_of(row: Finding) -> str:
    """On what a finding rests: the visit, and the month's filing where it says otherwise."""
    day = row.site.visited_on
    words = [_("%s 到村检查") % day.isoformat() if day else "", row.get_severity_display()]
    answer = row.site.answers.filter(point=row.point, agrees=False).first() if row.point else None
    if answer is not None:
        words.append(
            _("%(month)s填报为%(filed)s,与检查不一致")
            % {"month": Month.from_number(answer.month).label, "filed": answer.filed}
        )
    return ",".join(filter(None, words))


def _refuse_unpublished(row: Finding) -> None:
    """Orders and cases are read by the township: it must neither learn of a hidden visit nor of
    a clue."""
    if row.restricted:
        words = _("限县级知悉的线索不能发督办单,也不能列入整顿。")
        raise DomainError("finding_restricted", words, _("请移交有关单位。"))
    if is_hidden(row):
        words = _("这次检查还没有公布,现在发督办单或列入整顿会让乡镇知道检查。")
        raise DomainError("finding_hidden", words, _("请先公布检查。"))


def _subject(row: Finding) -> str:
    return (_("%(inspection)s发现的问题(%(village)s)") % {
        "inspection": row.site.inspection, "village": row.village.name,
    })[:_SUBJECT_MOST]  # fmt: skip
