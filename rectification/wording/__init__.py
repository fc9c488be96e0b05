"""Sentences of cases for people."""
