"""The map as given and as it changes: lists of units, their readings, their successions."""
