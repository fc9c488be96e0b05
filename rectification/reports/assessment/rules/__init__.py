"""How a township's year becomes a score. Pure: no Django, no clock, exact until the end."""
