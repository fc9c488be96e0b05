"""Columns of the table of villages about their teams."""

from collections.abc import Iterable

from cadres.figures.team_states import TeamState
from cadres.figures.vacancies import Chair
from rectification.reports.asked import Asked
from rectification.reports.content import Cell
from rectification.reports.told import Column
from rectification.reports.topics.cadre_rows import COUNTS, Read


def columns(asked: Asked, read: Read) -> dict[str, Column]:
    """A village without any ledger has no cell: nobody knows. No query."""
    team = {code: read.teams[pk] for pk, code in asked.code_of.items() if pk in read.teams}
    wanted = read.figures.reserve_wanted
    counts = {
        key: Column(label, {code: int(getattr(one.counts, key)) for code, one in team.items()})
        for key, label in COUNTS.items()
    }
    reserve: dict[str, Cell] = {code: int(one.reserve >= wanted) for code, one in team.items()}
    return {
        **counts,
        "secretary": Column("有书记", {code: int(one.has_secretary) for code, one in team.items()}),
        "reserve_enough": Column("后备干部够数", reserve),
        **_states(read),
        **_vacancies(read, team),
    }


def _states(read: Read) -> dict[str, Column]:
    def answers(name: str) -> dict[str, Cell]:
        return {one.place.code: _cell(one, name) for one in read.complete.states}

    return {
        "team_branch": Column("党组织班子健全", answers("branch")),
        "team_committee": Column("村委会班子健全", answers("committee")),
        "team_both": Column("两委班子都健全", answers("both")),
    }


def _cell(one: TeamState, name: str) -> int | None:
    answer = getattr(one, name)
    return None if answer is None else int(answer)


def _vacancies(read: Read, codes: Iterable[str]) -> dict[str, Column]:
    days: dict[str, Cell] = dict.fromkeys(codes, 0)
    longest: dict[str, Cell] = dict.fromkeys(codes, 0)
    for one in read.empty:
        code = one.place.code
        if one.chair is Chair.SECRETARY:
            days[code] = one.days
        longest[code] = max(int(longest.get(code) or 0), one.days)
    return {
        "secretary_vacant_days": Column("书记空缺天数", days),
        "vacant_days": Column("“两委”最长空缺天数", longest),
    }
