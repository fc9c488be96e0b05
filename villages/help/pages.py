"""The help pages: read once from Markdown files under templates/help/."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages.help import front_matter
from villages.help.audience import AUDIENCES, EVERYBODY

# In the order in which they stand in the list: key → (label, icon).
GROUPS: dict[str, tuple[Any, str]] = {
    "start": (_("入门"), "home"),
    "signin": (_("登录与账号"), "login"),
    "villages": (_("区划与村"), "map-pin"),
    "ledgers": (_("业务台账"), "table"),
    "lists": (_("列表与导出"), "table"),
    "people": (_("用户与权限"), "users"),
    "trail": (_("操作留痕"), "history"),
    "system": (_("部署与维护"), "settings"),
    "api": (_("数据接口"), "api"),
    "about": (_("承诺与说明"), "shield-check"),
}
KINDS = frozenset({"task", "reference"})
_NEEDED = ("title", "summary", "group", "order", "roles", "kind")


@dataclass(frozen=True)
class Page:
    """One help page.

    `roles` are audiences, or "all"; `pages` the names of the addresses whose "?" leads here, an
    ending `*` stands for any rest; `public` pages are read without signing in. A `task` page
    tells steps, refusals and whom to ask; a `reference` page is looked up.
    """

    slug: str
    title: str
    summary: str
    group: str
    order: int
    roles: frozenset[str]
    kind: str
    text: str = field(repr=False)
    pages: tuple[str, ...] = ()
    public: bool = False

    @property
    def url(self) -> str:
        """Its address."""
        return reverse("help:page", args=[self.slug])

    def is_for(self, audience: str) -> bool:
        """Whether this audience needs it; pages for everybody included."""
        return bool(self.roles & {audience, EVERYBODY})


@cache
def all_pages() -> dict[str, Page]:
    """All pages by slug, in the order of the list."""
    folder = Path(settings.BASE_DIR) / "templates" / "help"
    found = [read(path.stem, path.read_text("utf-8")) for path in sorted(folder.rglob("*.md"))]
    groups = list(GROUPS)
    found.sort(key=lambda one: (groups.index(one.group), one.order, one.slug))
    return {one.slug: one for one in found}


def read(slug: str, source: str) -> Page:
    """A page from the content of its file; ValueError says what its head lacks."""
    head, text = front_matter.split(source, slug)
    if missing := [key for key in _NEEDED if not head.get(key)]:
        raise ValueError(f"{slug}: the head lacks {', '.join(missing)}")
    roles = frozenset(front_matter.words(head["roles"]))
    _check(slug, head, roles)
    return Page(
        slug, head["title"], head["summary"], head["group"], int(head["order"]), roles,
        head["kind"], text, front_matter.words(head.get("pages", "")),
        head.get("public", "") == "true",
    )  # fmt: skip


def _check(slug: str, head: dict[str, str], roles: frozenset[str]) -> None:
    if head["group"] not in GROUPS or head["kind"] not in KINDS:
        raise ValueError(f"{slug}: unknown group “{head['group']}” or kind “{head['kind']}”")
    if strange := roles - set(AUDIENCES) - {EVERYBODY}:
        raise ValueError(f"{slug}: unknown roles {', '.join(sorted(strange))}")


def grouped(pages: Iterable[Page]) -> list[tuple[Any, str, list[Page]]]:
    """(label, icon, pages) of every group that has a page among these."""
    found: dict[str, list[Page]] = {}
    for one in pages:
        found.setdefault(one.group, []).append(one)
    return [(*GROUPS[group], found[group]) for group in GROUPS if group in found]


def for_url_name(name: str) -> Page | None:
    """The page that explains an address: named exactly, else by the longest beginning."""
    named = [
        (len(pattern) if pattern != name else len(name) + 1, one)
        for one in all_pages().values()
        for pattern in one.pages
        if fnmatchcase(name, pattern)
    ]
    return max(named, key=lambda pair: pair[0])[1] if named else None
