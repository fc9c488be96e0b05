"""The collective economy of the demo county: seasons, projects, contracts, a few troubles."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from collective_economy import models
from config.demo.world import World
from config.demo.writing import store
from villages.common.periods import Month
from villages.models import Village

SOURCE = "2026年村级集体经济台账"
WAN = 1_000_000
# Parts of a thousand that each month brings: rents after harvest and at the year's end.
SEASONS = (70, 45, 60, 55, 60, 105, 90, 70, 85, 120, 110, 130)


def build(world: World) -> None:
    """Income of 24 months and everything it comes from."""
    levels = _levels(world)
    for model, rows in (
        (models.IncomeEntry, _income(world, levels)),
        (models.EconomyCost, _costs(world, levels)),
        (models.IncomePlan, _plans(world, levels)),
        (models.SupportVillage, _supported(world)),
        (models.Project, _projects(world)),
        (models.Contract, _contracts(world, levels)),
        (models.Asset, _assets(world)),
        (models.ResourcePlot, _plots(world)),
        (models.Debt, _debts(world, levels)),
        (models.Dividend, _dividends(world, levels)),
        (models.SubsidisedLoan, _loans(world)),
    ):
        store(world, model, rows, source=SOURCE)
    _belongings(world)


def _levels(world: World) -> dict[int, int]:
    """What a village earns in 2026 by operations, in fen; four are weak, nine low."""
    dice = world.dice("levels")
    weak, low = world.picked("income weak", 4), world.picked("income low", 9)
    found = {}
    for village in world.villages:
        # Above the county's line in every month of both years, seasons and growth included.
        wan = max(15.0, min(190, 10.8 + dice.lognormvariate(2.4, 0.85)))
        if village in low:
            wan = 7.6 + (dice.uniform(6.2, 9.2) - 6.2) / 2
        if village in weak:
            wan = dice.uniform(2.0, 4.2)
        found[village.pk] = int(wan * 100) * WAN // 100
    return found


def _income(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    """Cumulative statements from January to each month, category by category."""
    dice = world.dice("income")
    for village in world.villages:
        tilt = dice.uniform(0.85, 1.15)
        parts = {"operating": 78, "investment": 22}
        grants = dice.randint(0, 12) * WAN
        for month in world.months:
            yearly = levels[village.pk] * (100 - 9 * (2026 - month.year)) // 100
            reached = _reached(month, tilt)
            for category, share in parts.items():
                yield _stated(village, month, category, yearly * share * reached // 100_000)
            yield _stated(village, month, "subsidy", grants if month.month >= 6 else 0)
            yield _stated(village, month, "other", yearly * 3 * reached // 100_000)


def _reached(month: Month, tilt: float) -> int:
    """Thousandths of the year reached by the end of a month; never falls, ends at the whole."""
    done = sum(SEASONS[: month.month])
    return min(1000, int(done**tilt * 1000 ** (1 - tilt)))


def _stated(village: Village, month: Month, category: str, fen: int) -> dict[str, Any]:
    return {
        "village": village, "category": category, "from_month": month.year * 100 + 1,
        "to_month": month.number, "amount_fen": fen // 100 * 100,
        "operating_part_fen": 0 if category == "other" else None,
        "regular_part_fen": fen // 200 * 100 if category == "subsidy" else None,
        "recorded_on": month.start.replace(day=24),
    }  # fmt: skip


def _costs(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    dice = world.dice("costs")
    for village in world.villages:
        for year, month in ((2024, 12), (2025, 12), (2026, 9), (2026, 10)):
            yearly = levels[village.pk] * (100 - 9 * (2026 - year)) * month // 1200
            yield {
                "village": village, "from_month": year * 100 + 1, "to_month": year * 100 + month,
                "operating_cost_fen": yearly * dice.randint(18, 34) // 100,
                "taxes_fen": yearly // 100,
                "admin_expense_fen": yearly * dice.randint(6, 14) // 100,
                "public_welfare_expense_fen": yearly * dice.randint(3, 12) // 100,
                "other_expense_fen": 0, "income_tax_fen": 0,
            }  # fmt: skip


def _plans(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    dice = world.dice("plans")
    for village in world.villages:
        for year in (2025, 2026):
            aim = levels[village.pk] * dice.randint(92, 108) // 100
            yield {
                "village": village, "year": year, "basis": f"{year}年增收计划",
                "plan_fen": max(aim * (100 - 9 * (2026 - year)) // 100 // WAN * WAN, 2 * WAN),
            }  # fmt: skip


def _supported(world: World) -> Iterator[dict[str, Any]]:
    for village in world.picked("supported", 24):
        yield {
            "village": village, "batch": "2025年扶持壮大村级集体经济项目村", "year": 2025,
            "listed_on": date(2025, 3, 20), "target_fen": 20 * WAN, "basis": "示组发〔2025〕9号",
        }  # fmt: skip


PROJECTS = (
    ("标准厂房出租", "rent"), ("光伏发电", "photovoltaic"), ("柑橘分拣加工", "processing"),
    ("农机社会化服务", "service"), ("民宿改造", "tourism"), ("设施大棚", "farming"),
)  # fmt: skip


def _projects(world: World) -> Iterator[dict[str, Any]]:
    """One for each supported village; two are behind, one stands idle."""
    dice = world.dice("projects")
    for place, village in enumerate(world.picked("supported", 24)):
        name, mode = PROJECTS[place % len(PROJECTS)]
        year = 2025 if place % 2 else 2024
        running, idle, behind = place >= 6, place == 23, place < 2
        begun = date(year, 5, dice.randint(8, 20))
        planned = date(2026, 3, 1) if behind else date(year, 5, 10)
        yield {
            "village": village, "name": f"{village.name}{name}项目", "year": year, "mode": mode,
            "status": "idle" if idle else "running" if running else "building",
            "approved_on": planned - timedelta(days=30), "planned_start_on": planned,
            "started_on": date(2026, 3, begun.day) if behind else begun,
            "planned_finish_on": date(2026, 3, 31) if running else date(2026, 12, 20),
            "finished_on": date(2025, 12, dice.randint(1, 20)) if running else None,
            "stopped_on": date(2026, 5, 6) if idle else None,
            "progress": 100 if running else 30 if behind else 85,
            "expected_income_fen": dice.randint(4, 9) * WAN,
            "households": dice.randint(30, 180), "risk": "承租企业停产" if idle else "",
        }  # fmt: skip


def _contracts(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    """Two leases a village; some end soon."""
    dice = world.dice("contracts")
    soon = set(world.picked("contract ends", 6))
    for village in world.villages:
        yearly = levels[village.pk] * 62 // 100 // 2
        for place, (name, method) in enumerate((("集体厂房", "tender"), ("机动地", "agreement"))):
            starts = date(2024, 1, 1)
            ends = date(2026, 12, 20) if village in soon and place == 0 else date(2029, 12, 31)
            yield {
                "village": village, "number": f"{village.code[-6:]}-{starts.year}-{place + 1}",
                "name": name, "party": dice.choice(("示例果业公司", "农户联合体", "兴农合作社")),
                "signed_on": starts - timedelta(days=12), "starts_on": starts, "ends_on": ends,
                "yearly_fen": yearly // 10_000 * 10_000, "period": "year", "method": method,
                "decision_no": f"村代会〔{starts.year}〕{place + 1}号",
            }  # fmt: skip


def _assets(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("assets")
    for village in world.villages:
        for place, (name, kind, state) in enumerate(
            (("集体厂房", "house", "leased"), ("灌溉泵站", "facility", "own_use"))
        ):
            original = dice.randint(20, 160) * WAN
            yield {
                "village": village, "number": f"{village.code[-6:]}-Z{place + 1}", "name": name,
                "kind": kind, "acquired_on": date(dice.randint(2012, 2021), 6, 1),
                "original_fen": original, "net_fen": original * dice.randint(40, 80) // 100,
                "state": state,
            }  # fmt: skip


def _plots(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("plots")
    for village in world.villages:
        yield {
            "village": village, "number": f"{village.code[-6:]}-T1", "name": "集体机动地",
            "kind": "farmland", "area_mu": dice.randint(40, 420), "use": "contracted",
            "user": "兴农合作社",
        }  # fmt: skip


def _debts(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    """Small loans that a village can bear; three are late with theirs since June."""
    dice = world.dice("debts")
    late = world.picked("debts late", 3)
    poor = {*world.picked("income weak", 4), *world.picked("income low", 9)}
    for village in [*late, *world.some("debts", 0.18)]:
        heavy = village in late
        wan = levels[village.pk] // WAN * 3 // 5 if heavy else dice.randint(2, 8)
        if village in poor:
            continue
        yield {
            "village": village, "number": f"{village.code[-6:]}-{'L' if heavy else 'D'}1",
            "creditor": "示例农村商业银行", "creditor_kind": "bank", "reason": "business",
            "principal_fen": wan * WAN, "rate": 435,
            "borrowed_on": date(2022, 6, 1),
            "due_on": date(2026, 6, 1) if heavy else date(2028, 6, 1),
            "decision_no": "村代会〔2022〕4号",
        }  # fmt: skip


def _dividends(world: World, levels: dict[int, int]) -> Iterator[dict[str, Any]]:
    for village in world.some("dividends", 0.25):
        total = levels[village.pk] // 6
        households = max(1, world.households.get(village.pk, 300))
        yield {
            "village": village, "year": 2025, "total_fen": total,
            "households": households, "decided_on": date(2026, 1, 12), "paid_on": date(2026, 1, 25),
        }  # fmt: skip


def _loans(world: World) -> Iterator[dict[str, Any]]:
    for village in world.picked("loans", 9):
        yield {
            "village": village, "number": f"TX2025-{village.code[-4:]}", "bank": "示例农村商业银行",
            "principal_fen": 30 * WAN, "lent_on": date(2025, 5, 20), "due_on": date(2028, 5, 20),
            "rate": 430, "subsidy_rate": 215, "subsidised_fen": 64 * WAN // 100,
        }  # fmt: skip


def _belongings(world: World) -> None:
    """Funds and income of projects, rents that came in: rows that point at others."""
    dice = world.dice("belongings")
    projects = list(models.Project.objects.in_county(world.county.code).order_by("village__code"))
    contracts = list(
        models.Contract.objects.in_county(world.county.code).order_by("village__code", "number")
    )
    store(world, models.ProjectFund, _funds(projects), source=SOURCE)
    store(world, models.ProjectIncome, _project_incomes(projects, dice), source=SOURCE)
    store(world, models.ContractPayment, _payments(world, contracts), source=SOURCE)
    store(world, models.DebtRepayment, _repaid(world), source=SOURCE)


def _funds(projects: list[models.Project]) -> Iterator[dict[str, Any]]:
    for one in projects:
        begins = one.planned_start_on or date(one.year, 5, 10)
        for level, wan in (("central", 35), ("county", 15)):
            spent = wan if one.status in {"running", "idle"} else wan * one.progress // 100
            yield {
                "village": one.village_id, "project": one, "level": level, "amount_fen": wan * WAN,
                "arrived_on": begins - timedelta(days=4), "spent_fen": spent * WAN,
            }  # fmt: skip


def _project_incomes(projects: list[models.Project], dice: Random) -> Iterator[dict[str, Any]]:
    for one in projects:
        if one.status == "running":
            fen = dice.randint(28, 52) * WAN // 10
            yield {"village": one.village_id, "project": one, "year": 2025, "income_fen": fen}


def _payments(world: World, contracts: list[models.Contract]) -> Iterator[dict[str, Any]]:
    """Rent is paid in January; of 2026 five tenants owed it, three of them until May."""
    picked = world.picked("arrears", 5)
    owing, late = {one.pk for one in picked[:2]}, {one.pk for one in picked[2:]}
    for one in contracts:
        for year in (2024, 2025, 2026):
            if year == 2026 and one.village_id in owing:
                continue
            day = date(year, 1, 15)
            if year == 2026 and one.village_id in late:
                day = date(2026, 5, 20)
            yield {
                "village": one.village_id, "contract": one, "paid_on": day,
                "amount_fen": one.yearly_fen,
                "voucher_no": f"{year}-{day.month:02d}-{one.number[-6:]}",
            }  # fmt: skip


def _repaid(world: World) -> Iterator[dict[str, Any]]:
    """One of the three that were late found the money in August."""
    village = world.picked("debts late", 3)[-1]
    for one in models.Debt.objects.filter(village=village, number__endswith="-L1"):
        yield {
            "village": village, "debt": one, "paid_on": date(2026, 8, 10),
            "principal_fen": one.principal_fen, "interest_fen": 0,
        }  # fmt: skip
