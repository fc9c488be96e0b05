"""What a browser would send for the form of a page, before anybody touches it."""

from html.parser import HTMLParser
from typing import Any


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.area = self.choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        name = given.get("name") or ""
        if tag == "textarea":
            self.area = name
            self.sent[name] = [""]
        elif tag == "select":
            self.choice = name
        elif tag == "option" and "selected" in given:
            self._add(self.choice, given["value"])
        elif tag == "input" and name and given.get("type") in ("checkbox", "radio"):
            if "checked" in given:
                self._add(name, given.get("value", "on"))
        elif tag == "input" and name:
            self._add(name, given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A line end right behind the tag belongs to the markup.
            self.sent[self.area] = [self.sent[self.area][0].removeprefix("\n")]
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.sent[self.area] = [self.sent[self.area][0] + data]

    def _add(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value)


def form_of(page: str) -> dict[str, list[str]]:
    """All fields of the last form with several fields; line ends as browsers send them."""
    forms = [part.split("</form>", 1)[0] for part in page.split("<form")[1:]]
    found = _Form()
    found.feed("<form" + max(forms, key=len))
    return {
        name: [one.replace("\r\n", "\n").replace("\n", "\r\n") for one in values]
        for name, values in found.sent.items()
        if name != "csrfmiddlewaretoken"
    }
