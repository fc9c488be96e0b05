"""Everything that the pages of the economy and programs read of one territory and month."""

from collections.abc import Mapping
from dataclasses import dataclass

from collective_economy.figures.contracts import ContractStanding, contract_figures, contracts
from collective_economy.figures.debts import DebtStanding, debt_figures, debts
from collective_economy.figures.income import IncomeFigures, income_figures, of_villages
from collective_economy.figures.moves import Move, moves
from collective_economy.figures.pace import VillagePace, pace_figures, paces
from collective_economy.figures.profit import VillageProfit, profit_figures, profits
from collective_economy.figures.projects import ProjectStanding, project_figures, projects
from collective_economy.figures.reading import year_to_dates
from collective_economy.figures.sharing import RewardStanding, rewards, sharing_figures
from collective_economy.figures.spending import spending_figure
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village


@dataclass(frozen=True)
class Board:
    """One territory and month: figures in order, and what they were made of.

    `codes` names the villages on the map at the month's end by primary key; `before` is the same
    month a year earlier, against which moves are counted.
    """

    month: Month
    codes: Mapping[int, str]
    income: IncomeFigures
    before: IncomeFigures
    profits: Mapping[int, VillageProfit]
    paces: Mapping[int, VillagePace]
    projects: list[ProjectStanding]
    contracts: list[ContractStanding]
    debts: list[DebtStanding]
    rewards: Mapping[int, RewardStanding]
    moves: tuple[Move, ...]
    figures: tuple[Figure, ...]

    def figure(self, code: str) -> Figure:
        """One of the figures; KeyError where there is none."""
        for one in self.figures:
            if one.code == code:
                return one
        raise KeyError(code)


def board(scope: Scope, county: str, month: Month) -> Board:
    """All figures of a territory, January to the month. Rent, debts and projects stand as on the
    month's last day. Twenty queries; up to three more where single months were filed."""
    villages = Village.objects.in_scope(scope).in_county(county).on(month.end)
    codes = dict(villages.values_list("pk", "code"))
    last_year, december = month.same_last_year(), Month(month.year - 1, 12)
    stated = year_to_dates(scope, county, [month, last_year, december])
    now = of_villages(county, month, codes, stated[month])
    before = of_villages(county, last_year, codes, stated[last_year])
    profit = profits(scope, county, month, stated[month])
    pace = paces(scope, county, month, stated[month])
    rents, owing = contracts(scope, county, month.end), debts(scope, county, month.end)
    built, paid = projects(scope, county, month.end), rewards(scope, county, month, profit)
    by_code = {codes[pk]: one for pk, one in profit.items() if pk in codes}
    return Board(
        month=month, codes=codes, income=now, before=before, profits=profit, paces=pace,
        projects=built, contracts=rents, debts=owing, rewards=paid, moves=moves(now, before),
        figures=(
            *income_figures(now),
            *profit_figures(now, by_code),
            *pace_figures(now, pace, county),
            *project_figures(built, month),
            *contract_figures(rents, month),
            *debt_figures(owing, stated[december], month),
            *sharing_figures(scope, county, month, paid),
            spending_figure(scope, county, month),
        ),
    )  # fmt: skip
