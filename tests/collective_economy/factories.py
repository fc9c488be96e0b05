"""Rows of the economy as situations."""

from datetime import date
from typing import Any

from collective_economy.choices import Category
from collective_economy.kinds import Direction, Method, Mode, ProjectStatus
from collective_economy.models import (
    Contract,
    Debt,
    EconomyCost,
    IncomeEntry,
    IncomePlan,
    Project,
    Voucher,
)
from villages.models import Village

WAN = 1_000_000


def place(code: str = "999901001200") -> Village:
    """A village of the small county."""
    return Village.objects.get(code=code)


def stated(village: Village, last: int, fen: int, **more: Any) -> IncomeEntry:
    """Income stated for January to a month, unless `from_month` says otherwise."""
    facts: dict[str, Any] = {
        "category": Category.OPERATING, "from_month": last // 100 * 100 + 1,
        "recorded_on": date(last // 100, last % 100, 28),
    }  # fmt: skip
    return IncomeEntry.objects.create(
        village=village, county_code=village.county_code, to_month=last, amount_fen=fen,
        **facts | more,
    )  # fmt: skip


def spent(village: Village, last: int, **costs: int) -> EconomyCost:
    """Costs of January to a month; what is not named is nothing."""
    zero = dict.fromkeys(
        ("operating_cost_fen", "taxes_fen", "admin_expense_fen", "public_welfare_expense_fen",
         "other_expense_fen", "income_tax_fen"), 0,
    )  # fmt: skip
    return EconomyCost.objects.create(
        village=village, county_code=village.county_code, from_month=last // 100 * 100 + 1,
        to_month=last, **{**zero, **costs},
    )  # fmt: skip


def planned(village: Village, year: int, fen: int) -> IncomePlan:
    """A plan for the year."""
    return IncomePlan.objects.create(
        village=village, county_code=village.county_code, year=year, plan_fen=fen
    )


def paid(village: Village, day: date, fen: int, **more: Any) -> Voucher:
    """A payment that came in, fully backed, unless said otherwise."""
    facts: dict[str, Any] = {
        "direction": Direction.IN, "voucher_no": f"{day:%m%d}-{fen}", "party": "绿丰合作社",
        "category": Category.OPERATING, "has_attachment": True,
    }  # fmt: skip
    facts |= more
    if facts["direction"] == Direction.OUT:
        facts["category"] = ""
    return Voucher.objects.create(
        village=village, county_code=village.county_code, dated_on=day, amount_fen=fen, **facts
    )


def let(village: Village, **more: Any) -> Contract:
    """A contract of five years at 12,000 yuan a year, paid yearly."""
    facts: dict[str, Any] = {
        "number": "HT-1", "name": "机动地", "party": "绿丰合作社", "starts_on": date(2024, 1, 1),
        "ends_on": date(2028, 12, 31), "yearly_fen": 1_200_000, "method": Method.TENDER,
    }  # fmt: skip
    return Contract.objects.create(village=village, county_code=village.county_code, **facts | more)


def owed(village: Village, fen: int, **more: Any) -> Debt:
    """A debt to a bank."""
    facts: dict[str, Any] = {
        "number": "ZW-1", "creditor": "农商银行", "creditor_kind": "bank", "reason": "public",
        "borrowed_on": date(2020, 1, 1),
    }  # fmt: skip
    return Debt.objects.create(
        village=village, county_code=village.county_code, principal_fen=fen, **facts | more
    )


def running(village: Village, since: date, **more: Any) -> Project:
    """A project that runs."""
    facts: dict[str, Any] = {
        "name": "冷库", "year": since.year, "mode": Mode.RENT, "status": ProjectStatus.RUNNING,
        "approved_on": since, "started_on": since, "finished_on": since, "progress": 100,
    }  # fmt: skip
    return Project.objects.create(village=village, county_code=village.county_code, **facts | more)
