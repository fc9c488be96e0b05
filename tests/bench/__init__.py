"""Measurements: each path beside its floor in the same run."""
