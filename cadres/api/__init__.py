"""Computed figures of cadres, and one sealed number with a reason."""

from cadres.api.computed import CadreFigures, CadreStructure
from cadres.api.reveal import CadreReveal

__all__ = ["CadreFigures", "CadreReveal", "CadreStructure"]
