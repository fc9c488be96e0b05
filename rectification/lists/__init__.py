"""The three lists (问题、任务、责任清单) and the county ledger, for screen, paper and Excel."""
