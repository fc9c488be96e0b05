"""One action on many rows: count, scope and preview first, one outcome per row afterwards."""

from villages.lists.bulk.declaring import BulkAction, Outcome

__all__ = ["BulkAction", "Outcome"]
