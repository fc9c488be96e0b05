"""Figures of collective economy; nowhere else is a number computed."""

from collective_economy.figures.income import (
    IncomeFigures,
    income,
    income_figures,
    of_villages,
    share_reaching,
)
from collective_economy.figures.reading import VillageIncome, village_income, year_to_dates

__all__ = [
    "IncomeFigures",
    "VillageIncome",
    "income",
    "income_figures",
    "of_villages",
    "share_reaching",
    "village_income",
    "year_to_dates",
]
