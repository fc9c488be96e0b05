"""Verbs that change the ground."""
