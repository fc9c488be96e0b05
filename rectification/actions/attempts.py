"""The attempt at the acceptance that a step is about."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rectification.choices import AcceptanceResult
from rectification.figures.attempts import unverified
from rectification.models import Acceptance, RectificationCase
from villages.common.errors import DomainError


def open_attempt(case: RectificationCase) -> Acceptance:
    """The attempt without a conclusion, held to the end of the transaction. Raises `no_attempt`."""
    found = _attempts(case).filter(result="").first()
    if found is None:
        words = _("%s没有等待结论的验收。") % case
        raise DomainError("no_attempt", words, _("请刷新页面后再看。"))
    return found


def attempt_to_fail(case: RectificationCase) -> Acceptance:
    """The attempt without a conclusion, or the passed one that is overturned before closing."""
    last = _attempts(case).order_by("-attempt").first()
    if last is None or last.result == AcceptanceResult.FAILED:
        raise DomainError("no_attempt", _("%s没有等待结论的验收。") % case, _("请刷新页面后再看。"))
    return last


def next_number(case: RectificationCase) -> int:
    """The number of the next attempt."""
    last = Acceptance.objects.filter(case=case).order_by("-attempt").first()
    return last.attempt + 1 if last else 1


def refuse_unaccepted(case: RectificationCase) -> None:
    """Only what passed its acceptance goes on (`not_accepted`)."""
    if case.accepted_on is None:
        words = _("%s还没有验收合格。") % case
        raise DomainError("not_accepted", words, _("请先作出验收合格的结论。"))


def refuse_unverified(case: RectificationCase) -> None:
    """Every problem of the case is verified as solved (`problems_unverified`)."""
    if rows := unverified(case):
        named = ";".join(str(one)[:60] for one in rows[:5])
        numbers = {"count": len(rows), "named": named}
        words = _("还有 %(count)d 个问题没有核实:%(named)s。") % numbers
        raise DomainError("problems_unverified", words, _("请先在问题清单中逐个核实。"))


def _attempts(case: RectificationCase) -> QuerySet[Acceptance]:
    rows: QuerySet[Acceptance] = Acceptance.objects.select_for_update(of=("self",))
    return rows.filter(case=case).select_related("case__scheme", "village")
