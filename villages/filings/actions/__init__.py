"""What changes filings."""
