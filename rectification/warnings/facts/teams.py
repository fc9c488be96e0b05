"""What the cadre ledgers say, for W01 W02 W12-W14."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cadres.figures import VillageTeam, teams
from cadres.figures.dispositions import Sanctioned, sanctioned, secretaries_on_file
from cadres.figures.empty_seats import EmptySeats, empty_seats
from cadres.figures.unreviewed import Reviewed, unreviewed
from cadres.parameters.reviews import REQUIRED
from cadres.rules.reviews import Standing
from rectification.warnings.facts.asking import Asked

_NOBODY = Sanctioned(0, secretary=False)


def known(asked: Asked) -> dict[int, dict[str, Any]]:
    """By village (primary key) the fields of `rules/known/teams.py` that are known. Nine queries,
    eight where nobody was sanctioned.

    Reviews and sanctions are written down when they happen: a village with a ledger of its cadres
    and without such a row had none.
    """
    where = (asked.scope, asked.county, asked.on)
    seats, reviews = empty_seats(*where), unreviewed(*where)
    punished, on_file = sanctioned(*where), secretaries_on_file(*where)
    demanded = bool(asked.roll.number(REQUIRED))
    return {
        pk: {
            **_team(one, asked.on),
            **_seats(seats.get(pk)),
            **_reviews(reviews.get(pk, Reviewed()), demanded=demanded),
            **_sanctions(punished.get(pk, _NOBODY)),
            "secretary_on_file": pk in on_file,
        }
        for pk, one in teams(*where).items()
    }


def _team(team: VillageTeam, on: date) -> Mapping[str, Any]:
    known: dict[str, Any] = {
        "has_secretary": team.has_secretary,
        "reserve": team.reserve,
        "youngest_age": _age(team.youngest_birth, on),
        "ages_missing": team.births_missing,
    }
    if team.vacant_since is not None:
        known["vacant_days"] = (on - team.vacant_since).days
    elif not team.has_secretary:
        known["vacant_at_least"] = max(0, (on - team.known_since).days)
    return known


def _age(birth_month: int | None, on: date) -> int | None:
    """Full years by the month: whoever was born this month counts as having had the birthday."""
    if birth_month is None:
        return None
    year, month = divmod(birth_month, 100)
    return on.year - year - (on.month < month)


def _seats(found: EmptySeats | None) -> Mapping[str, Any]:
    if found is None:
        return {}
    days = (f"{one.days}{'+' if one.at_least else ''}" for one in found.empty)
    return {"seats": found.seats, "empty_days": " ".join(days)}


def _reviews(found: Reviewed, *, demanded: bool) -> Mapping[str, Any]:
    without = found.without
    return {
        "unreviewed": len(without),
        "unreviewed_days": without[0].days if without else 0,
        "review_rejected": sum(one.standing is Standing.REJECTED for one in without),
        # Who took office before a review was demanded need not have one.
        "review_undated": found.undated if demanded else 0,
    }


def _sanctions(found: Sanctioned) -> Mapping[str, Any]:
    return {"sanctioned": found.people, "secretary_sanctioned": found.secretary}
