"""Sums, means and shares of the counties' own indicators: the only code that computes them."""

from villages.indicators.figures.answers import Answer, Indicator, indicator
from villages.indicators.figures.trend import trend

__all__ = ["Answer", "Indicator", "indicator", "trend"]
