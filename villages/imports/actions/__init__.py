"""Verbs that change months and imports."""
