"""What people do first in a browser."""

from playwright.sync_api import Page

from tests.browser.portal import PASSWORD

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Types name and password and waits for the next page."""
    page.goto("/accounts/sign-in/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()
