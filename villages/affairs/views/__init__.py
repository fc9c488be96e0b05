"""Pages of village facts beside the ledgers."""
