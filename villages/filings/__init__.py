"""The township's month (填报): asked once, prefilled, landed in the ledgers it belongs to."""
