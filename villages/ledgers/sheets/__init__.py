"""The sheets of ledgers, made from their declarations."""

from villages.ledgers.sheets.making import is_importable, ledger_sheets

__all__ = ["is_importable", "ledger_sheets"]
