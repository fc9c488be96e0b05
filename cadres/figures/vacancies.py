"""Empty posts and seats of villages, with the days they have been empty (缺职天数)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cadres.choices import COMMITTEE, PARTY, SUPERVISION, Post
from cadres.figures.places import Place, places
from cadres.figures.seats import Seats, seat_history
from cadres.models import PostTenure
from cadres.rules.vacancy import Short, Span, Wanted, short_of
from villages.common.scope import Scope


class Chair(TextChoices):
    """What can be empty: a post that every village has once, or seats of a body."""

    SECRETARY = "secretary", _("党组织书记")
    DIRECTOR = "director", _("村委会主任")
    PARTY = "party", _("党组织委员会")
    COMMITTEE = "committee", _("村民委员会")
    SUPERVISION = "supervision", _("村务监督委员会")


HELD_BY: dict[Chair, frozenset[str]] = {
    Chair.SECRETARY: frozenset({Post.SECRETARY}),
    Chair.DIRECTOR: frozenset({Post.DIRECTOR}),
    Chair.PARTY: PARTY,
    Chair.COMMITTEE: COMMITTEE,
    Chair.SUPERVISION: SUPERVISION,
}
_RANK = {chair: place for place, chair in enumerate(Chair)}


@dataclass(frozen=True)
class Vacancy:
    """One empty post, or empty seats of one body, of one village on a day.

    `missing` seats out of `seats`; `days` since `since` without a break. `at_least` says that
    the ledger does not reach back to the beginning of the gap.
    """

    place: Place
    chair: Chair
    missing: int
    seats: int
    since: date
    days: int
    at_least: bool


class Held(NamedTuple):
    """One post of one person, and since when the ledger shows it."""

    village: int
    post: str
    person: int
    start: date | None
    end: date | None
    recorded: date


def vacancies(scope: Scope, county: str, on: date) -> list[Vacancy]:
    """All gaps of the territory on the day, longest first. Three queries.

    Villages without any ledger are not here: nobody knows whether anything is empty. Seats of
    bodies are judged only where they are laid down. Source: tenures up to the day, seats.
    """
    held = history(scope, county, on)
    laid_down = seat_history(scope, county, on)
    found = [
        one
        for place in places(scope, county, on)
        if place.pk in held
        for one in _of_village(place, held[place.pk], laid_down.get(place.pk, []), on)
    ]
    return sorted(found, key=lambda one: (-one.days, _RANK[one.chair], one.place.code))


def history(scope: Scope, county: str, on: date) -> dict[int, list[Held]]:
    """All posts ever held, by primary key of the village. One query."""
    rows = PostTenure.objects.in_scope(scope).in_county(county).order_by("village_id", "id")
    found: dict[int, list[Held]] = defaultdict(list)
    read = ("village_id", "post", "person_id", "started_on", "ended_on", "recorded_on")
    for row in rows.values_list(*read):
        found[row[0]].append(Held(*row))
    return found


def _of_village(
    place: Place, held: list[Held], laid_down: list[Seats], on: date
) -> Iterator[Vacancy]:
    known_since = min(one.recorded for one in held)
    for chair, posts in HELD_BY.items():
        wanted = wanted_of(chair, laid_down)
        spans = [Span(one.person, one.start, one.end) for one in held if one.post in posts]
        short = short_of(spans, wanted, known_since, on)
        if short is not None:
            yield _vacancy(place, chair, short, wanted, on)


def wanted_of(chair: Chair, laid_down: list[Seats]) -> list[Wanted]:
    """How many should sit there: one in a post, as laid down in a body."""
    if chair in (Chair.SECRETARY, Chair.DIRECTOR):
        return [Wanted(date.min, 1)]
    numbers = [(one.valid_from, getattr(one, chair.value)) for one in laid_down]
    return [Wanted(day, number) for day, number in numbers if number is not None]


def _vacancy(place: Place, chair: Chair, short: Short, wanted: list[Wanted], on: date) -> Vacancy:
    seats = [one.number for one in wanted if one.since <= on][-1]
    return Vacancy(place, chair, short.missing, seats, short.since, short.days(on), short.at_least)
