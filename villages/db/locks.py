"""Locks by name, held until the end of the transaction.

PostgreSQL has advisory locks, shared and exclusive. On SQLite every write transaction already
holds the one write lock (IMMEDIATE), so there is nothing left to order.
"""

import hashlib

from django.db import connection


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)


def hold(name: str, *, exclusive: bool) -> None:
    """Waits until nobody holds the name in a way that conflicts; call inside atomic()."""
    if not connection.in_atomic_block:
        raise RuntimeError("a lock needs a transaction")
    if connection.vendor != "postgresql":
        return
    function = "pg_advisory_xact_lock" if exclusive else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_number(name)])  # noqa: S608
