"""What becomes of a closed case: the time of following up, its end, or a relapse."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.one_open import one_open_again
from rectification.actions.revisiting import plan_revisits
from rectification.actions.stepping import Said, put_on_record, ready, take
from rectification.choices import RevisitResult
from rectification.figures.following import closed_day, follow_up_ends
from rectification.figures.schemes import scheme_in_force
from rectification.models import CaseRevisit, RectificationCase
from rectification.states import CONSOLIDATE, FOLLOW, RELAPSE, CaseStatus
from villages.common.errors import DomainError
from villages.ledgers.keeping import refuse_broken

OPENED = "relapse-opened"


@transaction.atomic
def follow(case: RectificationCase, *, by: Any, on: date) -> RectificationCase:
    """The time of following up begins, at the earliest on the day after closing.

    A case closed on paper gets its revisits now. Raises `case_step`, `follow_too_early`.
    """
    case = ready(case, FOLLOW, on)
    if on <= closed_day(case):
        words = _("销号次日起转入巩固期,最早是 %s 的次日。") % closed_day(case).isoformat()
        raise DomainError("follow_too_early", words, _("请核对日期。"), on=words)
    # A paper ledger may not know the day: it is the one from which months count.
    values = {"followed_on": on, "closed_on": closed_day(case)}
    row: RectificationCase = take(case, FOLLOW, by=by, on=on, said=Said(values=values))
    plan_revisits(row, on)
    return row


@transaction.atomic
def consolidate(case: RectificationCase, *, by: Any, on: date, text: str = "") -> RectificationCase:
    """Held: the time of following up is over and every revisit found the village well.

    Raises `case_step`, `follow_up_running`, `revisits_open`.
    """
    case = ready(case, CONSOLIDATE, on)
    _refuse_early(case, on)
    _refuse_revisits(case)
    values = {"consolidated_on": on}
    return take(case, CONSOLIDATE, by=by, on=on, said=Said(text=text or "", values=values))  # type: ignore[no-any-return]


@transaction.atomic
def relapse(
    case: RectificationCase, *, by: Any, on: date, reason: str, document_no: str
) -> RectificationCase:
    """Back on the list: this round ends as relapsed, and the next one begins as confirmed.

    The new row keeps the number and is linked by `previous_case`. Raises `case_step`,
    `case_open`, `no_scheme`, `scheme_not_whole`.
    """
    held = ready(case, RELAPSE, on)
    new = _next_round(held, on, document_no)
    # Before the trail, as every case begins: who waits for the other here holds nothing there.
    with one_open_again(held.village):
        refuse_broken(new)
        new.save()
    said = Said(text=reason, document_no=document_no, values={"relapsed_on": on})
    row: RectificationCase = take(held, RELAPSE, by=by, on=on, said=said)
    put_on_record(new, OPENED, by=by, on=on, said=Said(text=reason, document_no=document_no))
    return row


def _next_round(row: RectificationCase, on: date, document_no: str) -> RectificationCase:
    rounds = RectificationCase.objects.in_county(row.county_code).filter(number=row.number)
    last = rounds.order_by("-round").values_list("round", flat=True).first()
    return RectificationCase(
        county_code=row.county_code, village=row.village, number=row.number,
        round=(last or row.round) + 1, previous_case=row, listed_year=on.year,
        status=CaseStatus.CONFIRMED, status_since=on, case_class=row.case_class, level=row.level,
        handler=row.handler, confirmed_on=on, document_no=document_no,
        scheme=scheme_in_force(row.county_code, on),
    )  # fmt: skip


def _refuse_early(case: RectificationCase, on: date) -> None:
    if on < (first := follow_up_ends(case, on)):
        words = _("巩固期到 %s,还没有期满。") % first.isoformat()
        raise DomainError("follow_up_running", words, _("请在期满后办理。"), on=words)


def _refuse_revisits(case: RectificationCase) -> None:
    rows = CaseRevisit.objects.filter(case=case).exclude(result=RevisitResult.HELD)
    lacking = "、".join(str(one) for one in rows.order_by("months"))
    if lacking or not CaseRevisit.objects.filter(case=case).exists():
        words = _("还没有保持良好的回访:%s。") % (lacking or _("没有回访记录"))
        raise DomainError("revisits_open", words, _("请先办理回访;有问题的整改后再次回访。"))
