"""From the screening to the county's list, or off it: proposed, reviewed, confirmed, withdrawn."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification import states
from rectification.actions.reasons import return_reason
from rectification.actions.stepping import Said, take
from rectification.choices import CaseLevel
from rectification.figures.schemes import scheme_in_force
from rectification.models import CaseOpinion, CaseSituation, RectificationCase
from villages import parameters
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked


@transaction.atomic
def propose(
    case: RectificationCase, *, by: Any, on: date, resolution_no: str, proposal_reason: str,
    township_meeting_on: date, case_class: str = "",
) -> RectificationCase:  # fmt: skip
    """The township's committee proposes the village to the county.

    Raises `case_no_situation`, `case_step`, `case_step_early` and what the constraints say.
    """
    held = locked(case)
    open_to = states.allowed(states.PROPOSE, held.status)
    if open_to and not CaseSituation.objects.filter(case=held).exists():
        hint = _("请先在“认定情形”中登记符合排查标准的哪几条。")
        raise DomainError("case_no_situation", _("还没有登记认定情形,不能上报。"), hint)
    _refuse_late_meeting(township_meeting_on, on)
    values = {
        "proposed_on": on, "resolution_no": resolution_no, "proposal_reason": proposal_reason,
        "township_meeting_on": township_meeting_on, "case_class": case_class or held.case_class,
    }  # fmt: skip
    said = Said(text=proposal_reason, document_no=resolution_no, values=values)
    row: RectificationCase = take(held, states.PROPOSE, by=by, on=on, said=said)
    return row


def drop(case: RectificationCase, *, by: Any, on: date, reason: str) -> RectificationCase:
    """The township does not propose the village after all."""
    return _ended(case, states.DROP, by=by, on=on, reason=reason)


def send_back(
    case: RectificationCase, *, by: Any, on: date, reason: str, text: str = ""
) -> RectificationCase:
    """The county wants the screening done again; opinions given so far no longer count.

    Raises `return_reason`, `case_step`, `case_step_early`.
    """
    said = Said(reason=return_reason(case.county_code, reason, on), text=text or "")
    row: RectificationCase = take(case, states.SEND_BACK, by=by, on=on, said=said)
    return row


def start_review(case: RectificationCase, *, by: Any, on: date) -> RectificationCase:
    """The departments are asked (联合研判)."""
    row: RectificationCase = take(case, states.START_REVIEW, by=by, on=on, said=Said())
    return row


@transaction.atomic
def confirm(
    case: RectificationCase, *, by: Any, on: date, document_no: str, level: str = "",
    decision: str = "",
) -> RectificationCase:  # fmt: skip
    """The county's standing committee puts the village on the list; `on` is the meeting's day.

    Enough departments must have answered since the proposal; the acceptance scheme of the day is
    the case's from now on. Raises `case_opinions_missing`, `no_scheme`, `case_step` and others.
    """
    held = locked(case)
    if states.allowed(states.CONFIRM, held.status):
        _require_opinions(held, on)
    values = {
        "confirmed_on": on, "document_no": document_no, "level": level or CaseLevel.GENERAL,
        "review_decision": decision or "", "scheme": scheme_in_force(held.county_code, on),
    }  # fmt: skip
    said = Said(text=decision or "", document_no=document_no, values=values)
    row: RectificationCase = take(held, states.CONFIRM, by=by, on=on, said=said)
    return row


def not_confirm(case: RectificationCase, *, by: Any, on: date, reason: str) -> RectificationCase:
    """The joint review ends without the village on the list."""
    return _ended(case, states.NOT_CONFIRM, by=by, on=on, reason=reason, review_decision=reason)


def withdraw(
    case: RectificationCase, *, by: Any, on: date, reason: str, document_no: str
) -> RectificationCase:
    """The village was listed by mistake; the case stays on record, figures leave it out."""
    return _ended(
        case, states.WITHDRAW, by=by, on=on, reason=reason, withdrawn_document=document_no
    )


def opinions_given(case: RectificationCase) -> int:
    """How many departments have answered since the village was last proposed."""
    rows = CaseOpinion.objects.filter(case=case)
    if case.proposed_on is not None:
        rows = rows.filter(answered_on__gte=case.proposed_on)
    return int(rows.count())


def opinions_wanted(county: str, on: date) -> int:
    """How many departments must answer before a village is confirmed."""
    return int(parameters.value("rectification.opinions", on=on, county=county))


def _require_opinions(case: RectificationCase, on: date) -> None:
    given, wanted = opinions_given(case), opinions_wanted(case.county_code, on)
    if given >= wanted:
        return
    words = _("联合研判需要 %(wanted)d 个部门的意见,现有 %(given)d 个。") % {
        "wanted": wanted, "given": given,
    }  # fmt: skip
    hint = _("请先在“部门研判意见”中登记;上报以前的意见不算。")
    raise DomainError("case_opinions_missing", words, hint)


def _refuse_late_meeting(meeting_on: date, on: date) -> None:
    if meeting_on > on:
        words = _("乡镇党委会日期晚于上报日期。")
        raise DomainError("meeting_too_late", words, _("请核对日期。"), township_meeting_on=words)


def _ended(
    case: RectificationCase, step: states.Step, *, by: Any, on: date, reason: str, **values: Any
) -> RectificationCase:
    given = {"withdrawn_on": on, "withdrawn_reason": reason, **values}
    said = Said(text=reason, document_no=values.get("withdrawn_document", ""), values=given)
    row: RectificationCase = take(case, step, by=by, on=on, said=said)
    return row
