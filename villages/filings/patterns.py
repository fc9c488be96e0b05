"""How a township's month came about, as information for whoever reviews it. Pure.

A pattern is a question worth asking, never a score: late, declared entry is fine, and a batch
typed in one sitting is the ordinary way of working. Nothing of it is kept or counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from villages.common.clock import ZONE
from villages.filings.similar import Likeness, Resemblance

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Usual:
    """Up to where nothing is said; county rows.

    `alike` villages with the same changed value, sentence or minute; `hours` before the end of
    the due day; `months` first sent within one hour; `likeness` of sentences not quite the same.
    """

    alike: int = 5
    hours: int = 4
    months: int = 3
    likeness: Likeness = field(default_factory=Likeness)


@dataclass(frozen=True)
class Handed:
    """One village's filing: when it was saved and first sent, what was changed, what was said.

    `changed` are texts of changed values by input, `notes` the sentences beside them.
    """

    code: str
    saved_at: datetime | None = None
    sent_at: datetime | None = None
    changed: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Pattern:
    """What was noticed: a code, how many villages (or months), and which input or words.

    Of sentences nearly the same, `text` is one of them and `about` the other.
    """

    code: str
    count: int
    about: str = ""
    text: str = ""


def patterns(
    handed: Iterable[Handed],
    due_on: date,
    sent: Mapping[int, datetime],
    usual: Usual,
    alike: Sequence[Resemblance] = (),
) -> list[Pattern]:
    """What stands out in one township's month. `sent` are first submissions by month number,
    `alike` its sentences that resemble others."""
    rows = list(handed)
    return [
        *_same_values(rows, usual),
        *_same_words(rows, usual),
        *_alike_words(rows, alike, usual),
        *_same_minute(rows, usual),
        *_on_the_eve(rows, due_on, usual),
        *_many_months(sent, usual),
    ]


def _same_values(rows: Sequence[Handed], usual: Usual) -> Iterator[Pattern]:
    found = Counter((key, text) for one in rows for key, text in one.changed.items() if text)
    for (key, text), count in sorted(found.items()):
        if count >= usual.alike:
            yield Pattern("value", count, key, text)


def _same_words(rows: Sequence[Handed], usual: Usual) -> Iterator[Pattern]:
    for words, count in sorted(_repeated(rows, usual).items()):
        yield Pattern("words", count, text=words)


def _repeated(rows: Sequence[Handed], usual: Usual) -> dict[str, int]:
    """Sentences that enough villages wrote letter by letter."""
    found = Counter(words for one in rows for words in set(one.notes) if words)
    return {words: count for words, count in found.items() if count >= usual.alike}


def _alike_words(
    rows: Sequence[Handed], alike: Sequence[Resemblance], usual: Usual
) -> Iterator[Pattern]:
    """Of other villages this month, beyond what is the same anyway; and of earlier months."""
    told = _repeated(rows, usual)
    others = [one for one in alike if one.other.month == one.said.month]
    earlier = [one for one in alike if one.other.month != one.said.month]
    yield from _enough("similar", [one for one in others if one.said.text not in told], usual)
    yield from _enough("again", earlier, usual)


def _enough(code: str, alike: Sequence[Resemblance], usual: Usual) -> Iterator[Pattern]:
    villages = {one.said.code for one in alike}
    if len(villages) >= usual.alike:
        first = max(alike, key=lambda one: (one.percent, one.said.text, one.other.text))
        yield Pattern(code, len(villages), first.other.text, first.said.text)


def _same_minute(rows: Sequence[Handed], usual: Usual) -> Iterator[Pattern]:
    """Only villages with changed values: confirming unchanged ones together is meant to be fast."""
    minutes: dict[datetime, int] = defaultdict(int)
    for one in rows:
        if one.saved_at and one.changed:
            minutes[one.saved_at.replace(second=0, microsecond=0)] += 1
    count = max(minutes.values(), default=0)
    if count >= usual.alike:
        yield Pattern("minute", count)


def _on_the_eve(rows: Sequence[Handed], due_on: date, usual: Usual) -> Iterator[Pattern]:
    times = [one.sent_at for one in rows if one.sent_at]
    if not times:
        return
    end = datetime.combine(due_on, time(), ZONE) + timedelta(days=1)
    count = sum(timedelta() < end - at <= _HOUR * usual.hours for at in times)
    if count >= usual.alike:
        yield Pattern("eve", count)


def _many_months(sent: Mapping[int, datetime], usual: Usual) -> Iterator[Pattern]:
    times = sorted(sent.values())
    most = max((sum(at <= one <= at + _HOUR for one in times) for at in times), default=0)
    if most >= usual.months:
        yield Pattern("months", most)
