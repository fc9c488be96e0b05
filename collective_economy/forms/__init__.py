"""Forms of collective economy."""
