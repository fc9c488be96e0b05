"""The demo county: fictional, seeded, the same on every machine.

Each capability adds a module here with one function `build(county, rng)`; `load.py` calls them
in order.
"""
