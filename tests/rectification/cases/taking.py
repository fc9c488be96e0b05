"""Cases in which a step may be taken, and what each step is told."""

from datetime import date
from decimal import Decimal
from typing import Any

from rectification.models import (
    Acceptance,
    AspectScore,
    CaseOpinion,
    CaseRevisit,
    CaseSituation,
    ProblemItem,
    RectificationCase,
)
from rectification.states import OFF_THE_LIST, CaseStatus, Step
from tests.rectification.situations import case_in, reached, scheme, standard, with_plan
from villages.models import Village

S = CaseStatus
# The business date of tests is 2026-11-03; everything happens the day before.
ON = date(2026, 11, 2)
LATER = date(2026, 12, 31)
TOLD: dict[str, dict[str, Any]] = {
    "propose": {
        "resolution_no": "柳委纪〔2026〕9号", "proposal_reason": "班子长期不健全。",
        "township_meeting_on": date(2026, 11, 1),
    },
    "drop": {"reason": "情况已经好转"},
    "send-back": {"reason": "措施空泛"},
    "start-review": {},
    "confirm": {"document_no": "青组发〔2026〕20号", "level": "county_key"},
    "not-confirm": {"reason": "够不上标准"},
    "start-plan": {},
    "submit-plan": {},
    "return-plan": {"reason": "措施空泛", "text": "任务二没有写怎么做"},
    "approve-plan": {},
    "check": {"self_score": Decimal(90)},
    "check-failed": {"text": "两处没有公开"},
    "apply": {"application": "问题全部解决。", "signed_by": "赵学文"},
    "return-application": {"reason": "责任人不清", "text": "小结没有写清"},
    "begin-acceptance": {"team": "李明 组织部;王芳 民政局;赵强 农业农村局"},
    "pass": {},
    "fail": {"new_deadline": LATER, "reasons": "台账作假"},
    "sample": {},
    "spot-pass": {},
    "spot-fail": {"new_deadline": LATER, "reasons": "群众不满意"},
    "notice": {},
    "close": {"approval_no": "青组复〔2026〕6号"},
    "follow": {},
    "consolidate": {},
    "relapse": {"reason": "书记又空缺", "document_no": "青组发〔2026〕21号"},
    "withdraw": {"reason": "误列", "document_no": "青组发〔2026〕22号"},
}  # fmt: skip
# After these the acceptance is passed already.
_ACCEPTED = frozenset({"sample", "notice", "close", "spot-pass", "spot-fail"})


def ready_for(step: Step, where: Village, status: CaseStatus) -> RectificationCase:
    """A case in this state that lacks nothing the step could ask for."""
    scheme(where.county_code)
    case = with_plan(case_in(where, status, **_dates(step, status)), done=True)
    ProblemItem.objects.filter(case=case).update(
        status="verified", verified_on=date(2026, 9, 1), verified_by="钱核"
    )
    mine = {"case": case, "village": where, "county_code": where.county_code}
    item = standard(where.county_code).items.first()
    CaseSituation.objects.create(**mine, item=item, facts="书记空缺五个月")
    for name in ("县纪委", "县委政法委", "县信访局"):
        CaseOpinion.objects.create(**mine, department=name, opinion="agree", answered_on=ON)
    if status == S.COUNTY_ACCEPTANCE:
        _attempt(case, mine, passed=step.key in _ACCEPTED)
    if status in OFF_THE_LIST:
        CaseRevisit.objects.create(
            **mine, months=12, due_on=date(2025, 10, 9), held_on=date(2025, 10, 9),
            visitors="钱核", result="held",
        )  # fmt: skip
    return case


def told(step: Step) -> dict[str, Any]:
    """What the step is told, as an action takes it."""
    return {"on": ON, **TOLD[step.key]}


def _dates(step: Step, status: CaseStatus) -> dict[str, Any]:
    if status in OFF_THE_LIST:
        return _long_ago(status)
    if status == S.COUNTY_ACCEPTANCE and step.key in _ACCEPTED:
        return {
            "accepted_on": date(2026, 9, 21), "notice_from": date(2026, 9, 22),
            "notice_to": date(2026, 9, 28),
        }  # fmt: skip
    if status == S.CITY_SPOT_CHECK and step.key in ("notice", "close"):
        return {
            "spot_result": "passed", "spot_on": date(2026, 9, 24),
            "notice_from": date(2026, 9, 24), "notice_to": date(2026, 9, 30),
        }  # fmt: skip
    if status == S.PLANNING:
        return {"diagnosis": "没有人选。", "goal": "配齐班子。", "deadline": date(2027, 1, 31)}
    return {}


def _long_ago(status: CaseStatus) -> dict[str, Any]:
    """The same way two years earlier, so that the time of following up is over."""
    days = {
        name: value.replace(year=value.year - 2)
        for name, value in reached(status).items()
        if isinstance(value, date)
    }
    return {**days, "listed_year": 2024}


def _attempt(case: RectificationCase, mine: dict[str, Any], *, passed: bool) -> None:
    end = {"result": "passed", "concluded_on": date(2026, 9, 21)} if passed else {}
    attempt = Acceptance.objects.create(
        **mine, applied_on=case.applied_on, begun_on=date(2026, 9, 14), held_on=date(2026, 9, 18),
        eligible=60, satisfied=30, basically=6, dissatisfied=4, invalid=0, score=90, **end,
    )  # fmt: skip
    for aspect in case.scheme.aspects.all():
        AspectScore.objects.create(
            **mine, acceptance=attempt, aspect=aspect, points=aspect.points * 9 / 10
        )
