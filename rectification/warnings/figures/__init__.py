"""Colours in numbers."""

from rectification.warnings.figures.colours import ColourFigures, VillageColour, colours

__all__ = ["ColourFigures", "VillageColour", "colours"]
