"""A township clerk's month in the grid, as only a browser can tell it."""

import re
import sqlite3
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.portal import PASSWORD, Portal

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

GRID = "/filings/2026-10/999900100/grid/"
CHANGES = 5
PASTE = """(one, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const how = {clipboardData, bubbles: true, cancelable: true};
  one.dispatchEvent(new ClipboardEvent("paste", how));
}"""


# What a practised hand takes, in seconds: a key, a click with the way to it, a look at a village.
KEY, POINT, LOOK = 0.28, 1.1, 1.35
AN_HOUR_BECOMES = 15 * 60


class Hand:
    """A person's hand: every click, key and typed field counts as one interaction.

    `seconds` is what all of it takes at human pace; keys and typed fields are also counted by
    village, from the moment when the eye came to it (`look`).
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0
        self.seconds = 0.0
        self.keys: list[int] = []
        self.fields: list[int] = []

    @property
    def typed(self) -> int:
        """Fields typed in all villages."""
        return sum(self.fields)

    def look(self) -> None:
        """The next village: what stands there is read, and decided about."""
        self.seconds += LOOK
        self.keys.append(0)
        self.fields.append(0)

    def click(self, target: Locator) -> None:
        """One click."""
        self.count += 1
        self.seconds += POINT
        target.click()

    def press(self, key: str) -> None:
        """One key, alone or held together with another."""
        self.count += 1
        self.seconds += KEY * len(key.split("+"))
        self.keys[-1] += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """One field, typed over what was selected."""
        self.count += 1
        self.seconds += KEY * len(text)
        self.fields[-1] += 1
        self.page.keyboard.type(text)

    def told(self) -> str:
        """What was counted, for whoever reads a failure."""
        return (
            f"{len(self.fields)} villages at human pace: {self.seconds:.0f} s, "
            f"{self.count} interactions, fields typed by village {self.fields}, "
            f"keys by village {self.keys}"
        )


@pytest.fixture(autouse=True)
def _nothing_typed(place: Portal) -> None:
    """Each story begins with the township's prefilled month."""
    with sqlite3.connect(place.database, timeout=20) as database:
        database.execute("UPDATE villages_filings_filing SET draft = '{}' WHERE month = 202610")


def cell(page: Page, row: int, column: int) -> Locator:
    """One cell of the grid."""
    return page.locator("#grid tbody tr").nth(row).locator("input[name^='value:']").nth(column)


def state(page: Page) -> Locator:
    """The line that says whether everything is saved."""
    return page.locator("[data-grid-state]")


def open_grid(page: Page) -> Page:
    """The grid, this tab writing: nobody else has it any more."""
    with page.expect_response("**/grid/desk/"):
        page.goto(GRID)
    locked = page.locator("[data-grid-locked] button")
    if locked.is_visible():
        with page.expect_response(lambda one: one.url.endswith(GRID)):
            locked.click()
    return page


def more(text: str) -> str:
    """A little more than what stands there."""
    return str(int(float(text) * 1.05) + 1)


def test_a_month_of_a_township_takes_forty_interactions(as_person: Any):
    page = as_person("clerk")
    hand = Hand(page)
    open_grid(page)
    page.goto("/filings/")

    hand.click(page.locator(f"a[href='{GRID}']").first)
    rows = page.locator("#grid tbody tr").count()
    hand.click(cell(page, 0, 0))
    for row in range(rows):
        hand.look()
        if row % 4 == 0 and row < 4 * CHANGES:
            hand.type(more(cell(page, row, 0).input_value()))
        hand.press("Control+Enter")
    expect(page.locator("[data-status]", has_text="未确认")).to_have_count(0)
    hand.click(page.get_by_role("button", name="核对提交"))
    page.wait_for_url("**/check/")
    hand.click(page.get_by_role("button", name=re.compile("^提交")))
    page.wait_for_url("**/receipts/**")

    assert rows >= 20
    assert hand.typed == CHANGES
    assert hand.count <= 40, hand.told()
    assert hand.seconds <= AN_HOUR_BECOMES, hand.told()
    assert median(hand.fields) <= 4, hand.told()
    unchanged = [keys for keys, fields in zip(hand.keys, hand.fields, strict=True) if not fields]
    assert set(unchanged) == {1}, hand.told()
    expect(page.locator("main")).to_contain_text("回执")
    # Until the county accepts, one click takes everything back: the next story begins anew.
    page.get_by_role("button", name=re.compile("^撤回")).click()
    page.goto(GRID)
    expect(page.get_by_role("button", name="核对提交")).to_be_visible()


def refused_times(times: int) -> Any:
    """A server too busy for the first attempts."""
    left = iter(range(times))

    def answer(route: Route) -> None:
        if next(left, None) is None:
            route.continue_()
        else:
            route.fulfill(status=503, body="")

    return answer


def test_a_busy_server_only_delays_the_way_to_checking(as_person: Any):
    page = open_grid(as_person("clerk"))
    page.route("**/grid/save/", refused_times(2))

    cell(page, 2, 0).fill(more(cell(page, 2, 0).input_value()))
    page.get_by_role("button", name="核对提交").click()

    expect(state(page)).to_contain_text("自动重试")
    page.wait_for_url("**/check/")


def test_a_late_word_about_the_desk_does_not_stop_the_way_to_checking(as_person: Any):
    page = as_person("clerk")
    page.route("**/grid/desk/", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(GRID)

    cell(page, 2, 0).fill(more(cell(page, 2, 0).input_value()))
    page.get_by_role("button", name="核对提交").click()

    page.wait_for_url("**/check/")


@pytest.mark.long
def test_what_never_gets_through_is_told_and_may_be_tried_again(as_person: Any):
    page = open_grid(as_person("clerk"))
    onward = page.get_by_role("button", name="核对提交")
    page.route("**/grid/save/", lambda route: route.abort())

    cell(page, 2, 0).fill(more(cell(page, 2, 0).input_value()))
    onward.click()
    expect(state(page)).to_contain_text("多次重试", timeout=40_000)
    assert page.url.endswith(GRID)
    page.unroute("**/grid/save/")
    onward.click()

    page.wait_for_url("**/check/")


@pytest.mark.long
def test_a_block_from_wps_goes_right_and_down_and_comes_back(as_person: Any):
    page = open_grid(as_person("clerk"))
    before = cell(page, 1, 1).input_value()

    cell(page, 1, 0).evaluate(PASTE, "12.5万\t３０，０００\r\n\t8 000元\r\n")

    expect(state(page)).to_contain_text(re.compile("已粘贴 4 格|已保存"))
    assert [cell(page, row, at).input_value() for row in (1, 2) for at in (0, 1)] == [
        "12.5万", "３０，０００", "", "8 000元",
    ]  # fmt: skip
    cell(page, 1, 0).focus()
    expect(page.locator(".filing-grid__echo")).to_have_text("= 12.5 万元")
    page.locator("[data-grid-undo]").click()
    assert cell(page, 1, 1).input_value() == before
    expect(state(page)).to_contain_text("已保存")


@pytest.mark.long
def test_it_moves_like_a_sheet_but_not_while_composing(as_person: Any):
    page = open_grid(as_person("clerk"))

    def here() -> Any:
        return page.evaluate("document.activeElement.name")

    names = [[cell(page, row, at).get_attribute("name") for at in (0, 1)] for row in (0, 1)]
    cell(page, 0, 0).focus()
    walked = []
    for key in ("Tab", "Enter", "ArrowLeft", "ArrowUp", "ArrowRight", "Shift+Tab"):
        page.keyboard.press(key)
        walked.append(here())
    page.evaluate(
        """document.activeElement.dispatchEvent(new KeyboardEvent(
             "keydown", {key: "Enter", isComposing: true, bubbles: true}))"""
    )

    assert walked == [
        names[0][1], names[1][1], names[1][0], names[0][0], names[0][1], names[0][0],
    ]  # fmt: skip
    assert here() == names[0][0]
    cell(page, 1, 0).focus()
    page.keyboard.press("Control+d")
    assert cell(page, 1, 0).input_value() == cell(page, 0, 0).input_value()


@pytest.mark.long
def test_a_dead_network_and_an_ended_session_lose_nothing(as_person: Any, place: Portal):
    page = open_grid(as_person("clerk"))

    page.context.set_offline(True)
    cell(page, 3, 0).fill("77001")
    cell(page, 3, 0).blur()
    expect(state(page)).to_contain_text("离线")
    kept = page.evaluate("JSON.stringify(localStorage)")
    page.context.set_offline(False)
    expect(state(page)).to_contain_text("已保存")

    with sqlite3.connect(place.database, timeout=20) as database:
        database.execute("UPDATE villages_accounts_usersession SET seen_at = '2020-01-01 00:00:00'")
    cell(page, 4, 0).fill("77002")
    cell(page, 4, 0).blur()
    expect(state(page)).to_contain_text("请重新登录")
    page.once("dialog", lambda asked: asked.accept())
    page.goto(GRID)
    page.locator("input[name=username]").fill("clerk")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(f"**{GRID}")

    expect(cell(page, 4, 0)).to_have_value("77002")
    expect(state(page)).to_contain_text("已保存")
    page.reload()
    assert [cell(page, row, 0).input_value() for row in (3, 4)] == ["77001", "77002"]
    assert "77001" in kept
    assert "clerk" not in kept


@pytest.mark.long
def test_a_second_tab_reads_until_it_takes_over(as_person: Any):
    first = open_grid(as_person("clerk"))
    second = first.context.new_page()

    second.goto(GRID)
    expect(second.locator("[data-grid-locked]")).to_contain_text("另一个窗口")
    assert cell(second, 0, 0).get_attribute("readonly") is not None
    second.locator("[data-grid-locked] button").click()
    expect(second.locator("[data-grid-locked]")).to_be_hidden()
    cell(first, 5, 0).fill("1")
    cell(first, 5, 0).blur()

    expect(first.locator("[data-grid-locked]")).to_be_visible()
    expect(state(first)).to_contain_text("没有保存")


@pytest.mark.long
def test_the_first_visit_is_light_and_no_page_is_wider_than_a_phone(as_person: Any):
    page = as_person("clerk", viewport={"width": 390, "height": 844}, is_mobile=True)

    page.goto(GRID)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
