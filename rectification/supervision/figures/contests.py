"""The result of a contest: the only place at which its scores are added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from rectification.supervision.models import Contest, ContestEntry, JudgeScore
from rectification.supervision.parameters.contests import bands
from rectification.supervision.rules import contest as rules
from rectification.supervision.rules import contest_awards
from rectification.supervision.rules.contest import Aspect, Gap, Judged, Score
from rectification.supervision.rules.contest_awards import Award, Band


@dataclass(frozen=True)
class Line:
    """One village: its points, place and awards that come into question inside its group.

    Everything is None or empty while scores are missing; place and award are those that the
    scores give, what was decided stands in the entry.
    """

    entry: Any
    judged: Judged
    band: Band | None
    place: int | None
    may_get: tuple[Award, ...]

    @property
    def is_open(self) -> bool:
        """Equal totals lie across the border of awards, and nobody has decided yet."""
        return len(self.may_get) > 1 and not self.entry.award


@dataclass(frozen=True)
class Result:
    """A contest as its scores stand. `judges` of the site visit and of the speech."""

    contest: Contest
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    aspects: tuple[Aspect, ...]
    judges: dict[bool, list[str]] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[int, str]:
        """Villages by key of the entry."""
        return {one.entry.pk: one.entry.village.full_name for one in self.lines}

    @cached_property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The lines of each group, by code of the village: no order of merit."""
        ordered = sorted(self.lines, key=lambda one: (one.entry.group, one.entry.village.code))
        return [
            (name, list(found)) for name, found in groupby(ordered, lambda one: one.entry.group)
        ]

    @property
    def rubric(self) -> dict[bool, Decimal]:
        """The points of the aspects of each part."""
        return {
            part: sum((one.points for one in self.aspects if one.at_speech == part), Decimal(0))
            for part in (False, True)
        }

    @property
    def open_lines(self) -> list[Line]:
        """Villages whose award people decide."""
        return [one for one in self.lines if one.is_open]


def result(contest: Contest) -> Result:
    """The result of a contest from all its scores. Three queries.

    Totals of villages with missing scores are unknown, never zero; then no place and no award is
    known in their group. Bands by the county's percentages on the day of the contest.
    """
    entries = list(entries_of(contest))
    aspects = aspects_of(contest)
    scores = scores_of(contest)
    found = rules.judged(
        [one.pk for one in entries], aspects, scores, drops_ends=contest.drops_ends
    )
    lines = [one for group in _by_group(entries) for one in _lines(contest, group, found)]
    return Result(
        contest, tuple(lines), rules.gaps([one.pk for one in entries], aspects, scores),
        tuple(aspects),
        {
            part: rules.judges_of(aspects, scores, at_speech=part) for part in (False, True)
        },
    )  # fmt: skip


def entries_of(contest: Contest) -> Any:
    """The villages that take part, by group and code."""
    rows = ContestEntry.objects.filter(contest=contest)
    rows = rows.select_related("contest", "village__township")
    return rows.order_by("group", "village__code")


def aspects_of(contest: Contest) -> list[Aspect]:
    """The rubric, site visit first."""
    rows = contest.aspects.order_by("at_speech", "seq")
    return [Aspect(one.pk, one.name, one.at_speech, one.points) for one in rows]


def scores_of(contest: Contest) -> list[Score]:
    """All scores."""
    rows = JudgeScore.objects.filter(entry__contest=contest).order_by()
    return [Score(*one) for one in rows.values_list("entry_id", "aspect_id", "judge", "points")]


def full_points(contest: Contest) -> int:
    """The most that a village can get."""
    return int(contest.site_points) + int(contest.speech_points)


def _by_group(entries: Iterable[ContestEntry]) -> list[list[ContestEntry]]:
    return [list(found) for _name, found in groupby(entries, lambda one: one.group)]


def _lines(
    contest: Contest, entries: Sequence[ContestEntry], judged: dict[int, Judged]
) -> list[Line]:
    good, fair = bands(contest.county_code, contest.held_on)
    totals = {one.pk: total for one in entries if (total := judged[one.pk].total) is not None}
    whole = len(totals) == len(entries)
    numbers = (contest.first_awards, contest.second_awards, contest.third_awards)
    places = contest_awards.places(totals) if whole else {}
    awards = contest_awards.awards(totals, numbers) if whole else {}
    full = full_points(contest)
    return [
        Line(
            entry=one, judged=judged[one.pk],
            band=None if one.pk not in totals
            else contest_awards.band(totals[one.pk], full, good, fair),
            place=places.get(one.pk), may_get=awards.get(one.pk, ()),
        )
        for one in entries
    ]  # fmt: skip
