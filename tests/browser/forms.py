"""Filling forms and pressing buttons as people do, by the names on them."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

CASE = r"/cases/[0-9a-f]{32}/$"
SUBMIT = "button[type=submit].btn-primary, button[type=submit].btn-outline-danger"
HREFS = "all => all.map(one => one.getAttribute('href'))"


def press(page: Page, label: str) -> None:
    """A button or a link that is called exactly this, on the page itself."""
    main = page.locator("main")
    # A part that only readers of the screen hear stands apart from the rest.
    name = re.compile(rf"^{re.escape(label[:2])}\s?{re.escape(label[2:])}$")
    main.get_by_role("link", name=name).or_(main.get_by_role("button", name=name)).first.click()
    page.wait_for_load_state("domcontentloaded")


def fill(page: Page, **values: str | list[str]) -> None:
    """Fields by their names: text, a choice by its value or words, boxes to tick."""
    for name, value in values.items():
        _put(page.locator(f"main [name='{name}']:not([type=hidden])"), value)


def _put(field: Locator, value: str | list[str]) -> None:
    kind = field.first.evaluate("one => one.type")
    if kind in ("radio", "checkbox"):
        for one in [value] if isinstance(value, str) else value:
            field.and_(field.page.locator(f"[value='{one}']")).check()
    elif kind.startswith("select"):
        choice = field.locator("option", has_text=str(value)).first
        field.select_option(choice.get_attribute("value") or "")
    else:
        field.fill(str(value))


def send(page: Page, **values: str | list[str]) -> None:
    """Fills the form of the page in and sends it; it is accepted."""
    fill(page, **values)
    here = page.url
    page.locator(
        "main form button[type=submit].btn-primary, main form .btn-outline-danger"
    ).last.click()
    page.wait_for_load_state("domcontentloaded")
    expect(page.locator("main .error-summary")).to_have_count(0)
    expect(page).not_to_have_url(here)


def add(page: Page, **values: str | list[str]) -> None:
    """Sends the form of a row of a case and goes back to the case."""
    send(page, **values)
    back(page)


def back(page: Page) -> None:
    """From a row of a case to the page of the case, by a link on the page."""
    if re.search(CASE, page.url):
        return
    links = page.locator("a[href^='/cases/']")
    found = [one for one in links.evaluate_all(HREFS) if re.search(CASE, one)]
    assert found, f"no way back to the case from {page.url}"
    links.and_(page.locator(f"[href='{found[0]}']")).first.click()
    page.wait_for_url(f"**{found[0]}")


def take(page: Page, step: str, **values: Any) -> None:
    """Presses the button of a step and sends what it asks; the page then says that it is done."""
    press(page, step)
    send(page, **values)
    expect(page.locator("body")).to_contain_text(re.compile(f"已{re.escape(step)}"))
