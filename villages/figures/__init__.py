"""Numbers about territory: counts of units, basic figures of villages."""
