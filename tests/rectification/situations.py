"""Villages in known situations."""

from datetime import date
from decimal import Decimal
from typing import Any

from cadres.choices import Post
from cadres.models import Person, PostTenure
from collective_economy.models import IncomeEntry
from rectification.models import (
    AcceptanceScheme,
    CaseEvent,
    CaseLink,
    CaseWord,
    DutyHolder,
    ProblemItem,
    RectificationCase,
    SchemeAspect,
    SchemeVeto,
    ScreeningItem,
    ScreeningStandard,
    TaskItem,
)
from rectification.states import CaseStatus
from villages.common import clock
from villages.models import Village


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.get(code=code)


def person(code: str, *posts: Post, name: str = "王立", **rest: Any) -> Person:
    """Somebody of a village with open posts."""
    where = village(code)
    fields = {"birth_month": 198001, **rest}
    one = Person.objects.create(county_code=code[:6], village=where, name=name, **fields)
    for post in posts:
        PostTenure.objects.create(
            person=one, village=where, county_code=code[:6], post=post,
            started_on=date(2021, 1, 1), recorded_on=date(2026, 1, 1),
        )  # fmt: skip
    return one


def earned(code: str, fen: int, month: int = 202610) -> IncomeEntry:
    """Operating income stated for January to a month."""
    return IncomeEntry.objects.create(
        village=village(code), county_code=code[:6], category="operating",
        from_month=month // 100 * 100 + 1, to_month=month, amount_fen=fen,
        recorded_on=date(2026, 10, 31),
    )  # fmt: skip


def sound(code: str) -> None:
    """A village in which no rule finds anything."""
    person(code, Post.SECRETARY, Post.DIRECTOR)
    person(code, Post.RESERVE, name="李一")
    person(code, Post.RESERVE, name="李二")
    earned(code, 50_000_000)


# Cases: what a case of the portal holds when it gets to a state, on days of 2026.
_WAY: tuple[tuple[CaseStatus, date, dict[str, Any]], ...] = (
    (CaseStatus.SCREENING, date(2026, 1, 12), {
        "screened_on": date(2026, 1, 12), "facts": "书记空缺五个月,两年没有发展党员。",
        "interviewed": 21,
    }),
    (CaseStatus.PROPOSED, date(2026, 1, 20), {
        "township_meeting_on": date(2026, 1, 19), "proposed_on": date(2026, 1, 20),
        "resolution_no": "柳委纪〔2026〕3号", "proposal_reason": "班子长期不健全。",
    }),
    (CaseStatus.JOINT_REVIEW, date(2026, 1, 26), {}),
    (CaseStatus.CONFIRMED, date(2026, 3, 2), {
        "review_decision": "列入整顿", "confirmed_on": date(2026, 3, 2),
        "document_no": "青组发〔2026〕8号",
    }),
    (CaseStatus.PLANNING, date(2026, 3, 4), {}),
    (CaseStatus.PLAN_REVIEW, date(2026, 3, 16), {
        "diagnosis": "没有合适人选,老班子不愿让位。", "goal": "配齐班子,开好组织生活。",
        "deadline": date(2026, 9, 30), "plan_submitted_on": date(2026, 3, 16),
    }),
    (CaseStatus.IN_PROGRESS, date(2026, 3, 20), {
        "plan_approved_on": date(2026, 3, 20), "first_deadline": date(2026, 9, 30),
    }),
    (CaseStatus.TOWNSHIP_CHECK, date(2026, 9, 1), {
        "checked_on": date(2026, 9, 1), "self_score": Decimal(88),
    }),
    (CaseStatus.ACCEPTANCE_APPLIED, date(2026, 9, 7), {
        "applied_on": date(2026, 9, 7), "application": "问题全部解决,班子已配齐。",
        "signed_by": "赵学文",
    }),
    (CaseStatus.COUNTY_ACCEPTANCE, date(2026, 9, 14), {}),
    (CaseStatus.CITY_SPOT_CHECK, date(2026, 9, 23), {"accepted_on": date(2026, 9, 21)}),
    (CaseStatus.CLOSED, date(2026, 10, 9), {
        "notice_from": date(2026, 9, 24), "notice_to": date(2026, 9, 30),
        "closed_on": date(2026, 10, 9), "approval_no": "青组复〔2026〕5号",
    }),
    (CaseStatus.FOLLOW_UP, date(2026, 10, 12), {"followed_on": date(2026, 10, 12)}),
    (CaseStatus.CONSOLIDATED, date(2026, 10, 20), {"consolidated_on": date(2026, 10, 20)}),
    (CaseStatus.RELAPSED, date(2026, 10, 26), {"relapsed_on": date(2026, 10, 26)}),
)  # fmt: skip
_WITHDRAWN = {
    "withdrawn_on": date(2026, 4, 1), "withdrawn_reason": "数据有误,误列。",
    "withdrawn_document": "青组发〔2026〕11号",
}  # fmt: skip


def reached(status: CaseStatus) -> dict[str, Any]:
    """The fields of a case of the portal in this state, its scheme apart."""
    values: dict[str, Any] = {}
    last = CaseStatus.CONFIRMED if status == CaseStatus.WITHDRAWN else status
    for state, since, given in _WAY:
        # What is relapsed was not consolidated.
        if state != CaseStatus.CONSOLIDATED or status == state:
            values |= {**given, "status": state, "status_since": since}
        if state == last:
            break
    if status == CaseStatus.WITHDRAWN:
        values |= {**_WITHDRAWN, "status": status, "status_since": date(2026, 4, 1)}
    return values


def case_in(where: Village | str, status: CaseStatus, **given: Any) -> RectificationCase:
    """A case of the portal in any state, with its scheme and one event that says so."""
    place = village(where) if isinstance(where, str) else where
    values = {"listed_year": 2026, "case_class": "weak_lax", **reached(status), **given}
    if values.get("confirmed_on"):
        values.setdefault("scheme", scheme(place.county_code))
    year, rows = values["listed_year"], RectificationCase.objects
    number = rows.filter(county_code=place.county_code, listed_year=year).count() + 1
    values.setdefault("number", f"{year}-{number:03d}")
    case = rows.create(village=place, county_code=place.county_code, **values)
    CaseEvent.objects.create(
        county_code=case.county_code, village=place, case=case, step="opened",
        to_status=case.status, on=case.status_since, at=clock.instant(), by_name="测试",
    )  # fmt: skip
    return case


def with_plan(case: RectificationCase, *, done: bool = False) -> RectificationCase:
    """Gives the case one problem with a task, the four helpers and three duty holders.

    `done` solves the problem and finishes the task.
    """
    mine = {"case": case, "village": case.village, "county_code": case.county_code}
    found = {(one.use, one.name): one for one in words(case.county_code)}
    solved = {"status": "solved_unverified", "solved_on": date(2026, 8, 20), "solution": "已配齐"}
    problem = ProblemItem.objects.create(
        **mine, seq=1, kind=found["problem", "其他"], description="书记空缺五个月",
        **(solved if done else {}),
    )  # fmt: skip
    finished = {"progress": 100, "done_on": date(2026, 8, 20)} if done else {}
    TaskItem.objects.create(
        **mine, problem=problem, seq=1, line="team", measure="选派书记", lead_person="钱多",
        due_on=date(2026, 6, 30), **finished,
    )  # fmt: skip
    for kind in FOUR:
        CaseLink.objects.create(
            **mine, kind=found["helper", kind], person="孙助", unit="示例局", since=date(2026, 3, 5)
        )
    for duty in ("township_secretary", "deputy_secretary", "organizer"):
        DutyHolder.objects.create(**mine, kind=duty, name="李责", since=date(2026, 3, 5))
    return case


FOUR = ("县级领导联村", "乡镇班子包村", "第一书记驻村", "机关单位结对")


def words(county_code: str) -> list[CaseWord]:
    """A few of the county's words of each use: problems, helpers, works, reasons of return."""
    spoken = {
        "problem": ("土地", "宅基地", "班子", "其他"),
        "helper": FOUR,
        "work": ("大棚", "道路"),
        "return": ("措施空泛", "责任人不清"),
    }
    units = {"大棚": "座", "道路": "公里"}
    return [
        CaseWord.objects.get_or_create(
            county_code=county_code, use=use, name=name, defaults={"unit": units.get(name, "")}
        )[0]
        for use, names in spoken.items()
        for name in names
    ]


def scheme(county_code: str) -> AcceptanceScheme:
    """The county's acceptance scheme: two aspects of 100 points together and one veto."""
    made, new = AcceptanceScheme.objects.get_or_create(
        county_code=county_code, valid_from=date(2020, 1, 1), defaults={"name": "验收办法"}
    )
    if new:
        for position, (name, points) in enumerate((("班子建设", 60), ("群众满意", 40)), start=1):
            SchemeAspect.objects.create(
                county_code=county_code, scheme=made, position=position, name=name, points=points
            )
        SchemeVeto.objects.create(
            county_code=county_code, scheme=made, position=1, name="列明的问题没有解决"
        )
    return made


def standard(county_code: str, year: int = 2026) -> ScreeningStandard:
    """The county's published screening standard of a year, with three situations."""
    made, new = ScreeningStandard.objects.get_or_create(
        county_code=county_code, year=year, edition=1,
        defaults={"title": "排查标准", "published_on": date(year, 1, 4)},
    )  # fmt: skip
    if new:
        said = (("WL01", "书记缺职", False), ("WL03", "班子不团结", False), ("WL07", "宗族", True))
        for code, situation, restricted in said:
            ScreeningItem.objects.create(
                county_code=county_code, standard=made, code=code, situation=situation,
                restricted=restricted,
            )  # fmt: skip
    return made
