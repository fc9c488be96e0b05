"""Inspections of the demo county: a hidden visit with its consequences, one that is only drawn."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from config.demo.ledgers.supervision_desk import (
    Desk,
    answered,
    looked_at,
    put,
    received,
    sent,
)
from rectification.models import RectificationCase
from rectification.supervision.actions import finding_ends, findings, inspecting
from rectification.supervision.actions.arranging import case_data
from rectification.supervision.actions.drafting import add_item
from rectification.supervision.actions.site_records import Answer, Found, record_site
from rectification.supervision.choices import AnswerKind, InspectionKind, OrderKind, Weight
from rectification.supervision.models import (
    ChecklistPoint,
    Finding,
    InspectionSite,
    OrderUnit,
    SupervisionOrder,
)

WITH_CASE = "周家嘴村"
OUT, PUBLISHED = date(2026, 9, 15), date(2026, 9, 21)
DRAWN = date(2026, 11, 2)
ON_DUTY = "值班"
GROUPS = ("公开", "组织生活", "场所", "财务", "帮扶")
TEXTS = {
    "公开": "公开栏停留在一季度,群众不知道到哪里看账。",
    "值班": "工作日上午无人值班,便民服务窗口上锁。",
    "组织生活": "主题党日记录为会后补写,签名笔迹相同。",
    "场所": "党员活动室堆放杂物,没有使用痕迹。",
    "财务": "一笔 3.2 万元的工程支出没有会议记录。",
    "帮扶": "第一书记驻村日志与村里说法对不上。",
}
# Days with an entry in the first secretary's own log.
DAYS_SEEN = 9
CLUE = "群众反映村会计的亲属承包了村里的两项工程。"


def build(desk: Desk) -> None:
    """In the order of their days."""
    _hidden(desk)
    _only_drawn(desk)


def _hidden(desk: Desk) -> None:
    """Five villages by lot and one by hand; what was found was followed up."""
    visit = put(desk, "inspections", {
        "title": "三季度作风暗访", "kind": InspectionKind.HIDDEN, "from_on": OUT,
        "to_on": OUT + timedelta(days=2), "leader": "郑国华", "team": "周文静、唐玉兰",
    })  # fmt: skip
    chosen = next(one for one in desk.world.villages if one.name == WITH_CASE)
    put(desk, "inspection-sites", {"village": chosen, "inspection": visit})
    day = OUT - timedelta(days=1)
    visit = inspecting.draw(visit, by=desk.staff, on=day, size=5, seed="示例-2026-3")
    visit = inspecting.start(visit, by=desk.staff, on=OUT)
    points = list(ChecklistPoint.objects.in_county(visit.county_code).order_by("position"))
    sites = visit.sites.select_related("village", "inspection").order_by("village__code")
    groups = iter(GROUPS)
    for place, site in enumerate(sites):
        group = ON_DUTY if site.village_id == chosen.pk else next(groups)
        _looked(desk, site, OUT + timedelta(days=place // 2), group, points)
    summary = "六个村都有问题:公开和值班最突出;线索已移交。"
    inspecting.publish(visit, by=desk.staff, on=PUBLISHED, summary=summary)
    _followed_up(desk, Finding.objects.filter(site__inspection=visit))


def _looked(
    desk: Desk, site: InspectionSite, on: date, group: str, points: Iterable[ChecklistPoint]
) -> None:
    """Something of one group is wrong in every village; the rest is as it should be."""
    dice = desk.world.dice(f"site {site.village.code}")
    asked = dice.randint(8, 15)
    values = {
        "on_duty": group != ON_DUTY, "board_updated": group != "公开", "meeting_book": True,
        "venue_in_use": group != "场所", "interviewed": asked,
        "satisfied": asked - dice.randint(0, 4),
    }  # fmt: skip
    found = [Found(group, TEXTS[group])]
    if group == "财务":
        found = [Found(group, TEXTS[group], Weight.SERIOUS),
                 Found(group, CLUE, Weight.SERIOUS, restricted=True)]  # fmt: skip
    answers = [_answer(one, wrong=one.group == group) for one in points]
    record_site(site, by=desk.staff, on=on, values=values, answers=answers, found=found)


def _answer(point: ChecklistPoint, *, wrong: bool) -> Answer:
    """Numbers are counted only where they were doubted; the quarter is not over yet."""
    if point.name.startswith("本季度"):
        return Answer(point)
    if point.answer_kind == AnswerKind.YES_NO:
        return Answer(point, is_yes=not wrong)
    if point.answer_kind == AnswerKind.NUMBER:
        return Answer(point, number=Decimal(DAYS_SEEN) if wrong else None)
    return Answer(point, text="" if wrong else "协调维修村道 1 处")


def _followed_up(desk: Desk, rows: Any) -> None:
    """Two became orders, one a clue for others, one was mended, one is nothing, two wait."""
    by_group = {one.group: one for one in rows.filter(restricted=False)}
    clue = rows.get(restricted=True)
    finding_ends.hand_over(clue, by=desk.staff, on=PUBLISHED, to="县纪委监委机关")
    _order_answered(desk, by_group["公开"])
    _order_with_case(desk, by_group[ON_DUTY])
    mended, day = by_group["场所"], date(2026, 10, 12)
    finding_ends.mend(mended, by=desk.staff, on=day, outcome="场所已清理,10 月起每天开放。")
    told = "经核对会议记录为原件,签名由本人补签说明。"
    finding_ends.dismiss(by_group["组织生活"], by=desk.staff, on=day, outcome=told)


def _order_answered(desk: Desk, finding: Finding) -> None:
    """Answered and found done; the county has not closed it yet."""
    findings.to_order(finding, by=desk.staff, on=PUBLISHED)
    [part] = sent(desk, _order_of(finding), date(2026, 9, 22))
    looked_at(desk, answered(desk, part, "公开栏已更新到三季度,群众代表已查阅签字。"))


def _order_with_case(desk: Desk, finding: Finding) -> None:
    """The order also names what the open case of that village still owes."""
    findings.to_order(finding, by=desk.staff, on=date(2026, 10, 23), kind=OrderKind.RECTIFY)
    order = _order_of(finding)
    case = RectificationCase.objects.open().get(village=finding.village)
    part = OrderUnit.objects.select_related("order").get(order=order)
    text = "整顿任务与检查发现一并整改"
    add_item(part, by=desk.staff, text=text, case=case, data=case_data(case))
    [part] = sent(desk, order, date(2026, 10, 26))
    received(desk, part)


def _only_drawn(desk: Desk) -> None:
    """The list is drawn; townships know nothing of it."""
    visit = put(desk, "inspections", {
        "title": "四季度暗访", "kind": InspectionKind.HIDDEN, "from_on": date(2026, 11, 5),
        "to_on": date(2026, 11, 6), "leader": "周文静", "team": "待定",
    })  # fmt: skip
    inspecting.draw(visit, by=desk.staff, on=DRAWN, size=8, seed="示例-2026-4")


def _order_of(finding: Finding) -> SupervisionOrder:
    rows: Any = SupervisionOrder.objects
    found: SupervisionOrder = rows.get(origin="finding", origin_uid=finding.uid)
    return found
