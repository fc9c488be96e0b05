"""Pictures for the README: `python -m tests.e2e.screenshots [NAME …]`.

Made of the demo county on its own date, on the desk and on the phone, so that two runs differ
only where pages do.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import DESKTOP, PHONE, sign_in
from tests.browser.portal import FLAGS, ROOT, Portal, chromium_path, hand, portal
from tests.e2e.printing import page_picture

FOLDER = ROOT / ".github" / "screenshots"
DISPATCH = "dispatch"


@dataclass(frozen=True)
class Shot:
    """One picture: its file, whose page, and how wide."""

    name: str
    username: str
    path: str
    phone: bool = False
    dark: bool = False


SHOTS = (
    Shot("home", "county", "/"),
    Shot("home-phone", "first-secretary", "/", phone=True),
    Shot("villages", "county", "/villages/"),
    Shot("villages-dark", "county", "/villages/", dark=True),
    Shot("villages-phone", "clerk", "/villages/", phone=True),
    Shot("township", "township", "/townships/"),
    Shot("search", "county", "/search/?q=qx"),
    Shot("months", "county", "/months/"),
    Shot("import", "clerk", "/imports/new/"),
    Shot("users", "secadmin", "/accounts/users/"),
    Shot("audit", "auditor", "/accounts/audit/"),
    Shot("help-phone", "clerk", "/help/", phone=True),
)


def main(wanted: list[str]) -> None:
    """Takes all pictures, or those named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    shots = [one for one in SHOTS if not wanted or one.name in wanted]
    with (
        tempfile.TemporaryDirectory(prefix="portal-pictures-") as folder,
        portal(Path(folder)) as place,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*FLAGS])
        for shot in shots:
            take(browser, place, shot)
        browser.close()
        if not wanted or DISPATCH in wanted:
            photograph(place, Path(folder))


def take(browser: Browser, place: Portal, shot: Shot) -> None:
    """One picture, in a window of its own."""
    context = browser.new_context(
        viewport=PHONE if shot.phone else DESKTOP, locale="zh-CN", base_url=place.url,
        reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    sign_in(page, shot.username)
    if shot.dark:
        context.add_cookies([{"name": "theme", "value": "dark", "url": place.url}])
    page.goto(shot.path)
    page.screenshot(path=FOLDER / f"{shot.name}.png")
    context.close()
    print(shot.name)


def photograph(place: Portal, folder: Path) -> None:
    """The first page of September's issued dispatch as a printer makes it."""
    out = folder / DISPATCH
    hand(place, "make_report", "monthly", "2026-09", "--out", str(out))
    document = next(out.glob("*.docx"))
    page_picture(document.read_bytes(), out, FOLDER / f"{DISPATCH}.png")
    print(DISPATCH)


if __name__ == "__main__":
    main(sys.argv[1:])
