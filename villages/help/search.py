"""Help pages in the help centre's own search and in the search of the header."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.registries import SearchHit, SearchSource
from villages.help import markup, matching
from villages.help.pages import Page, all_pages


@dataclass(frozen=True)
class Found:
    """A page that fits, with the words around the first hit as (text, is it the hit)."""

    page: Page
    excerpt: list[tuple[str, bool]]


def find(query: str) -> list[Found]:
    """All pages that fit a query, the best first."""
    slugs = matching.ranked(query, _words().items())
    return [
        Found(all_pages()[slug], matching.excerpt(query, _words()[slug].body)) for slug in slugs
    ]


def hits(user: Any, query: str, limit: int) -> Iterable[SearchHit]:
    """The best pages whose title or summary holds the query: help must not bury villages."""
    key = query.strip().casefold()
    near = [
        one.page for one in find(query) if key in f"{one.page.title} {one.page.summary}".casefold()
    ]
    return [SearchHit(page.title, page.url, page.summary) for page in near[:limit]]


@cache
def _words() -> dict[str, matching.Words]:
    return {
        slug: matching.Words(page.title, page.summary, markup.plain(slug))
        for slug, page in all_pages().items()
    }


SEARCH = (SearchSource("help", _("帮助"), 900, lambda user: True, hits),)
