"""Ledgers (台账): one declaration of a kind of row serves page, form, API, sheet and help."""
