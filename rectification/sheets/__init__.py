"""Sheets of cases that counties already keep."""
