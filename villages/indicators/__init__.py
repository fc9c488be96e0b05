"""The indicator dictionary (一表通): any further count that a county wants, without code."""
