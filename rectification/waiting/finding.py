"""What waits for a person in screening and listing."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.actions.finding import opinions_wanted
from rectification.figures.deadlines import due_on
from rectification.models import CaseObjection, RectificationCase
from rectification.perms import may_take_county_steps, may_take_township_steps
from rectification.states import CONFIRM, PROPOSE, START_REVIEW, UNDER_WORK, CaseStatus, Step
from villages import workdays
from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_TOWNSHIP = {CaseStatus.SCREENING: (PROPOSE, gettext_lazy("上报排查登记:%s"))}
_COUNTY = {
    CaseStatus.PROPOSED: (START_REVIEW, gettext_lazy("组织联合研判:%s")),
    CaseStatus.JOINT_REVIEW: (CONFIRM, gettext_lazy("收齐部门意见、作出认定:%s")),
}


def _steps(user: Any) -> Iterable[TodoItem]:
    """Candidates whose next step is this person's, the oldest first. One query."""
    steps = _TOWNSHIP if works_for_township(user) else _COUNTY
    today, calendar = clock.today(), workdays.adjusted()
    rows = RectificationCase.objects.visible_to(user).filter(status__in=list(steps))
    rows = rows.select_related("village__township").order_by("status_since", "pk")
    for one in rows[:SHOWN]:
        step, words = steps[CaseStatus(one.status)]
        yield TodoItem(
            title=str(words) % one.village.name, url=one.get_absolute_url(),
            detail=_detail(one, step), due_on=due_on(one, step, today, calendar), minutes=10,
        )  # fmt: skip


def _detail(one: RectificationCase, step: Step) -> str:
    place = str(one.village.full_name)
    if step is not CONFIRM:
        return place
    wanted = opinions_wanted(one.county_code, one.status_since)
    return _("%(village)s,需要 %(wanted)d 个部门的意见") % {"village": place, "wanted": wanted}


def _objections(user: Any) -> Iterable[TodoItem]:
    """Objections to answer, then those that were upheld while the case still stands. One query."""
    rows = CaseObjection.objects.visible_to(user).filter(case__status__in=UNDER_WORK)
    rows = rows.exclude(upheld=False).select_related("case__village", "village")
    for one in rows.order_by("raised_on", "pk")[:SHOWN]:
        words = _("办理误列撤销(异议成立):%s") if one.upheld else _("答复认定异议:%s")
        target = one.case if one.upheld else one
        yield TodoItem(
            title=words % one.village.name, url=target.get_absolute_url(), detail=one.text[:60],
            minutes=10,
        )  # fmt: skip


TODOS: tuple[TodoSource, ...] = (
    TodoSource(
        "cases_finding", lambda user: may_take_county_steps(user) or may_take_township_steps(user),
        _steps,
    ),
    TodoSource("cases_objections", may_take_county_steps, _objections),
)  # fmt: skip
