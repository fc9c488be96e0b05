"""Every page that a demo account reaches by links, looked at from all sides."""

from collections import defaultdict
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page

from config.demo.people import ACCOUNTS
from tests.browser.people import DESKTOP, sign_in
from tests.browser.portal import Portal
from tests.e2e.looking import FOREIGN_PAGES, WATCH, Ears, faults_of
from tests.e2e.walking import Walk, kind_of

COUNTY = "示例县"
# A reviewer has no county: the pages carry the name of the product.
PLACELESS = {"reviewer": "村级党建督导平台"}
FEWEST = 8
# Kinds of pages that were looked at from all sides, by whoever came first.
SEEN: set[str] = set()
# Who opens every ledger; the others meet a few of each shape.
WIDE = "county"
# Second addresses of the same page.
ALIASES = frozenset({"villages:calendar_now", "villages:townships", "help:for_page"})


@pytest.mark.parametrize("username", [row[0] for row in ACCOUNTS])
def test_pages_of_this_account_are_without_fault(username: str, place: Portal, chromium: Browser):
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN", base_url=place.url)
    context.add_init_script(WATCH)
    page = context.new_page()
    sign_in(page, username)
    ears, walk = Ears(page), Walk(place.url, wide=username == WIDE)
    faults: list[str] = []
    titles: dict[str, set[str]] = defaultdict(set)

    for path in walk:
        found = _look(page, path, ears, PLACELESS.get(username, COUNTY))
        faults += [f"{path}: {fault}" for fault in found]
        if kind_of(path).partition("?")[0] not in ALIASES:
            titles[page.title()].add(urlsplit(page.url).path)
        walk.gather(page)

    context.close()
    print(f"{username}: {len(walk.known)} pages of {len(walk.kinds)} kinds")
    faults += [f"one title, several pages: {title} {sorted(paths)}"
               for title, paths in titles.items() if len(paths) > 1]  # fmt: skip
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)
    assert len(walk.known) >= FEWEST


def _look(page: Page, path: str, ears: Ears, place_name: str) -> list[str]:
    page.set_viewport_size(DESKTOP)
    try:
        answer = page.goto(path, wait_until="load")
    except Error as error:
        # A file is handed out, not a page; the browser stays where it was.
        if "Download is starting" not in error.message:
            raise
        ears.drain()
        return []
    status = answer.status if answer else 0
    if status >= 400:
        ears.drain()
        return [f"status {status} ({kind_of(path)})"]
    foreign = urlsplit(page.url).path in FOREIGN_PAGES
    kind = kind_of(path)
    whole = kind not in SEEN
    SEEN.add(kind)
    found = [] if foreign else list(faults_of(page, place_name, whole=whole))
    return [*found, *ears.drain()]
