"""What a case can never be, whoever writes it: page, API, back office, import or shell."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass, CaseLevel, Origin, SpotResult
from rectification.states import LISTED, OFF_THE_LIST, OPEN, PLANNED, CaseStatus
from villages.ledgers.constraints import (
    a_year,
    check,
    filled,
    follows,
    in_order,
    once,
    one_of,
    within,
)

S = CaseStatus
# A paper ledger knows little: what it lacks is no fault, and all later steps are checked.
_LEDGER = Q(origin=Origin.LEDGER)
_ACCEPTED = Q(status__in=[S.CITY_SPOT_CHECK, *OFF_THE_LIST, S.RELAPSED])
_APPLIED = Q(status__in=[S.ACCEPTANCE_APPLIED, S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK])
_PLAN_SEEN = Q(status__in=[S.PLAN_REVIEW, *PLANNED])
_BEFORE_PLAN = Q(status__in=[S.SCREENING, S.PROPOSED, S.JOINT_REVIEW, S.CONFIRMED])
_BEFORE_CONFIRMED = Q(status__in=[S.SCREENING, S.PROPOSED, S.JOINT_REVIEW])


def _at(status: Q, needed: Q) -> Q:
    return _LEDGER | ~status | needed


CONSTRAINTS = [
    once("case_number_once", "county_code", "number", "round", message=_("这个编号已经用过。")),
    once(
        "case_open_once", "village", where=Q(status__in=OPEN),
        message=_("这个村已有一个没有办结的整顿。"),
    ),
    one_of("case_status_known", "status", CaseStatus, _("状态不在规定范围内。")),
    one_of("case_class_known", "case_class", CaseClass, _("类别不在规定范围内。")),
    one_of("case_level_known", "level", CaseLevel, _("层级不在规定范围内。")),
    one_of("case_origin_known", "origin", Origin, _("来历不在规定范围内。")),
    one_of("case_spot_known", "spot_result", SpotResult, blank=True),
    filled("case_number_filled", "number", _("请填写编号。")),
    a_year("case_year", "listed_year", _("批次年度应在 2000 年到 2099 年之间。")),
    within("case_self_score", "self_score", 0, 100, _("自评得分应在 0 到 100 之间。")),
    within("case_round", "round", 1, 20, _("轮次应在 1 到 20 之间。")),
    check(
        "case_round_linked", Q(round=1) | Q(previous_case__isnull=False),
        _("第二轮起的整顿应写明上一轮。"),
    ),
    # What each state must contain
    check(
        "case_screened",
        _LEDGER | Q(listed_directly=True) | Q(round__gt=1)
        | (Q(screened_on__isnull=False) & ~Q(facts="")),
        _("排查登记应写明排查日期和事实。"),
    ),
    check(
        "case_proposed",
        _at(Q(status__in=[S.PROPOSED, S.JOINT_REVIEW]),
            Q(proposed_on__isnull=False) & ~Q(resolution_no="") & ~Q(proposal_reason="")),
        _("提名上报的应写明上报日期、乡镇党委决议号和理由。"),
    ),
    check(
        "case_confirmed",
        _at(Q(status__in=LISTED), Q(confirmed_on__isnull=False) & ~Q(document_no="")),
        _("已认定的应写明认定日期和文号。"),
    ),
    check(
        "case_has_scheme", _at(Q(status__in=LISTED), Q(scheme__isnull=False)),
        _("已认定的应有验收办法。"),
    ),
    check(
        "case_not_yet_confirmed", ~_BEFORE_CONFIRMED | Q(confirmed_on=None),
        _("还没有认定的不能有认定日期。"),
    ),
    check(
        "case_plan_told",
        _at(_PLAN_SEEN,
            ~Q(diagnosis="") & ~Q(goal="") & Q(deadline__isnull=False)
            & Q(plan_submitted_on__isnull=False)),
        _("方案应写明原因诊断、目标和整顿时限。"),
    ),
    check(
        "case_plan_approved", _at(Q(status__in=PLANNED), Q(plan_approved_on__isnull=False)),
        _("整顿中的应有方案通过日期。"),
    ),
    check(
        "case_plan_not_yet", ~_BEFORE_PLAN | Q(plan_approved_on=None),
        _("还没有方案的不能有方案通过日期。"),
    ),
    check(
        "case_applied",
        _at(_APPLIED, Q(applied_on__isnull=False) & ~Q(application="") & ~Q(signed_by="")),
        _("申请验收的应写明申请日期、小结和签字人。"),
    ),
    check(
        "case_accepted", _at(_ACCEPTED, Q(accepted_on__isnull=False)),
        _("销号前应有验收合格日期。"),
    ),
    check(
        "case_accepted_after_work",
        Q(accepted_on=None)
        | Q(status__in=[S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK, *OFF_THE_LIST, S.RELAPSED,
                        S.WITHDRAWN]),
        _("还在整顿的不能有验收合格日期。"),
    ),
    check(
        "case_closed",
        _at(Q(status__in=[*OFF_THE_LIST, S.RELAPSED]),
            Q(closed_on__isnull=False, notice_to__isnull=False) & ~Q(approval_no="")),
        _("已销号的应写明销号日期、批复号和公示日期。"),
    ),
    check(
        "case_not_yet_closed",
        Q(closed_on=None) | Q(status__in=[*OFF_THE_LIST, S.RELAPSED]),
        _("还没有销号的不能有销号日期。"),
    ),
    check(
        "case_followed",
        _LEDGER | ~Q(status__in=[S.FOLLOW_UP, S.CONSOLIDATED]) | Q(followed_on__isnull=False),
        _("巩固期的应有转入日期。"),
    ),
    check(
        "case_consolidated", ~Q(status=S.CONSOLIDATED) | Q(consolidated_on__isnull=False),
        _("巩固达标的应有达标日期。"),
    ),
    check(
        "case_relapsed",
        Q(status=S.RELAPSED, relapsed_on__isnull=False)
        | (~Q(status=S.RELAPSED) & Q(relapsed_on=None)),
        _("反弹的应有反弹日期,没有反弹的不能有。"),
    ),
    check(
        "case_withdrawn",
        (Q(status=S.WITHDRAWN, withdrawn_on__isnull=False) & ~Q(withdrawn_reason=""))
        | (~Q(status=S.WITHDRAWN) & Q(withdrawn_on=None)),
        _("撤销的应写明日期和原因,没有撤销的不能有撤销日期。"),
    ),
    check(
        "case_wrongly_listed_document",
        ~Q(status=S.WITHDRAWN) | Q(confirmed_on=None) | ~Q(withdrawn_document=""),
        _("认定以后撤销的应有文号。"),
    ),
    # Days in their order
    in_order(
        "case_proposed_in_order", "screened_on", "proposed_on", _("上报日期不能早于排查日期。")
    ),
    in_order(
        "case_confirmed_in_order", "proposed_on", "confirmed_on", _("认定日期不能早于上报日期。")
    ),
    in_order(
        "case_plan_in_order", "confirmed_on", "plan_submitted_on",
        _("方案报审日期不能早于认定日期。"),
    ),
    in_order(
        "case_approved_in_order", "plan_submitted_on", "plan_approved_on",
        _("方案通过日期不能早于报审日期。"),
    ),
    in_order(
        "case_deadline_in_order", "confirmed_on", "deadline", _("整顿时限不能早于认定日期。")
    ),
    in_order(
        "case_later_deadline", "first_deadline", "deadline", _("延期后的时限不能早于原定时限。")
    ),
    in_order(
        "case_applied_in_order", "checked_on", "applied_on", _("申请日期不能早于初验日期。")
    ),
    in_order(
        "case_accepted_in_order", "applied_on", "accepted_on", _("验收日期不能早于申请日期。")
    ),
    follows("case_notice_in_order", "notice_from", "notice_to", _("公示结束不能早于开始。")),
    in_order(
        "case_closed_after_notice", "notice_to", "closed_on", _("销号日期不能早于公示结束。")
    ),
    in_order(
        "case_closed_in_order", "accepted_on", "closed_on", _("销号日期不能早于验收合格日期。")
    ),
    in_order(
        "case_consolidated_in_order", "closed_on", "consolidated_on",
        _("达标日期不能早于销号日期。"),
    ),
    in_order(
        "case_relapsed_in_order", "closed_on", "relapsed_on", _("反弹日期不能早于销号日期。")
    ),
]  # fmt: skip
