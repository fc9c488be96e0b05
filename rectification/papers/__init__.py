"""The case file (整顿档案): gathered from the rows, then drawn."""
