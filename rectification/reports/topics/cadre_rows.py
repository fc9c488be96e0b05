"""What a report reads about cadres, and the frozen rows of what is empty."""

from collections.abc import Mapping
from dataclasses import dataclass

from branches import parameters as branch_numbers
from branches.figures.limits import number
from cadres.figures import CadreFigures, VillageTeam, cadres, reserve_wanted, teams
from cadres.figures.completeness import completeness
from cadres.figures.team_states import Completeness
from cadres.figures.vacancies import Chair, Vacancy, vacancies
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from villages.common.calendar_months import add_months

TWO_COMMITTEES = (Chair.SECRETARY, Chair.DIRECTOR, Chair.PARTY, Chair.COMMITTEE)
COUNTS = {
    "people": "花名册人数", "serving": "在任村干部", "reserve": "后备干部", "secretaries": "书记",
    "one_shoulder": "一肩挑", "women": "妇女", "high_school": "高中及以上",
}  # fmt: skip
_VACANCY = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "chair": "职位", "missing": "空缺人数", "since": "空缺起", "days": "天数",
    "at_least": "至少", "over": "超过补选期限",
}  # fmt: skip


@dataclass(frozen=True)
class Read:
    """Teams and what follows from them; whether they are complete; what is empty."""

    teams: Mapping[int, VillageTeam]
    figures: CadreFigures
    complete: Completeness
    empty: tuple[Vacancy, ...]


def read_cadres(asked: Asked) -> Read:
    """The county on the day. Six queries; the map is known."""
    scope, county, on = asked.scope, asked.county.code, asked.as_of
    found = asked.read(teams, scope, county, on)
    figures = cadres(found, asked.code_of, reserve_wanted(county, on))
    complete = asked.read(completeness, scope, county, on)
    empty = asked.read(vacancies, scope, county, on)
    kept = (one for one in empty if one.chair in TWO_COMMITTEES and one.place.pk in asked.code_of)
    return Read(found, figures, complete, tuple(kept))


def vacancy_rows(asked: Asked, read: Read) -> Table:
    """One empty post, or the empty seats of one body, a row; the longest first. No query."""
    months = number(branch_numbers.BY_ELECTION, asked.county.code, asked.as_of)
    rows = tuple(_vacancy(asked, one, months) for one in read.empty)
    return Table("vacancies", "村“两委”空缺", tuple(_VACANCY), tuple(_VACANCY.values()), rows)


def _vacancy(asked: Asked, one: Vacancy, months: int) -> tuple[Cell, ...]:
    place, over = one.place, add_months(one.since, months) < asked.as_of
    return (
        place.township_code, place.township, place.code, place.name, str(one.chair), one.missing,
        one.since.isoformat(), one.days, int(one.at_least), int(over),
    )  # fmt: skip
