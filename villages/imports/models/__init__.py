"""Months, and what came in."""

from villages.imports.models.months import FilingMonth, Reopening

__all__ = ["FilingMonth", "Reopening"]
