"""The embedded database keeps to the ranges of PostgreSQL's integer columns.

SQLite itself stores 64 bits in any of them: what a county could save here would be refused on the
day it moves to PostgreSQL, and forms and the API's description would differ between the two.
"""

from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3 import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    """SQLite's operations with the common ranges of whole numbers."""

    def integer_field_range(self, internal_type: str) -> tuple[int, int]:
        """Smallest and largest value of a kind of column, as on PostgreSQL."""
        return BaseDatabaseOperations.integer_field_ranges[internal_type]


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to SQLite."""

    ops_class = DatabaseOperations
