"""Verbs that change people, rights and sessions."""
