"""A dispatch in a browser: made, read down to its rows, reworded, issued, signed for."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms import press, send
from tests.browser.people import PHONE
from tests.browser.portal import Portal, hand

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]
# A closed month of the demo county of which nobody has made a report yet.
CHOICE, LABEL = "monthly:2026-03", "2026年3月"
WORDS = "经核对，"
WORK = "from villages.jobs.running import perform; print(perform('{}'))"
REPORT = r"/reports/[0-9a-f]{32}/$"


def test_a_dispatch_from_the_button_to_the_receipt(place: Portal, as_person: Any) -> None:
    county, clerk = as_person("county"), as_person("clerk", viewport=PHONE)

    report = made(place, county)
    short = traced(county, report)
    reworded(county, report)
    issued(county, report)
    confirmed(clerk, report)

    county.goto(report)
    expect(county.locator(".report-side")).to_contain_text(re.compile(r"签收 1/\d+"))
    looked_up(as_person("leader"), short)


def made(place: Portal, county: Page) -> str:
    """One click; the page of the job leads to the report once a worker has made it."""
    county.goto("/reports/")
    county.locator("select[name=report]").select_option(CHOICE)
    county.locator("#make button[type=submit]").click()
    county.wait_for_url(re.compile(r"/jobs/[0-9a-f]{32}/$"))
    uid = county.url.rstrip("/").rpartition("/")[2]
    hand(place, "shell", "-v", "0", "-c", WORK.format(uid))
    county.goto(f"/jobs/{uid}/")
    county.get_by_role("link", name="打开结果").click()
    county.wait_for_url(re.compile(REPORT))
    expect(county.locator("main")).to_contain_text(LABEL)
    return county.url


def traced(county: Page, report: str) -> str:
    """From a number in a sentence to the rows as they were frozen; its code, as on paper."""
    county.locator(".paper__marks a").first.click()
    expect(county.locator("#rows")).to_contain_text("冻结的数据")
    expect(county.locator("#rows tbody tr").first).to_be_visible()
    told = county.locator(".page-head__subtitle").inner_text()
    county.goto(report)
    found = re.search(r"[0-9A-Z]{6}-\d+", told)
    assert found, told
    return found[0]


def reworded(county: Page, report: str) -> None:
    """Other words around the same figures; the paper says them."""
    press(county, "修改文字")
    field = county.locator("textarea[name^='w-']").first
    field.fill(WORDS + field.input_value())
    county.get_by_role("button", name="保存文字").click()
    county.wait_for_url(report)
    expect(county.locator(".paper")).to_contain_text(WORDS)


def issued(county: Page, report: str) -> None:
    """A second look, then number and stamp; the words cannot be changed any more."""
    for step in ("审核通过", "签发"):
        press(county, step)
        reason = county.locator("main textarea[name=reason]")
        send(county, **({"reason": "已逐项核对。"} if reason.count() else {}))
        county.wait_for_url(report)
    expect(county.locator(".paper__number")).to_contain_text(re.compile(r"〔2026〕\d+号"))
    expect(county.get_by_role("link", name="修改文字")).to_have_count(0)


def confirmed(clerk: Page, report: str) -> None:
    """The township finds it on a telephone and signs for it, once."""
    clerk.goto("/reports/")
    clerk.locator("main").get_by_role("link", name=re.compile(LABEL)).first.click()
    clerk.wait_for_url(report)
    wide = clerk.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    press(clerk, "签收这份报告")
    expect(clerk.locator(".report-side")).to_contain_text("签收。")
    expect(clerk.get_by_role("button", name="签收这份报告")).to_have_count(0)


def looked_up(leader: Page, short: str) -> None:
    """A leader types the code from paper in small letters with a blank, and sees the rows."""
    leader.goto("/reports/code/")
    leader.locator("input[name=code]").fill(short.lower().replace("-", " "))
    leader.get_by_role("button", name="查来源").click()
    expect(leader.locator("main")).to_contain_text(short)
    expect(leader.locator("#rows tbody tr").first).to_be_visible()
