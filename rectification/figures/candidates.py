"""The candidates of a year's screening: all villages from the bottom, each with its reasons (倒排).

The share of listed villages is told beside what other places list; nothing is forced by it, and
what only a quota would add is marked as such.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from rectification.choices import ScreeningOutcome
from rectification.figures.candidate_history import History
from rectification.figures.hints import Readings, reading_of, readings
from rectification.hints import HINTS
from rectification.models import (
    RectificationCase,
    ScreeningDecision,
    ScreeningItem,
    ScreeningStandard,
)
from rectification.rules.screening import (
    Reading,
    Standing,
    from_the_bottom,
    judge,
    only_by_quota,
    places,
)
from villages.affairs.figures import Roll, roll
from villages.common.scope import Scope

FACTS_MOST = 500


@dataclass(frozen=True)
class Finding:
    """One situation of the standard held against one village.

    `matched` is None where nobody can say. `by_people`: no figure, somebody found it.
    """

    item: ScreeningItem
    reading: Reading
    matched: bool | None
    by_people: str = ""

    @property
    def text(self) -> str:
        """The value behind it, for people."""
        return self.by_people or self.reading.text


@dataclass(frozen=True)
class Candidate:
    """One village as of a day: what fits, what is unknown, what happened before.

    `case` is its case of this year or the one that is still open, `times_listed` counts the
    years before, `relapsed` says that an earlier case came back. `by_quota` villages would enter
    only so that the lower share is reached.
    """

    village: int
    code: str
    findings: tuple[Finding, ...]
    place: int
    times_listed: int
    relapsed: bool
    case: RectificationCase | None
    decision: ScreeningDecision | None
    by_quota: bool = False

    @property
    def matched(self) -> tuple[Finding, ...]:
        """Situations that fit."""
        return tuple(one for one in self.findings if one.matched)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """Situations with a figure of which nobody can say."""
        return tuple(one for one in self.findings if one.matched is None)

    @property
    def points(self) -> int:
        """The weight of all that fits."""
        return sum(one.item.points for one in self.matched)


@dataclass(frozen=True)
class Screening:
    """All candidates of a standard on a day, the weakest first.

    `listed` villages are on the county's list of the year.
    """

    standard: ScreeningStandard
    on: date
    items: tuple[ScreeningItem, ...]
    candidates: tuple[Candidate, ...]
    listed: int

    @property
    def by_quota(self) -> tuple[Candidate, ...]:
        """Those that only a quota would add."""
        return tuple(one for one in self.candidates if one.by_quota)

    def of(self, codes: Iterable[str]) -> tuple[Candidate, ...]:
        """The candidates of these villages, in the same order."""
        wanted = set(codes)
        return tuple(one for one in self.candidates if one.code in wanted)


def situations_found(one: Candidate | None) -> list[tuple[ScreeningItem, str]]:
    """The situations that fit with what figures or people say of each, as a case holds them."""
    return [(each.item, each.text[:FACTS_MOST]) for each in (one.matched if one else ())]


def screening(standard: ScreeningStandard, on: date, *, restricted: bool) -> Screening:
    """All villages of the standard's county. Without `restricted` as if these situations were
    not in the standard: neither points nor places tell of them.

    The number of queries does not grow with the number of villages.
    """
    county = standard.county_code
    of = roll(Scope.of([county]), county, on)
    items = [one for one in standard.items.order_by("code") if restricted or not one.restricted]
    history = History(of, standard.year)
    known = readings(county, on, of)
    rows = [_candidate(of, pk, items, known, history) for pk in of.codes]
    ranked = from_the_bottom(_standing(one) for one in rows)
    place, quota = places(ranked), _quota(ranked, rows, standard)
    by_code = {one.code: one for one in rows}
    ordered = tuple(
        replace(by_code[one.code], place=place[one.code], by_quota=one.code in quota)
        for one in ranked
    )
    return Screening(standard, on, tuple(items), ordered, history.listed_this_year)


def _candidate(
    of: Roll, pk: int, items: Sequence[ScreeningItem], known: Readings, history: History
) -> Candidate:
    said = history.situations.get(pk, {})
    findings = [_finding(one, pk, known, said.get(one.code)) for one in items]
    return Candidate(
        pk, of.codes[pk], _without_lonely(findings), 0, history.times.get(pk, 0),
        pk in history.relapsed, history.cases.get(pk), history.decisions.get(pk),
    )  # fmt: skip


def _finding(item: ScreeningItem, pk: int, known: Readings, said: str | None) -> Finding:
    """What people registered stands, whatever the figure says."""
    reading = reading_of(known, item.hint, pk)
    if said is not None:
        return Finding(item, reading, True, said or reading.text or _("已登记"))
    hint = HINTS.get(item.hint)
    if hint is None:
        return Finding(item, reading, False)
    limit = hint.limit if item.limit is None else Fraction(item.limit)
    return Finding(item, reading, judge(reading, hint.compare, limit))


def _without_lonely(findings: list[Finding]) -> tuple[Finding, ...]:
    """Hints that count only beside another situation do not make a candidate by themselves."""
    other = any(one.matched and not _is_dependent(one) for one in findings)
    return tuple(
        replace(one, matched=False) if one.matched and not other and _is_dependent(one) else one
        for one in findings
    )


def _is_dependent(one: Finding) -> bool:
    hint = HINTS.get(one.item.hint)
    return bool(hint and hint.with_others and not one.by_people)


def _standing(one: Candidate) -> Standing:
    return Standing(one.code, one.points, one.times_listed, len(one.unknown))


def _quota(
    ranked: list[Standing], rows: list[Candidate], standard: ScreeningStandard
) -> tuple[str, ...]:
    decided = {one.code for one in rows if one.decision}
    chosen = {
        one.code for one in rows if one.decision and one.decision.outcome == ScreeningOutcome.IN
    }
    suggested = {one.code for one in rows if one.points and one.code not in decided}
    on_list = {one.code for one in rows if one.case}
    anyway = chosen | suggested | on_list
    return only_by_quota(ranked, anyway, decided, Fraction(standard.low_share))
