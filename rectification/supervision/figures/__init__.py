"""Lights, waiting, counts of orders: the only code that computes them."""
