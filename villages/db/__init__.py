"""Everything that depends on the database vendor, each with its SQLite way.

It stands at the bottom of the ground, because the trail, jobs and imports all lean on it.
"""
