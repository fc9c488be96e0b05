"""What is going on about the batch of 2026: visits, requests, an objection, next year."""

from datetime import date, timedelta
from decimal import Decimal

from config.demo.ledgers.case_cast import Cast, put
from config.demo.world import World
from rectification.actions import extensions, objections, standards
from rectification.actions.deciding import decide
from rectification.choices import ScreeningOutcome
from rectification.figures.candidates import screening
from rectification.models import RectificationCase, ScreeningStandard, WorkDone
from rectification.states import UNDER_WORK
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import Village

DONE = ("入户走访,听取党员意见", "现场协调项目用地", "列席支部大会,研究整顿任务", "督促账目公开")
NEXT_YEAR, PUBLISHED_ON, DECIDED_ON = 2027, date(2026, 10, 26), date(2026, 10, 29)
OUTCOMES = (
    (ScreeningOutcome.IN, "多项情形集中,乡镇党委同意列入", 3),
    (ScreeningOutcome.WATCH, "苗头刚露,先由乡镇跟踪三个月", 3),
    (ScreeningOutcome.OUT, "数据核实后情形不成立", 2),
)


def build(world: World, own: Cast) -> None:
    """Everything, in the order of its days."""
    batch = RectificationCase.objects.in_county(world.county.code).filter(listed_year=2026)
    cases = list(batch.select_related("village__township").order_by("village__code"))
    _visits(world, own, cases)
    by_name = {one.village.name: one for one in cases}
    _object(own, by_name["南刘家营村"])
    _ask(own, by_name["北马家庄村"], date(2026, 9, 20), date(2026, 12, 20), "分歧较大,需再议")
    _refuse(own, by_name["北马家庄村"], date(2026, 9, 25))
    _ask(own, by_name["东杨畈村"], date(2026, 10, 28), date(2027, 1, 31), "承包地确权公示未满")
    _look_ahead(world)


def _visits(world: World, own: Cast, cases: list[RectificationCase]) -> None:
    """The first works of a village came of a visit; open cases were visited this autumn too."""
    dice = world.dice("case visits")
    for place, case in enumerate(cases):
        clerk = own.clerk(case.village)
        for work in WorkDone.objects.filter(case=case).order_by("done_on", "pk")[: place % 3]:
            visit = put(
                case, "visits", clerk, visitor="驻村工作队", on=work.done_on, solved=1,
                days=Decimal(dice.randint(1, 3)), done=dice.choice(DONE),
            )  # fmt: skip
            write_row(ledgers()["works-done"], row=work, values={"visit": visit}, by=clerk)
        if case.status in UNDER_WORK:
            day = date(2026, 10, 9) + timedelta(days=dice.randint(0, 17))
            put(case, "visits", clerk, visitor="包村领导", on=day, done=dice.choice(DONE))


def _object(own: Cast, case: RectificationCase) -> None:
    """The village did not agree; the county answered."""
    text = "书记外出务工已提前报告,副书记正常主持,不应认定反弹。"
    row = put(
        case, "case-objections", own.clerk(case.village), raised_by=f"{case.village.name}党支部",
        raised_on=date(2026, 4, 20), text=text,
    )  # fmt: skip
    answer = "经复核,外出期间支委会连续三个月未召开,维持认定。"
    objections.answer_objection(
        row, by=own.staff, on=date(2026, 4, 24), answer=answer, upheld=False
    )


def _ask(own: Cast, case: RectificationCase, on: date, until: date, why: str) -> None:
    put(case, "case-extensions", own.clerk(case.village), asked_on=on, new_deadline=until,
        reason=why)  # fmt: skip


def _refuse(own: Cast, case: RectificationCase, on: date) -> None:
    row = case.caseextension_rows.get()
    extensions.refuse(row, by=own.staff, on=on, text="时间已经给足,请按原时限完成。")


def _look_ahead(world: World) -> None:
    """The screening for next year has begun: a standard, and the first decisions."""
    last = ScreeningStandard.objects.in_county(world.county.code).get(year=NEXT_YEAR - 1)
    standard = standards.copy_standard(last, by=world.staff, year=NEXT_YEAR)
    standards.publish_standard(
        standard, by=world.staff, on=PUBLISHED_ON, document_no="示组发〔2026〕31号"
    )
    standard.refresh_from_db()
    found = screening(standard, DECIDED_ON, restricted=True).candidates
    fresh = [(one.village, one.points) for one in found if not one.case]
    villages = Village.objects.in_bulk([pk for pk, _points in fresh])
    for outcome, reason, count in OUTCOMES:
        told = [(villages[pk], points) for pk, points in fresh[:count]]
        decide(told, by=world.staff, on=DECIDED_ON, year=NEXT_YEAR, outcome=outcome, reason=reason)
        fresh = fresh[count:]
