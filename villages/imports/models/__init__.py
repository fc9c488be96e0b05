"""Months, and what came in."""

from villages.imports.models.batches import BatchState, HeaderChoice, ImportBatch
from villages.imports.models.months import FilingMonth, Reopening
from villages.imports.models.requests import ReopeningRequest

__all__ = [
    "BatchState",
    "FilingMonth",
    "HeaderChoice",
    "ImportBatch",
    "Reopening",
    "ReopeningRequest",
]
