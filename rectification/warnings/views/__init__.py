"""Pages of the warnings."""
