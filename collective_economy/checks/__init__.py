"""Questions about figures that look inflated, with room for an answer."""
