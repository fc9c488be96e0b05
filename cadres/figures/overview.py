"""The figures of cadres that a county reads first, each with base, gaps and source."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext as _

from cadres.figures.completeness import completeness
from cadres.figures.reserves import VillageReserve, reserves
from cadres.figures.structure import structure
from cadres.figures.structure_rows import StructureRow
from cadres.figures.team_states import Completeness
from cadres.figures.terms import MEASURES, share_of
from cadres.figures.vacancies import Chair, Vacancy, vacancies
from villages.common.figures import Figure, Missing
from villages.common.scope import Scope

SHOWN_SHARES = ("one_shoulder", "women", "high_school", "young")


@dataclass(frozen=True)
class Overview:
    """Everything of one territory and day, computed once; `figures` are for people."""

    rows: tuple[StructureRow, ...]
    teams: Completeness
    vacancies: tuple[Vacancy, ...]
    reserves: tuple[VillageReserve, ...]
    figures: tuple[Figure, ...]

    def figure(self, code: str) -> Figure:
        """The figure of this code; KeyError where there is none."""
        return {one.code: one for one in self.figures}[code]


def overview(scope: Scope, county: str, on: date) -> Overview:
    """The whole of a territory on a day. Fifteen queries.

    Source: people, tenures, seats and plans of the cadre ledgers.
    """
    rows = tuple(structure(scope, county, on))
    teams = completeness(scope, county, on)
    empty = tuple(vacancies(scope, county, on))
    reserve = tuple(reserves(scope, county, on))
    found = (
        *_people(rows[0]),
        *_complete(teams),
        *_empty(rows[0], empty),
        *_reserve(reserve),
    )
    return Overview(rows, teams, empty, reserve, found)


def _people(whole: StructureRow) -> list[Figure]:
    counts = whole.counts
    about: dict[str, Any] = {"missing": whole.unknown, "source": _("村干部台账")}
    age = counts.average_age
    return [
        Figure(
            "cadres.two_committees", _("两委成员"), counts.people, _("人"),
            definition=_("村党组织和村委会成员,每人计一次。"), **about,
        ),
        *(share_of(one, whole) for one in MEASURES if one.code in SHOWN_SHARES),
        Figure(
            "cadres.average_age", _("两委成员平均年龄"),
            Missing.NO_BASE if age is None else age, _("岁"),
            definition=_("按周岁计,年龄不明的不计。"), **about,
        ),
    ]  # fmt: skip


def _complete(teams: Completeness) -> list[Figure]:
    named = (
        ("branch", _("党组织班子健全的村"), _("有书记,委员不少于职数。")),
        ("committee", _("村委会班子健全的村"), _("有主任,成员不少于职数,其中有女成员。")),
        ("both", _("两委班子都健全的村"), _("两项都符合。")),
    )
    return [_complete_one(teams, key, label, words) for key, label, words in named]


def _complete_one(teams: Completeness, key: str, label: str, words: str) -> Figure:
    """Of the villages that can be judged; the others are named."""
    unknown = teams.codes(attrgetter(key), None)
    count: int = getattr(teams, key)
    return Figure(
        f"cadres.complete_{key}", label, count, _("个村"), numerator=count,
        denominator=len(teams.states) - len(unknown), missing=tuple(sorted(unknown)),
        definition=words, source=_("任职台账、职数核定"),
    )  # fmt: skip


def _empty(whole: StructureRow, empty: tuple[Vacancy, ...]) -> list[Figure]:
    about: dict[str, Any] = {"source": _("任职台账、职数核定")}
    secretaries = sum(one.chair is Chair.SECRETARY for one in empty)
    return [
        Figure(
            "cadres.without_secretary", _("书记空缺的村"), secretaries, _("个村"),
            missing=whole.unknown, definition=_("当日没有在任党组织书记的村。"), **about,
        ),
        Figure(
            "cadres.vacant_seats", _("两委缺职"), whole.counts.vacant, _("人"),
            missing=tuple(sorted({*whole.unknown, *whole.without_seats})),
            definition=_("各班子职数减去实有人数;没有核定职数或没有台账的村不计。"), **about,
        ),
    ]  # fmt: skip


def _reserve(found: tuple[VillageReserve, ...]) -> list[Figure]:
    about: dict[str, Any] = {
        "missing": tuple(one.place.code for one in found if one.people is None),
        "source": _("任职台账"),
    }
    wanted = found[0].wanted if found else 0
    words = _("后备干部少于 %s 人的村。") % wanted
    return [
        Figure(
            "cadres.reserve", _("后备干部"), sum(one.people or 0 for one in found), _("人"),
            definition=_("任职台账中在册的后备干部。"), **about,
        ),
        Figure(
            "cadres.reserve_short", _("后备干部不足的村"), sum(one.missing > 0 for one in found),
            _("个村"), definition=words, **about,
        ),
    ]  # fmt: skip
