"""Orders, inspections, task lists, voices, notices."""
