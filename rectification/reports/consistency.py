"""The box of contradictions that somebody reads before a report is issued. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rectification.reports.content import ReportContent
from rectification.reports.contradictions import figures, sums, wording


@dataclass(frozen=True)
class Contradiction:
    """Something that cannot be right. `kind` names the check; `place` the figure, sentence or
    table; `text` says it in Chinese, with both numbers."""

    kind: str
    place: str
    text: str


Check = Callable[[ReportContent], Iterable[tuple[str, str]]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("parts", sums.parts),
    ("townships", sums.townships),
    ("formula", figures.formulas),
    ("share", figures.shares),
    ("base", figures.bases),
    ("known", figures.known),
    ("table", figures.tables),
    ("empty", wording.empty),
    ("digits", wording.digits),
    ("twice", wording.keys),
)


def consistency(content: ReportContent, forbidden: Iterable[str] = ()) -> list[Contradiction]:
    """Everything that does not fit together in a report, in order of the checks; `forbidden` are
    words that it may not hold (see `parameters.forbidden_words`). Nothing in a sound report."""
    found = [
        Contradiction(kind, place, text) for kind, check in CHECKS for place, text in check(content)
    ]
    return [*found, *_words(content, forbidden)]


def _words(content: ReportContent, forbidden: Iterable[str]) -> Iterator[Contradiction]:
    for place, text in wording.forbidden(content, forbidden):
        yield Contradiction("words", place, text)
