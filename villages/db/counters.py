"""Counters that many processes raise at once, in one statement on both vendors."""

from django.db import connection

_RAISE = """
INSERT INTO {table} (key, started, hits) VALUES (%s, %s, 1)
ON CONFLICT (key) DO UPDATE SET
  hits = CASE WHEN {table}.started = excluded.started THEN {table}.hits + 1 ELSE 1 END,
  started = excluded.started
RETURNING hits
"""


def hit(table: str, key: str, started: int) -> int:
    """Adds one to the key's counter for this window and gives the sum; an older window is reset.

    One row per key, so that nothing has to be swept. `table` is a name from code, never input.
    """
    with connection.cursor() as cursor:
        cursor.execute(_RAISE.format(table=table), [key, started])
        return int(cursor.fetchone()[0])
