"""Checks of a composed report, each gives the place and what is wrong there. Pure."""
