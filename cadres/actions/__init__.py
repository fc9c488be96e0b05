"""What changes people and posts."""
