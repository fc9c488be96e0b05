"""Filing for programs."""

from villages.filings.api.inputs import FilingInputs
from villages.filings.api.list import Filings
from villages.filings.api.progress import FilingProgress
from villages.filings.api.village import VillageFiling

__all__ = ["FilingInputs", "FilingProgress", "Filings", "VillageFiling"]
