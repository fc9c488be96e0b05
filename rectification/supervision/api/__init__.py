"""Answers of supervision that no ledger gives."""
