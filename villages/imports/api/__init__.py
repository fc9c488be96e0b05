"""Resources of months and imports."""

from villages.imports.api.batches import Imports
from villages.imports.api.deciding import ImportConfirm, ImportUndo
from villages.imports.api.files import ImportTemplate, ImportWorkbook
from villages.imports.api.months import Months
from villages.imports.api.requests import ReopeningRequests

__all__ = [
    "ImportConfirm",
    "ImportTemplate",
    "ImportUndo",
    "ImportWorkbook",
    "Imports",
    "Months",
    "ReopeningRequests",
]
