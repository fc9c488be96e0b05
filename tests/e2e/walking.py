"""From link to link through everything that one account can reach."""

import os
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

_LINKS = """() => [...document.querySelectorAll("a[href]")]
  .filter((one) => !one.hasAttribute("download")).map((one) => one.href)"""
# How many pages of one kind are opened: they differ by their rows alone.
MOST = int(os.environ.get("E2E_INSTANCES", "2"))
# How many pages an account opens at most; 0 is all of them.
PAGES = int(os.environ.get("E2E_PAGES", "0"))
FILES = ("format=csv", "format=xlsx", ".xlsx", ".json", ".csv")


@dataclass
class Walk:
    """Addresses still to be opened and how many of each kind were.

    `wide` opens the list of every ledger; forms and rows, and lists for others, are met a few
    times: all are made by one declaration.
    """

    url: str
    wide: bool = False
    waiting: deque[str] = field(default_factory=lambda: deque(["/"]))
    known: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[str]:
        while self.waiting and not (PAGES and len(self.known) >= PAGES):
            path = self.waiting.popleft()
            kind = kind_of(path, wide=self.wide)
            if path not in self.known and self.kinds[kind] < self._most(kind):
                self.known.add(path)
                self.kinds[kind] += 1
                yield path

    def _most(self, kind: str) -> int:
        """Questions to a list are the same page again: one of each is enough."""
        own_ledger = self.wide and kind.startswith("ledgers:")
        return 1 if "?" in kind or own_ledger else MOST

    def gather(self, page: Page) -> None:
        """The links of an open page that stay on this site.

        Help pages speak to all roles and point at pages of all roles; a refusal there is right.
        """
        from_help = urlsplit(page.url).path.startswith("/help/")
        for link in page.evaluate(_LINKS):
            parts = urlsplit(link)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            if f"{parts.scheme}://{parts.netloc}" == self.url and not _is_file(path):
                if from_help and not path.startswith("/help/"):
                    continue
                self.waiting.append(path)


def _is_file(path: str) -> bool:
    return path.startswith("/static/") or any(mark in path for mark in FILES)


def kind_of(path: str, *, wide: bool = False) -> str:
    """The name of the address and of its parameters: what makes two pages the same kind."""
    parts = urlsplit(path)
    names = sorted({name for name, _value in parse_qsl(parts.query)})
    try:
        found = resolve(parts.path)
    except Resolver404:
        return path
    name = found.view_name or parts.path
    # A page of the help is written by hand, each its own.
    name = path if name == "help:page" else name
    name = _of_ledger(name, wide=wide) if name.startswith("ledgers:") else name
    return f"{name}?{','.join(names)}" if names else name


def _of_ledger(name: str, *, wide: bool) -> str:
    """The page's shape (list, form, row, edit …), and which ledger it is where that counts."""
    ledger, _mark, page = name.removeprefix("ledgers:").partition("_")
    return f"ledgers:{ledger if wide and not page else '*'}_{page}"
