"""The warnings for programs."""
