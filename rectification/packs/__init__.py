"""Packs of evidence (迎检包): everything about a unit as of a day, in one checked archive."""
