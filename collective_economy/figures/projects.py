"""Support projects: money, progress, and what they bring in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from collective_economy.definitions import define
from collective_economy.kinds import FundLevel, ProjectStatus
from collective_economy.models import Project, ProjectFund, ProjectIncome, ProjectVillage
from collective_economy.models.projects import WHOLE
from collective_economy.parameters import number
from collective_economy.splitting import split
from villages.common.figures import Figure, Missing
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent, round_half_up

TEN_THOUSAND_YUAN = 1_000_000
_STOPPED = (ProjectStatus.IDLE, ProjectStatus.FAILED)


@dataclass(frozen=True)
class ProjectStanding:
    """One project with its money and yield, amounts in fen.

    `support_fen` is what came from any level of government, without the village's own money.
    `incomes` are by calendar year; a year without a row is unknown. `shares` are ten-thousandths
    by village, the whole to the leading village where nobody else is named. `arrived_on` is the
    day on which its first support came, `unspent_since` the day of the oldest support of which
    nothing was spent.
    """

    project: Project
    funds_fen: int
    support_fen: int
    spent_fen: int
    incomes: Mapping[int, int]
    shares: Mapping[int, int]
    arrived_on: date | None = None
    unspent_since: date | None = None

    @property
    def spend_rate(self) -> Decimal | None:
        """Spent of arrived money in percent."""
        return percent(self.spent_fen, self.funds_fen)

    @property
    def is_divided(self) -> bool:
        """Whether the shares make up the whole."""
        return sum(self.shares.values()) == WHOLE

    def part_of(self, village: int, fen: int) -> int:
        """What of an amount belongs to one village, to the fen."""
        return split(fen, self.shares).get(village, 0)

    def planned_progress(self, on: date) -> Decimal | None:
        """How far the work should be on a day by the plan's dates, in percent."""
        first, last = self.project.planned_start_on, self.project.planned_finish_on
        if first is None or last is None:
            return None
        days = min(max((on - first).days + 1, 0), (last - first).days + 1)
        return percent(days, (last - first).days + 1)

    def behind(self, on: date) -> Decimal | None:
        """How many points the work lies behind its plan on a day; 0 when done or ahead, None
        while the plan has no dates."""
        if self.project.finished_on is not None and self.project.finished_on <= on:
            return Decimal(0)
        planned = self.planned_progress(on)
        return None if planned is None else max(Decimal(0), planned - self.project.progress)

    def return_after(self, years: int) -> Decimal | None:
        """Yuan that each 10,000 yuan of support brought in the n-th calendar year after the
        project began to run; None while there is no such year, or no support."""
        if self.project.finished_on is None or not self.support_fen:
            return None
        fen = self.incomes.get(self.project.finished_on.year + years)
        if fen is None:
            return None
        return round_half_up(Fraction(fen * TEN_THOUSAND_YUAN, self.support_fen * 100))

    def yield_level(self, *, yellow: int, red: int) -> str:
        """Yellow or red when the yearly income is a too small part of all the money from the
        second year on; "" before, and while it is unknown."""
        begun = self.project.finished_on
        later = [year for year in self.incomes if begun and year >= begun.year + 2]
        if not later or not self.funds_fen:
            return ""
        rate = Fraction(self.incomes[max(later)] * 100, self.funds_fen)
        return "red" if rate < red else "yellow" if rate < yellow else ""


def projects(scope: Scope, county: str, on: date) -> list[ProjectStanding]:
    """All projects led by villages of the scope, with money that had arrived by the day and
    incomes of years up to it. Four queries."""
    rows = Project.objects.in_scope(scope).in_county(county).select_related("village")
    known = list(rows.order_by("-year", "village__code", "name"))
    inside = {"project__in": rows.values("pk")}
    money: dict[int, _Money] = defaultdict(_Money)
    for project, level, fen, spent, day in ProjectFund.objects.filter(
        **inside, arrived_on__lte=on
    ).values_list("project_id", "level", "amount_fen", "spent_fen", "arrived_on"):
        money[project].add(level, fen, spent, day)
    incomes: dict[int, dict[int, int]] = defaultdict(dict)
    for project, year, fen in ProjectIncome.objects.filter(**inside, year__lte=on.year).values_list(
        "project_id", "year", "income_fen"
    ):
        incomes[project][year] = fen
    shares: dict[int, dict[int, int]] = defaultdict(dict)
    for project, village, share in ProjectVillage.objects.filter(**inside).values_list(
        "project_id", "village_id", "share"
    ):
        shares[project][village] = share
    return [
        ProjectStanding(
            one, money[one.pk].all_fen, money[one.pk].support_fen, money[one.pk].spent_fen,
            incomes[one.pk], shares.get(one.pk) or {one.village_id: WHOLE},
            money[one.pk].arrived_on, money[one.pk].unspent_since,
        )
        for one in known
    ]  # fmt: skip


@dataclass
class _Money:
    all_fen: int = field(default=0)
    support_fen: int = field(default=0)
    spent_fen: int = field(default=0)
    arrived_on: date | None = field(default=None)
    unspent_since: date | None = field(default=None)

    def add(self, level: str, fen: int, spent: int, day: date) -> None:
        """One fund."""
        self.all_fen += fen
        self.spent_fen += spent
        if level == FundLevel.SELF:
            return
        self.support_fen += fen
        self.arrived_on = min(day, self.arrived_on or day)
        if not spent:
            self.unspent_since = min(day, self.unspent_since or day)


def thresholds(county: str, on: date) -> dict[str, int]:
    """The yields below which a project is asked about, in percent."""
    return {
        "yellow": number("return_yellow", county=county, on=on),
        "red": number("return_red", county=county, on=on),
    }


def project_figures(known: list[ProjectStanding], month: Month) -> tuple[Figure, ...]:
    """Money that arrived, how much of it was spent, and projects that stand still."""
    funds, spent = sum(one.funds_fen for one in known), sum(one.spent_fen for one in known)
    rate = percent(spent, funds)
    stopped = sum(one.project.status in _STOPPED for one in known)
    return (
        define("project_funds", month, Figure.of_fen("", "", funds).value),
        define(
            "spend_rate", month, Missing.NO_BASE if rate is None else rate, numerator=spent,
            denominator=funds,
        ),
        define("idle_projects", month, stopped, numerator=stopped, denominator=len(known)),
    )  # fmt: skip
