"""Filings, their marks and receipts; the register of forms."""

from villages.filings.models.chases import ChaseNote
from villages.filings.models.filings import Filing, FilingDesk, FilingMark, FilingReturn
from villages.filings.models.landed import LandedRow
from villages.filings.models.receipts import FilingReceipt
from villages.filings.models.register import FormLine, ReportForm
from villages.filings.models.times import FormTime

__all__ = [
    "ChaseNote",
    "Filing",
    "FilingDesk",
    "FilingMark",
    "FilingReceipt",
    "FilingReturn",
    "FormLine",
    "FormTime",
    "LandedRow",
    "ReportForm",
]
