"""Pages of the counties' own indicators."""
