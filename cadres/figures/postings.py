"""Who is posted where, who is due to rotate, which teams are short."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cadres.figures.places import Place, places
from cadres.models import Leave, Posting
from cadres.wording.resident import PostingRole
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class Team:
    """The team of one village on a day; `short` says how many members are lacking."""

    place: Place
    first_secretary: str
    members: tuple[str, ...]
    short: int

    @property
    def is_whole(self) -> bool:
        """A first secretary and enough members."""
        return bool(self.first_secretary) and not self.short


@dataclass(frozen=True)
class Rotation:
    """A posting whose term ends soon, or is over already (`days` below zero)."""

    uid: str
    village: str
    name: str
    role: str
    unit: str
    due_end_on: date
    days: int


@dataclass(frozen=True)
class TeamFigures:
    """Teams of a territory: whole or not, and villages without anybody posted.

    Not every village must have a team, so those without one are named, not counted as short.
    """

    teams: tuple[Team, ...]
    without: tuple[Place, ...]

    @property
    def incomplete(self) -> tuple[Team, ...]:
        """Teams without a first secretary or with too few members."""
        return tuple(one for one in self.teams if not one.is_whole)


def team_strength(scope: Scope, county: str, on: date) -> TeamFigures:
    """The team of each village on the day. Two queries. Source: postings in force."""
    wanted = parameters.value("cadres.team_members", on=on, county=county)
    rows = Posting.objects.in_scope(scope).in_county(county).on(on).order_by("pk")
    by_village: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for village, role, name in rows.values_list("village_id", "role", "name"):
        by_village[village].append((role, name))
    known = places(scope, county, on)
    teams = (_team(one, by_village[one.pk], wanted) for one in known if one.pk in by_village)
    return TeamFigures(tuple(teams), tuple(one for one in known if one.pk not in by_village))


def team_figures(found: TeamFigures) -> tuple[Figure, ...]:
    """Villages with a team, and the share of whole teams among them."""
    source = _("驻村选派台账")
    whole = len(found.teams) - len(found.incomplete)
    return (
        Figure(
            "teams.villages", _("有驻村工作队的村"), len(found.teams), _("个"), source=source,
            definition=_("当天有第一书记或工作队员在任的村。"),
        ),
        Figure.of_share(
            "teams.whole_share", _("工作队配齐率"), whole, len(found.teams), source=source,
            definition=_("有第一书记、队员不少于县定人数的工作队,占有驻村人员的村。"),
        ),
    )  # fmt: skip


def rotations(scope: Scope, county: str, on: date) -> tuple[Rotation, ...]:
    """Postings whose term ends within the county's months, the earliest first. One query."""
    months = parameters.value("cadres.posting_rotation_months", on=on, county=county)
    rows = Posting.objects.in_scope(scope).in_county(county).on(on)
    rows = rows.filter(due_end_on__lte=add_months(on, months)).select_related("village")
    return tuple(
        Rotation(
            one.uid, one.village.name, one.name, str(one.get_role_display()), one.unit,
            one.due_end_on, (one.due_end_on - on).days,
        )
        for one in rows.order_by("due_end_on", "village__code", "pk")
    )  # fmt: skip


def away(scope: Scope, county: str, on: date) -> list[Leave]:
    """Granted leaves that run on the day, with who stands in. One query."""
    rows = Leave.objects.in_scope(scope).in_county(county).away_on(on)
    rows = rows.select_related("posting", "village", "substitute")
    return list(rows.order_by("village__code", "from_on"))


def _team(place: Place, people: list[tuple[str, str]], wanted: int) -> Team:
    first = [name for role, name in people if role == PostingRole.FIRST_SECRETARY]
    members = [name for role, name in people if role == PostingRole.MEMBER]
    return Team(place, first[0] if first else "", tuple(members), max(0, wanted - len(members)))
