"""Pages of months and imports."""
