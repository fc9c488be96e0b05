"""What is wrong with a page that is open: one sentence per fault."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page

from tests.browser.people import DESKTOP, PHONE
from tests.browser.portal import ROOT

AXE = ROOT / ".assets" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The page of the API's redoc makes its own document: only the library can change it.
FOREIGN_PAGES = ("/api/v1/docs/", "/api/v1/redoc/")

# Runs before every page: keeps what the content policy refused.
WATCH = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""
_FACTS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return {
    title: document.title,
    headings: document.querySelectorAll("h1").length,
    twice: [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))],
    refused: window.__refused,
    language: document.documentElement.lang,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.querySelectorAll("main *")]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 3).map((one) => one.outerHTML.slice(0, 90)),
  };
}"""
_AXE = """async (options) => {
  const found = await axe.run(document, options);
  return found.violations.map((one) => ({
    id: one.id,
    nodes: one.nodes.slice(0, 3)
      .map((node) => `${node.target.join(" ")} ${node.html.slice(0, 110)}`),
    count: one.nodes.length,
  }));
}"""
# Colours that fade would be measured half-way: every transition is ended at once.
_THEME = """(theme) => {
  document.documentElement.dataset.bsTheme = theme;
  document.body.getBoundingClientRect();
  document.getAnimations().forEach((one) => one.finish());
}"""


class Ears:
    """Errors of console, scripts and requests since the last question."""

    def __init__(self, page: Page) -> None:
        self._heard: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._heard.append(f"script error: {error}"))
        page.on(
            "response",
            lambda answer: (
                self._heard.append(f"{answer.status} {answer.url}")
                if answer.status >= 400 and not answer.request.is_navigation_request()
                else None
            ),
        )

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._heard.append(f"console: {message.text}")

    def drain(self) -> list[str]:
        """What was heard; afterwards nothing."""
        heard, self._heard = self._heard, []
        return heard


def faults_of(page: Page, county: str, *, whole: bool) -> Iterator[str]:
    """Shape, contents and accessibility: on the desk and on the phone, light and dark.

    Not `whole` where somebody else's page of the same kind was looked at from all sides: then
    shape, accessibility on the desk and width on the phone.
    """
    page.set_viewport_size(DESKTOP)
    facts = page.evaluate(_FACTS)
    yield from _shape(facts, county)
    page.evaluate(_axe_source())
    yield from _axe(page, "desk", {"runOnly": TAGS})
    page.set_viewport_size(PHONE)
    yield from _narrow(page)
    if whole:
        yield from _axe(page, "phone", {"runOnly": TAGS})
        yield from _dark(page)


def _dark(page: Page) -> Iterator[str]:
    """The theme changes nothing but colours: contrast is all there is to look at."""
    page.evaluate(_THEME, "dark")
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    yield from _axe(page, "phone, dark", contrast)
    page.set_viewport_size(DESKTOP)
    page.evaluate(_THEME, "dark")
    yield from _axe(page, "desk, dark", contrast)
    page.evaluate(_THEME, "light")


def _shape(facts: dict[str, Any], county: str) -> Iterator[str]:
    if not re.fullmatch(rf"(?:有误:)?[^–]+(?: – [^–]+){{0,2}} – {county}", facts["title"]):
        yield f"title: {facts['title']!r}"
    if facts["headings"] != 1:
        yield f"{facts['headings']} h1"
    if facts["twice"]:
        yield f"ids stand twice: {facts['twice']}"
    if facts["refused"]:
        yield f"content policy: {facts['refused'][:3]}"
    if not facts["language"].startswith("zh"):
        yield f"lang: {facts['language']}"


def _narrow(page: Page) -> Iterator[str]:
    facts = page.evaluate(_FACTS)
    if facts["wide"] > 0:
        yield f"phone: {facts['wide']} px too wide {facts['widest']}"


def _axe(page: Page, where: str, options: dict[str, Any]) -> Iterator[str]:
    for one in page.evaluate(_AXE, options):
        nodes = json.dumps(one["nodes"], ensure_ascii=False)
        yield f"axe {where}: {one['id']} ({one['count']}) {nodes}"


def _axe_source(path: Path = AXE) -> str:
    return path.read_text(encoding="utf-8")
