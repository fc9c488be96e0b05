"""One village's case in a browser, from the candidate list to the relapse, by those who do it."""

import re
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms import add, back, fill, press, send, take

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]
CODE, NAME = "999900100207", "李塘村"
DEPARTMENTS = ("县纪委监委", "县委政法委", "县信访局")
DUTIES = ("党委书记", "分管副书记", "组织委员")
PROBLEM = "书记空缺三个月"
WITHOUT = "没有县级领导联村、乡镇班子包村、机关单位结对,正在协调。"
TEAM = "李明 县委组织部;王芳 县民政局;赵强 县农业农村局"
CLERK, SECRETARY, STAFF, MINISTER = "宋晓东", "梁志强", "周文静", "郑国华"
STEPS = (
    ("登记", CLERK), ("提名上报", SECRETARY), ("组织联合研判", STAFF), ("认定", MINISTER),
    ("开始制定方案", CLERK), ("报审方案", SECRETARY), ("退回方案", STAFF), ("通过方案", STAFF),
    ("乡镇初验", SECRETARY), ("申请验收", SECRETARY), ("组织验收", STAFF), ("验收不合格", STAFF),
    ("验收合格", STAFF), ("公示", STAFF), ("销号", MINISTER), ("转入巩固期", STAFF),
    ("认定反弹", STAFF),
)  # fmt: skip
# As the trail words them.
TRACED = (
    ("登记了整顿", CLERK), ("提名上报", SECRETARY), ("组织联合研判", STAFF), ("认定:", MINISTER),
    ("开始制定方案", CLERK), ("报审了", SECRETARY), ("退回了", STAFF), ("通过了", STAFF),
    ("登记任务进展", CLERK), ("登记问题解决", CLERK), ("核实问题", STAFF),
    ("通过乡镇初验", SECRETARY), ("申请验收", SECRETARY), ("组织验收", STAFF),
    ("验收不合格", STAFF), ("填写验收表", STAFF), ("验收合格", STAFF), ("销号公示", STAFF),
    ("销号:", MINISTER), ("转入巩固期", STAFF), ("登记回访", STAFF), ("认定反弹", STAFF),
    ("反弹后重新列入", STAFF),
)  # fmt: skip
VOTES = {"eligible": "40", "satisfied": "28", "basically": "5", "dissatisfied": "2"}


@pytest.fixture
def people(as_person: Any) -> dict[str, Page]:
    """Everybody sits before a browser of his own."""
    return {name: as_person(name) for name in ("clerk", "township", "county", "minister")}


def test_a_case_from_candidate_to_relapse(people: dict[str, Page]) -> None:
    case = found(people["clerk"])

    for page in people.values():
        page.goto(case)
    for step in (confirmed, planned, worked_on, failed, accepted, closed, relapsed):
        step(people)

    told(people, case)


def found(clerk: Page) -> str:
    """The township's clerk finds the village among the candidates and registers it."""
    clerk.goto("/cases/screening/2026/?q=李塘")
    press(clerk, NAME)
    press(clerk, "登记排查")
    send(
        clerk, on="2026-10-08", case_class="weak_lax", items=["WL01", "WL03"], interviewed="23",
        facts="书记空缺三个月,两委不团结,半年没有开支部大会。",
    )  # fmt: skip
    expect(clerk.locator("main")).to_contain_text("排查摸底")
    return clerk.url


def confirmed(people: dict[str, Page]) -> None:
    """Proposed by the secretary, reviewed by the departments, put on the list by the minister."""
    take(
        people["township"], "提名上报", on="2026-10-09", township_meeting_on="2026-10-09",
        resolution_no="清党纪〔2026〕31号", proposal_reason="班子长期不健全,村里无人牵头。",
    )  # fmt: skip
    county = people["county"]
    county.reload()
    take(county, "组织联合研判", on="2026-10-12")
    for name in DEPARTMENTS:
        press(county, "登记部门研判意见")
        add(county, department=name, opinion="同意认定", answered_on="2026-10-13")
    minister = people["minister"]
    minister.reload()
    take(
        minister, "认定", on="2026-10-14", document_no="示组发〔2026〕40号", level="县级重点",
        decision="列入整顿",
    )  # fmt: skip


def planned(people: dict[str, Page]) -> None:
    """The plan is written, sent back once, mended and approved."""
    clerk, township, county = people["clerk"], people["township"], people["county"]
    clerk.reload()
    take(clerk, "开始制定方案", on="2026-10-14")
    press(clerk, "改写诊断、目标和时限")
    add(clerk, diagnosis="没有合适人选,两委互不买账。", goal="配齐班子。", deadline="2026-11-20")
    press(clerk, "登记问题")
    add(clerk, kind="班子不健全", description=PROBLEM)
    press(clerk, "登记任务")
    add(clerk, problem=PROBLEM, line="抓班子", measure="选派书记", lead_person="宋晓东",
        due_on="2026-10-30")  # fmt: skip
    press(clerk, "登记帮扶力量")
    add(clerk, kind="第一书记驻村", person="冯海燕", unit="县农业农村局", since="2026-10-14")
    for duty in DUTIES:
        press(clerk, "登记责任人")
        add(clerk, kind=duty, name="梁志强", since="2026-10-14")
    for day in ("2026-10-15", "2026-10-16"):
        township.reload()
        take(township, "报审方案", on=day, text=WITHOUT)
        county.reload()
        if day == "2026-10-15":
            take(county, "退回方案", on=day, reason="措施空泛", text="写明由谁选、从哪里选")
            clerk.reload()
            clerk.locator(".case-plan a[href*='case-tasks']").first.click()
            press(clerk, "更正")
            add(clerk, measure="由镇党委从机关干部中选派书记")
    take(county, "通过方案", on="2026-10-16")


def worked_on(people: dict[str, Page]) -> None:
    """The task is done, the problem solved and verified."""
    clerk, county = people["clerk"], people["county"]
    clerk.reload()
    clerk.locator(".case-plan a[href*='case-tasks']").first.click()
    take(clerk, "登记进展", on="2026-10-19", percent="100", text="书记已到任")
    back(clerk)
    clerk.locator(".case-plan a[href*='case-problems']").first.click()
    take(clerk, "登记解决", on="2026-10-19", solution="镇组织委员到村任书记")
    county.reload()
    county.locator(".case-plan a[href*='case-problems']").first.click()
    take(county, "核实销号", on="2026-10-20", verified_by="周文静")
    back(county)


def failed(people: dict[str, Page]) -> None:
    """The team finds too little."""
    _look(people, "2026-10-20", share="0.5")
    county = people["county"]
    expect(county.locator("main")).to_contain_text("按验收办法不合格")
    press(county, "作出结论")
    send(county, result="failed", on="2026-10-20", new_deadline="2026-12-10",
         reasons="组织生活还没有恢复")  # fmt: skip
    expect(county.locator("body")).to_contain_text("验收不合格,已回到整顿中")


def accepted(people: dict[str, Page]) -> None:
    """A month's work later, here two days, it finds enough."""
    _look(people, "2026-10-22", share="0.9")
    county = people["county"]
    press(county, "作出结论")
    send(county, result="passed", on="2026-10-22")
    expect(county.locator("body")).to_contain_text("验收合格。下一步登记公示")


def _look(people: dict[str, Page], day: str, share: str) -> None:
    """Checked and applied for by the township; looked at by the county's team."""
    township, county = people["township"], people["county"]
    township.reload()
    take(township, "乡镇初验", on=day, self_score="88")
    take(
        township, "申请验收", on=day, application="书记到任,组织生活恢复,群众认可。",
        signed_by="梁志强",
    )  # fmt: skip
    county.reload()
    take(county, "组织验收", on=day, team=TEAM)
    press(county, "填写验收表")
    for field in county.locator("main [name^='points_']").all():
        most = field.locator("xpath=ancestor::div[contains(@class,'field')][1]").inner_text()
        full = re.search(r"满分 (\d+)", most)
        assert full, most
        field.fill(str(Decimal(full[1]) * Decimal(share)))
    fill(county, held_on=day, **VOTES)
    press(county, "保存并判断")


def closed(people: dict[str, Page]) -> None:
    """Made public, closed by the minister, followed up."""
    county, minister = people["county"], people["minister"]
    take(county, "公示", on="2026-10-22")
    minister.reload()
    take(minister, "销号", on="2026-10-30", approval_no="示组复〔2026〕12号")
    county.reload()
    take(county, "转入巩固期", on="2026-10-31")


def relapsed(people: dict[str, Page]) -> None:
    """The revisit finds the team apart again: the next round begins."""
    county = people["county"]
    county.locator("main th a[href*='case-revisits']").first.click()
    take(
        county, "登记回访", held_on="2026-11-02", visitors="周文静、李明", result="出现反弹",
        text="书记又外出,两委不开会。",
    )  # fmt: skip
    back(county)
    take(
        county, "认定反弹", on="2026-11-03", reason="班子再度涣散", document_no="示组发〔2026〕44号"
    )


def told(people: dict[str, Page], case: str) -> None:
    """The page of the case and the trail tell every step and who took it; the way goes on."""
    county = people["county"]
    expect(county).to_have_url(re.compile(case))
    happened = county.locator(".time-line").last.locator("li").all_inner_texts()
    lacking = [one for one in STEPS if not _stands(happened, *one)]
    assert not lacking, happened
    county.goto(f"/accounts/trail/?q={NAME}")
    rows = county.locator("main table tbody tr").all_inner_texts()
    assert [one for one in TRACED if not _stands(rows, *one)] == [], rows
    county.goto(case)
    county.locator(f"main a:has-text('{NAME}')").and_(county.locator("[href^='/cases/']")).click()
    expect(county.get_by_role("heading", level=1)).to_contain_text(re.compile(r"-2$"))
    expect(county.locator(".case-next")).to_contain_text("已认定")


def _stands(lines: list[str], words: str, who: str) -> bool:
    return any(words in one and who in one for one in lines)
