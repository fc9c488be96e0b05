"""Addresses of the warnings, one module a subject."""
