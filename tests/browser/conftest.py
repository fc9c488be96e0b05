"""A portal with the demo county, and Debian's chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.people import DESKTOP, sign_in
from tests.browser.portal import FLAGS, Portal, chromium_path, portal


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The portal of this run."""
    data: Path = tmp_path_factory.mktemp("portal")
    with portal(data, collected=False) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser of a module: while it runs, no test of the same process may use a database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser, place: Portal) -> Iterator[Any]:
    """Makes windows that share nothing; `options` as playwright takes them."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        known = {"viewport": DESKTOP, "locale": "zh-CN", "base_url": place.url}
        opened.append(chromium.new_context(**{**known, **options}))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def as_person(new_context: Any) -> Any:
    """Opens a page in which this demo account has signed in."""

    def open_page(username: str, **options: Any) -> Page:
        page = new_context(**options).new_page()
        sign_in(page, username)
        return page

    return open_page
