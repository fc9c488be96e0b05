"""The ledger of townships' objections to their score sheets."""

from django.utils.translation import gettext_lazy as _

from rectification.reports.actions import assessment_objections
from rectification.reports.assessment.states import ObjectionStatus
from rectification.reports.ledgers.assessment_entries import WHO
from rectification.reports.models import AssessmentObjection
from rectification.reports.perms import (
    may_keep_assessment,
    may_object_assessment,
    may_see_assessment,
)
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb

OBJECTIONS = Ledger(
    key="assessment-objections",
    hub="reports",
    model=AssessmentObjection,
    title=_("考核异议"),
    one=_("考核异议"),
    title_en="objections to the year-end assessment",
    one_en="objection to the year-end assessment",
    items=(
        *WHO,
        Item("block", asked=False, shown=False, kind=Kind.CODE),
        Item("claim", asked=False, wide=True, width=36),
        Item("status", chosen=True, asked=False),
        Item("opened_on", asked=False),
        Item("opened_name", asked=False, shown=False),
        Item("answer", asked=False, shown=False, wide=True, width=30),
        Item("decided_on", asked=False, shown=False),
        Item("decided_name", asked=False, shown=False),
    ),
    natural_key=("assessment", "township_code", "block", "opened_on"),
    order=("-id",),
    may_read=may_see_assessment,
    writable=False,
    removable=False,
    imported=False,
    verbs=(
        *(
            Verb(
                key, label, key,
                act=lambda row, *, by, answer, _act=act: _act(
                    by=by, row=row, on=clock.today(), answer=answer
                ),
                may=may_keep_assessment,
                offered=lambda user, row: (
                    row.status == ObjectionStatus.OPEN and row.opened_by_id != user.pk
                ),
                explains=explains,
                asks=(Ask("answer", _("复核意见"), "answer", most=500, wide=True),),
            )
            for key, label, act, explains in (
                ("uphold", _("异议成立"), assessment_objections.uphold,
                 _("先在台账里更正数据再办理:计分表按现在的数据重算。靠评判的分值用校准调整。")),
                ("reject", _("维持原结果"), assessment_objections.reject, ""),
            )
        ),
        Verb(
            "take-back", _("撤回异议"), "take back",
            act=lambda row, *, by: assessment_objections.take_back(by=by, row=row),
            may=may_object_assessment, danger=True,
            offered=lambda user, row: (
                row.status == ObjectionStatus.OPEN and may_object_assessment(user)
            ),
        ),
    ),
    charts=(Chart("states", _("按状态"), by="status", unit=_("件")),),
    search=("township_name", "claim"),
    empty=_("没有考核异议。乡镇在公示期内从本乡镇的计分表提出。"),
)  # fmt: skip
LEDGERS: tuple[Ledger, ...] = (OBJECTIONS,)
