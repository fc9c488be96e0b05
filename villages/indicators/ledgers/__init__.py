"""Ledgers of the indicator dictionary: definitions and values."""

from villages.indicators.ledgers.definitions import DEFINITIONS
from villages.indicators.ledgers.values import VALUES

LEDGERS = (DEFINITIONS, VALUES)
