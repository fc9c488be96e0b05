"""The steps of a rectification case (整顿) and which of them may follow each other.

One table draws the buttons, names the API's endpoints, fills the help page, decides what the
actions refuse and feeds the tests. Pure but for the words.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseStatus(TextChoices):
    """Where a case stands."""

    SCREENING = "screening", _("排查摸底")
    PROPOSED = "proposed", _("提名上报")
    JOINT_REVIEW = "joint_review", _("联合研判")
    CONFIRMED = "confirmed", _("已认定")
    PLANNING = "planning", _("制定方案")
    PLAN_REVIEW = "plan_review", _("方案审核")
    IN_PROGRESS = "in_progress", _("整顿中")
    TOWNSHIP_CHECK = "township_check", _("乡镇初验")
    ACCEPTANCE_APPLIED = "acceptance_applied", _("申请验收")
    COUNTY_ACCEPTANCE = "county_acceptance", _("县级验收")
    CITY_SPOT_CHECK = "city_spot_check", _("市级抽查")
    CLOSED = "closed", _("已销号")
    FOLLOW_UP = "follow_up", _("巩固期")
    CONSOLIDATED = "consolidated", _("巩固达标")
    RELAPSED = "relapsed", _("反弹")
    WITHDRAWN = "withdrawn", _("已撤销")


class Actor(TextChoices):
    """Who takes a step."""

    TOWNSHIP = "township", _("乡镇")
    COUNTY = "county", _("县委组织部")
    SYSTEM = "system", _("系统按期")


S = CaseStatus
# Not yet on the county's list.
CANDIDATES = (S.SCREENING, S.PROPOSED, S.JOINT_REVIEW)
# On the list and not yet off it.
UNDER_WORK = (
    S.CONFIRMED, S.PLANNING, S.PLAN_REVIEW, S.IN_PROGRESS, S.TOWNSHIP_CHECK,
    S.ACCEPTANCE_APPLIED, S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK,
)  # fmt: skip
# Off the list after a passed acceptance.
OFF_THE_LIST = (S.CLOSED, S.FOLLOW_UP, S.CONSOLIDATED)
# A village has at most one case among these.
OPEN = CANDIDATES + UNDER_WORK
# The village was on the county's list at some time: what yearly figures count.
LISTED = (*UNDER_WORK, *OFF_THE_LIST, S.RELAPSED)
# The work has an approved plan behind it.
PLANNED = (
    S.IN_PROGRESS, S.TOWNSHIP_CHECK, S.ACCEPTANCE_APPLIED, S.COUNTY_ACCEPTANCE,
    S.CITY_SPOT_CHECK, *OFF_THE_LIST, S.RELAPSED,
)  # fmt: skip
# Rows of the file may be written while the case is here.
WORKABLE = (S.CONFIRMED, S.PLANNING, S.IN_PROGRESS, S.TOWNSHIP_CHECK)


@dataclass(frozen=True)
class Step:
    """One step: from which states, to which, and who takes it.

    `target` None stays where it is: something is put on record. `limit` names the parameter that
    says within how many working days the step is due once its source is reached.
    """

    key: str
    label: Any
    label_en: str
    sources: tuple[CaseStatus, ...]
    target: CaseStatus | None
    actor: Actor
    limit: str = ""
    danger: bool = False


PROPOSE = Step(
    "propose", _("提名上报"), "propose", (S.SCREENING,), S.PROPOSED, Actor.TOWNSHIP,
    "rectification.propose_days",
)  # fmt: skip
DROP = Step(
    "drop", _("排查后不上报"), "drop", (S.SCREENING,), S.WITHDRAWN, Actor.TOWNSHIP, danger=True
)
SEND_BACK = Step(
    "send-back", _("退回重新排查"), "send back", (S.PROPOSED, S.JOINT_REVIEW), S.SCREENING,
    Actor.COUNTY,
)  # fmt: skip
START_REVIEW = Step(
    "start-review", _("组织联合研判"), "start joint review", (S.PROPOSED,), S.JOINT_REVIEW,
    Actor.COUNTY, "rectification.start_review_days",
)  # fmt: skip
CONFIRM = Step(
    "confirm", _("认定"), "confirm", (S.JOINT_REVIEW,), S.CONFIRMED, Actor.COUNTY,
    "rectification.review_days",
)  # fmt: skip
NOT_CONFIRM = Step(
    "not-confirm", _("不予认定"), "do not confirm", (S.JOINT_REVIEW,), S.WITHDRAWN, Actor.COUNTY,
    danger=True,
)  # fmt: skip
START_PLAN = Step(
    "start-plan", _("开始制定方案"), "start the plan", (S.CONFIRMED,), S.PLANNING, Actor.TOWNSHIP
)
SUBMIT_PLAN = Step(
    "submit-plan", _("报审方案"), "submit the plan", (S.PLANNING,), S.PLAN_REVIEW, Actor.TOWNSHIP,
    "rectification.plan_days",
)  # fmt: skip
RETURN_PLAN = Step(
    "return-plan", _("退回方案"), "return the plan", (S.PLAN_REVIEW,), S.PLANNING, Actor.COUNTY
)
APPROVE_PLAN = Step(
    "approve-plan", _("通过方案"), "approve the plan", (S.PLAN_REVIEW,), S.IN_PROGRESS,
    Actor.COUNTY, "rectification.plan_review_days",
)  # fmt: skip
CHECK = Step(
    "check", _("乡镇初验"), "township check", (S.IN_PROGRESS,), S.TOWNSHIP_CHECK, Actor.TOWNSHIP
)
CHECK_FAILED = Step(
    "check-failed", _("初验未通过"), "township check failed", (S.TOWNSHIP_CHECK,), S.IN_PROGRESS,
    Actor.TOWNSHIP,
)  # fmt: skip
APPLY = Step(
    "apply", _("申请验收"), "apply for acceptance", (S.TOWNSHIP_CHECK,), S.ACCEPTANCE_APPLIED,
    Actor.TOWNSHIP, "rectification.check_days",
)  # fmt: skip
RETURN_APPLICATION = Step(
    "return-application", _("退回申请"), "return the application", (S.ACCEPTANCE_APPLIED,),
    S.IN_PROGRESS, Actor.COUNTY,
)  # fmt: skip
BEGIN_ACCEPTANCE = Step(
    "begin-acceptance", _("组织验收"), "begin acceptance", (S.ACCEPTANCE_APPLIED,),
    S.COUNTY_ACCEPTANCE, Actor.COUNTY,
)  # fmt: skip
PASS = Step(
    "pass", _("验收合格"), "pass", (S.COUNTY_ACCEPTANCE,), None, Actor.COUNTY,
    "rectification.acceptance_days",
)  # fmt: skip
FAIL = Step(
    "fail", _("验收不合格"), "fail", (S.COUNTY_ACCEPTANCE,), S.IN_PROGRESS, Actor.COUNTY,
    danger=True,
)  # fmt: skip
SAMPLE = Step(
    "sample", _("列入市级抽查"), "city spot check", (S.COUNTY_ACCEPTANCE,), S.CITY_SPOT_CHECK,
    Actor.COUNTY,
)  # fmt: skip
SPOT_PASS = Step(
    "spot-pass", _("抽查合格"), "spot check passed", (S.CITY_SPOT_CHECK,), None, Actor.COUNTY
)
SPOT_FAIL = Step(
    "spot-fail", _("抽查不合格"), "spot check failed", (S.CITY_SPOT_CHECK,), S.IN_PROGRESS,
    Actor.COUNTY, danger=True,
)  # fmt: skip
NOTICE = Step(
    "notice", _("公示"), "public notice", (S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK), None,
    Actor.COUNTY,
)  # fmt: skip
CLOSE = Step(
    "close", _("销号"), "close", (S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK), S.CLOSED,
    Actor.COUNTY, "rectification.close_days",
)  # fmt: skip
FOLLOW = Step("follow", _("转入巩固期"), "follow up", (S.CLOSED,), S.FOLLOW_UP, Actor.SYSTEM)
CONSOLIDATE = Step(
    "consolidate", _("巩固达标"), "consolidate", (S.FOLLOW_UP,), S.CONSOLIDATED, Actor.COUNTY
)
RELAPSE = Step(
    "relapse", _("认定反弹"), "relapse", OFF_THE_LIST, S.RELAPSED, Actor.COUNTY, danger=True
)
WITHDRAW = Step(
    "withdraw", _("误列撤销"), "withdraw as wrongly listed", UNDER_WORK, S.WITHDRAWN,
    Actor.COUNTY, danger=True,
)  # fmt: skip

STEPS = (
    PROPOSE, DROP, SEND_BACK, START_REVIEW, CONFIRM, NOT_CONFIRM, START_PLAN, SUBMIT_PLAN,
    RETURN_PLAN, APPROVE_PLAN, CHECK, CHECK_FAILED, APPLY, RETURN_APPLICATION, BEGIN_ACCEPTANCE,
    PASS, FAIL, SAMPLE, SPOT_PASS, SPOT_FAIL, NOTICE, CLOSE, FOLLOW, CONSOLIDATE, RELAPSE,
    WITHDRAW,
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


class ProblemStatus(TextChoices):
    """Where a problem stands."""

    OPEN = "open", _("未解决")
    IN_PROGRESS = "in_progress", _("解决中")
    SOLVED = "solved_unverified", _("已解决待核实")
    VERIFIED = "verified", _("已核实销号")
    REOPENED = "reopened", _("重新出现")


P = ProblemStatus
PROBLEM_NEXT: dict[ProblemStatus, frozenset[ProblemStatus]] = {
    P.OPEN: frozenset({P.IN_PROGRESS, P.SOLVED}),
    P.IN_PROGRESS: frozenset({P.SOLVED}),
    P.SOLVED: frozenset({P.VERIFIED, P.REOPENED}),
    P.VERIFIED: frozenset({P.REOPENED}),
    P.REOPENED: frozenset({P.IN_PROGRESS, P.SOLVED}),
}


def allowed(step: Step, status: str) -> bool:
    """Whether the step may be taken from this state."""
    return status in step.sources


def offered(status: str) -> tuple[Step, ...]:
    """The steps that may be taken from here, in the order of the table."""
    return tuple(step for step in STEPS if allowed(step, status))
