"""Pages of ledgers; each module makes the view of one job for one ledger."""
