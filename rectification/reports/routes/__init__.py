"""Addresses of reports, one module a subject."""
