"""Sheets of ledgers, for the import engine."""

from villages.ledgers.sheets import ledger_sheets

SHEETS = ledger_sheets()
