"""What village collectives earn."""

from collective_economy.models.income import IncomeEntry

__all__ = ["IncomeEntry"]
