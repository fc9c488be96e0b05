"""Months, filings, sheets in and out."""
