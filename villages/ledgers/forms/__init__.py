"""Forms of ledgers, made from their declarations."""
