"""Addresses of supervision, one module a subject."""
