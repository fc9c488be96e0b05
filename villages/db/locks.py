"""Locks by name, held until the end of the transaction.

PostgreSQL has advisory locks, shared and exclusive. On SQLite every write transaction already
holds the one write lock (IMMEDIATE), so there is nothing left to order.
"""

import hashlib

from django.db import connection
from django.db.utils import OperationalError

from villages.common.errors import DomainError

BUSY = "正在封账或有很多人同时保存,这次没有保存成功。"
AGAIN = "您填写的内容没有丢失,请稍等几秒再保存一次。"


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)


def hold(name: str, *, exclusive: bool) -> None:
    """Waits until nobody holds the name in a way that conflicts; call inside atomic().

    Raises `busy` where the database gave up waiting: nothing is saved and one may try again.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a lock needs a transaction")
    if connection.vendor != "postgresql":
        return
    function = "pg_advisory_xact_lock" if exclusive else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        try:
            cursor.execute(f"SELECT {function}(%s)", [_number(name)])
        except OperationalError as error:
            raise DomainError("busy", BUSY, AGAIN) from error
