"""Input shapes for people."""
