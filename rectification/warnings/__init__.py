"""Facts, rules and colours with receipts."""
