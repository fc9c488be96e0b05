"""The question to a list, and how links of its page repeat it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from villages.lists.models import SavedView


@dataclass(frozen=True)
class Asked:
    """The question: filters, words, order, page; `params` holds filters, `q` and `sort`.

    `links` is what every link of the page repeats: the name of an unchanged view, or the
    whole question.
    """

    params: QueryDict
    links: QueryDict
    view: SavedView | None
    words: str
    sort: str
    page: int
    size: int
    output: str
    unknown: tuple[str, ...]

    def address(self, **changes: str | None) -> str:
        """The query string with some parts changed; None takes a part away. Starts with `?`."""
        query = self.links.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"?{query.urlencode()}"

    def without(self, names: Iterable[str]) -> str:
        """The same question without some of its conditions, from its first page."""
        query = self.params.copy()
        for name in names:
            query.pop(name, None)
        if "view" in self.links:
            query["view"] = str(self.links["view"])
        if self.view:
            query.setdefault("q", "")
        return f"?{query.urlencode()}"

    @property
    def question(self) -> str:
        """What a saved view keeps: conditions and order, nothing empty."""
        kept = QueryDict(mutable=True)
        for key, values in self.params.lists():
            if filled := [value for value in values if value != ""]:
                kept.setlist(key, filled)
        return kept.urlencode()

    @property
    def is_changed(self) -> bool:
        """Whether a view is open and the question is no longer its own."""
        return self.view is not None and "q" in self.links
