"""Addresses of cases, one module a subject."""
