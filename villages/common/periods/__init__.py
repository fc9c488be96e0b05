"""Months, quarters, half-years and years as values, and the one parser of their names."""

from villages.common.periods.base import Period
from villages.common.periods.kinds import HalfYear, Month, Quarter, Year
from villages.common.periods.parsing import parse_month, parse_period

__all__ = ["HalfYear", "Month", "Period", "Quarter", "Year", "parse_month", "parse_period"]
