"""Eight short stories that only a browser can tell."""

import re
import sqlite3
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import PHONE, sign_in
from tests.browser.portal import PASSWORD, Portal

# One portal serves all stories: they stay together when the suite is spread over processes.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def _overflow(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def test_county_staff_walks_from_home_to_a_village(as_person: Any):
    page = as_person("county")

    page.get_by_role("link", name="清溪镇").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("清溪镇")
    page.locator("main table tbody a").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("村")
    expect(page).to_have_url(re.compile(r"/villages/\d{12}/$"))
    assert page.title().endswith("示例县")


def test_what_is_filtered_is_what_is_exported(as_person: Any):
    page = as_person("county")

    page.goto("/villages/?township=999900101")
    rows = page.locator("#list-table tbody tr").count()
    with page.expect_download() as waiting:
        page.locator("a[href*='format=csv']").first.evaluate("one => one.click()")
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    exported = [line for line in lines if "999900101" in line]

    assert rows
    assert len(exported) == rows
    assert not any("999900102" in line for line in lines)


def test_a_saved_view_comes_back(as_person: Any):
    page = as_person("leader")

    page.goto("/villages/?township=999900101")
    page.locator("form[action*='views/save'] input[name=name]").evaluate(
        "one => { one.closest('details').open = true; }"
    )
    page.locator("form[action*='views/save'] input[name=name]").fill("清溪的村")
    page.locator("form[action*='views/save'] button[type=submit]").first.click()
    page.goto("/villages/")
    page.get_by_role("link", name="清溪的村").first.click()

    expect(page).to_have_url(re.compile(r"[?&]view="))
    assert page.locator("#list-table tbody tr").count() < 50


def test_keyboard_alone_reaches_the_contents(as_person: Any):
    page = as_person("county")
    page.goto("/villages/")

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert first == "#content"
    assert inside
    assert outline != "none"


def test_too_many_wrong_passwords_are_told_with_a_time(new_context: Any):
    page = new_context().new_page()

    for _attempt in range(6):
        sign_in(page, "reviewer", "wrong-password")
    sign_in(page, "reviewer")

    expect(page.locator("body")).to_contain_text("分钟")
    assert page.url.endswith("/accounts/sign-in/")


def test_typed_contents_survive_an_ended_session(as_person: Any, place: Portal):
    page = as_person("township")
    page.goto(f"/villages/{_own_village(page)}/profile/")
    page.locator("input[name=source]").fill("2026年村情普查")

    with sqlite3.connect(place.database, timeout=20) as database:
        database.execute("UPDATE villages_accounts_usersession SET seen_at = '2020-01-01 00:00:00'")
    page.locator("main form button[type=submit]").last.click()
    page.locator("input[name=username]").fill("township")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()

    expect(page.locator("body")).to_contain_text("未提交的内容已为您保留")
    expect(page.locator("main")).to_contain_text("已填回表单")
    expect(page.locator("input[name=source]")).to_have_value("2026年村情普查")


def _own_village(page: Page) -> str:
    page.goto("/villages/")
    link = page.locator("#list-table tbody a").first.get_attribute("href") or ""
    return link.strip("/").split("/")[-1]


def test_phone_shows_menu_and_lists_without_side_scrolling(as_person: Any):
    page = as_person("first-secretary", viewport=PHONE, has_touch=True, is_mobile=True)

    for path in ("/", "/villages/", "/menu/", "/help/"):
        page.goto(path)
        assert _overflow(page) <= 0, path
        assert page.locator("h1").count() == 1, path


def test_everything_works_without_scripts(new_context: Any):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, "clerk")

    page.goto("/villages/")
    page.locator("main form input[name=q]").first.fill("村")
    page.locator("main form input[name=q]").first.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("#list-table")).to_be_visible()
    page.goto("/menu/")
    page.get_by_role("link", name="村列表").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("村列表")
