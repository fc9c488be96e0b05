"""Pages of cadres."""
