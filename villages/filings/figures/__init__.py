"""How far a month is, and what a township's grid holds."""
