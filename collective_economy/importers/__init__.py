"""Sheets that the economy accepts beside those of its ledgers."""

from collective_economy.importers.income import INCOME
from collective_economy.importers.platform import PLATFORM

__all__ = ["INCOME", "PLATFORM", "SHEETS"]

SHEETS = (INCOME, PLATFORM)
