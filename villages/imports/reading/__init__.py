"""Reading a foreign file in a process of its own, with limits on time and memory.

Nothing in this package but `run` knows Django: the child must start quickly and must be able to
die alone.
"""
