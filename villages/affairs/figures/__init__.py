"""Village facts: the only code that counts them, one file for each subject."""

from villages.affairs.figures.roll import Roll, roll

__all__ = ["Roll", "roll"]
