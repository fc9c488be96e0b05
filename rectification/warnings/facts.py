"""Collects what is known of all villages of a county, for the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from branches.figures import Members, members
from cadres.figures import VillageTeam, teams
from collective_economy.figures import VillageIncome, village_income
from rectification.warnings.rules import VillageFacts
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village


@dataclass(frozen=True)
class Known:
    """A village and what is known of it."""

    village: int
    code: str
    facts: VillageFacts


def collect(county: str, month: Month) -> list[Known]:
    """All villages of the county on the map at the month's end, in order of their codes.

    A running month is judged as of today. Six queries, however many villages there are.
    """
    on = min(month.end, clock.today())
    scope = Scope.of([county])
    villages = Village.objects.in_county(county).on(on).order_by("code").values_list("pk", "code")
    team, size = teams(scope, county, on), members(scope, county, on)
    income = village_income(scope, county, month)
    return [
        Known(pk, code, _facts(month, on, team.get(pk), size.get(pk), income.get(pk)))
        for pk, code in villages
    ]


def _facts(
    month: Month,
    on: date,
    team: VillageTeam | None,
    size: Members | None,
    income: VillageIncome | None,
) -> VillageFacts:
    known: dict[str, object] = {**_team(team, on), **_size(size)}
    if income is not None:
        known["operating_fen"] = income.operating_fen
    return VillageFacts.from_json({"months": month.month, **known})


def _team(team: VillageTeam | None, on: date) -> Mapping[str, object]:
    if team is None:
        return {}
    known: dict[str, object] = {
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


def _size(size: Members | None) -> Mapping[str, object]:
    if size is None:
        return {}
    return {
        "members": size.formal,
        "smallest_branch": size.smallest,
        "largest_branch": size.largest,
        "branches": size.branches,
        "members_source": size.source,
    }
