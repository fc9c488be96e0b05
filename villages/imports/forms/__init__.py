"""Forms of months and imports."""
