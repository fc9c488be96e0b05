"""Pages of collective economy."""
