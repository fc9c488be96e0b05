"""Verbs that change cases and what belongs to them."""
