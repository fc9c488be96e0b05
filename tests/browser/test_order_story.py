"""An unannounced visit in a browser: what was found becomes an order, and comes to an end."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms import press, send
from tests.browser.people import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]
TITLE, VILLAGE, TOWNSHIP = "十月随机暗访", "新刘河村", "清溪镇"
FOUND = "上午十点便民服务大厅无人值班,门口没有联系电话。"
STAFF, MINISTER, CLERK = "周文静", "郑国华", "宋晓东"
# Step and who took it, as the page of the order tells it.
STEPS = (
    ("起草", STAFF), ("审核通过", MINISTER), ("签发", MINISTER), ("签收", CLERK),
    ("延期", STAFF), ("反馈", CLERK), ("退回重办", STAFF), ("核查通过", STAFF),
    ("办结销号", STAFF),
)  # fmt: skip


@pytest.fixture
def people(as_person: Any) -> dict[str, Page]:
    """The county's staff has a telephone at hand, the others sit at their desks."""
    phone = as_person("county", viewport=PHONE)
    desks = {name: as_person(name) for name in ("county", "minister", "clerk")}
    return {"phone": phone, **desks}


def test_an_unannounced_visit_from_the_door_to_the_end(people: dict[str, Page]) -> None:
    inspection = recorded(people["phone"])
    unknown(people["clerk"], inspection)
    published(people["phone"], inspection)

    order = ordered(people["phone"])
    for name in ("county", "minister"):
        people[name].goto(order)
    for step in (issued, more_time, answered, settled):
        step(people, order)

    mended(people["county"], inspection)
    told(people, order)


def recorded(phone: Page) -> str:
    """Set up and written down on the spot, on a narrow screen."""
    phone.goto("/orders/")
    press(phone, "督导检查")
    press(phone, "登记检查")
    send(phone, title=TITLE, kind="暗访", from_on="2026-10-26", to_on="2026-10-27", leader=STAFF)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(TITLE)
    inspection = phone.url
    press(phone, "指定一个村")
    send(phone, village=VILLAGE)
    to_inspection(phone)
    take(phone, "开始检查", on="2026-10-26")
    phone.get_by_role("link", name="记录检查情况").first.click()
    fits(phone)
    send(
        phone, visited_on="2026-10-27", on_duty="否", board_updated="是", meeting_book="是",
        interviewed="9", satisfied="6", group_1="值班", text_1=FOUND, severity_1="严重",
    )  # fmt: skip
    expect(phone.locator("#findings")).to_contain_text(FOUND)
    fits(phone)
    return inspection


def unknown(clerk: Page, inspection: str) -> None:
    """Until it is published the township cannot tell that anybody was there."""
    answer = clerk.goto(inspection)
    assert answer is not None and answer.status == 404
    clerk.goto(f"/ledgers/findings/?q={FOUND[:10]}")
    expect(clerk.locator("main")).not_to_contain_text(FOUND)


def published(phone: Page, inspection: str) -> None:
    """From now on the township sees it; orders may be made of it."""
    take(phone, "公布", on="2026-10-28", summary="一个村值班缺位。")
    expect(phone).to_have_url(inspection)


def ordered(phone: Page) -> str:
    """One click and a form of which all may stay as it is; the draft names the finding."""
    phone.locator("#findings").get_by_role("link", name="发督办单").click()
    send(phone, on="2026-10-28")
    phone.locator("main").get_by_role("link", name=re.compile(FOUND[:10])).first.click()
    phone.locator("main a[href^='/orders/']").first.click()
    expect(phone.locator("main")).to_contain_text(f"{TITLE}发现的问题")
    expect(phone.locator("main")).to_contain_text(FOUND)
    # Without the place on the page: going there again loads it anew.
    return phone.url.partition("#")[0]


def issued(people: dict[str, Page], order: str) -> None:
    """Its author cannot check it; the minister does, and sends it."""
    expect(people["county"].get_by_role("link", name="审核通过")).to_have_count(0)
    minister = people["minister"]
    take(minister, "审核通过", on="2026-10-29", text="同意。")
    take(minister, "签发", on="2026-10-30")
    expect(minister.get_by_role("heading", level=1)).to_contain_text("督办〔2026〕")


def more_time(people: dict[str, Page], order: str) -> None:
    """The township signs for it, asks for a later day, and gets it."""
    clerk, county = people["clerk"], people["county"]
    clerk.goto("/orders/")
    clerk.get_by_role("link", name=re.compile(f"签收:督办.*{TITLE}")).first.click()
    send(clerk, on="2026-10-30")
    clerk.goto(order)
    take(clerk, "申请延期", on="2026-10-31", new_due_on="2026-12-04", reason="值班室正在改造。")
    county.reload()
    take(county, "同意延期", on="2026-11-02", text="同意,不再顺延。")
    expect(county.locator("main")).to_contain_text("时限 2026-12-04")


def answered(people: dict[str, Page], order: str) -> None:
    """The first reply says too little and comes back, the second one is enough."""
    clerk, county = people["clerk"], people["county"]
    clerk.goto(order)
    take(clerk, "反馈", on="2026-11-02", text="已提醒该村。", is_done="是")
    county.reload()
    take(county, "退回重办", on="2026-11-02", reason="措施空泛", text="写明谁值班、怎样公开")
    clerk.reload()
    expect(clerk.locator("main")).to_contain_text("写明谁值班、怎样公开")
    take(
        clerk, "反馈", on="2026-11-03", text="排班表已公开,村干部轮流在岗,电话贴在门口。",
        is_done="是", evidence="排班表存村委会",
    )  # fmt: skip


def settled(people: dict[str, Page], order: str) -> None:
    """Found done, closed, with a word on how content the county is."""
    county = people["county"]
    county.goto(order)
    take(county, "核查通过", on="2026-11-03", text="电话抽查属实。")
    take(county, "办结销号", on="2026-11-03", satisfaction="满意")
    expect(county.locator("main")).to_contain_text("2026-11-03 办结,满意")


def mended(county: Page, inspection: str) -> None:
    """The order is closed: the finding may be confirmed, and is."""
    county.goto(inspection)
    expect(county.locator("#findings")).to_contain_text("可以确认整改")
    county.locator("#findings").get_by_role("link", name=re.compile(VILLAGE)).first.click()
    press(county, "确认整改")
    send(county, on="2026-11-03", outcome="值班恢复,群众能找到人。")
    county.goto(inspection)
    expect(county.locator("#findings")).to_contain_text("已整改")


def told(people: dict[str, Page], order: str) -> None:
    """The page of the order tells every step and who took it."""
    county = people["county"]
    county.goto(order)
    happened = county.locator(".time-line").last.locator("li").all_inner_texts()
    lacking = [
        (words, who)
        for words, who in STEPS
        if not any(words in one and who in one for one in happened)
    ]
    assert not lacking, happened


def take(page: Page, step: str, **values: Any) -> None:
    """Presses the button of a step, sends what it asks, and is back where the button was."""
    here = page.url.partition("#")[0]
    press(page, step)
    send(page, **values)
    if page.url != here:
        page.goto(here)


def to_inspection(page: Page) -> None:
    """From a row of an inspection to its page, by a link on the page."""
    page.locator("main a[href^='/orders/inspections/']").first.click()
    page.wait_for_load_state("domcontentloaded")


def fits(page: Page) -> None:
    """Nobody has to push the page sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
