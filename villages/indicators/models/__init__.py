"""Definitions of further counts, and their values."""

from villages.indicators.models.definitions import IndicatorDefinition
from villages.indicators.models.values import IndicatorValue

__all__ = ["IndicatorDefinition", "IndicatorValue"]
