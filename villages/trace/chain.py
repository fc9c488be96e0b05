"""The hash chain: pure arithmetic over an entry's fields."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

SEALED = (
    "chain", "number", "at", "actor_id", "actor_name", "on_behalf_of", "channel", "address",
    "request_id", "action", "result", "object_kind", "object_key", "object_name", "county_code",
    "township_code", "village_code", "before", "after", "reason", "count", "rows_digest",
    "previous",
)  # fmt: skip


def canonical(value: Any) -> str:
    """One spelling per value: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def seal(fields: dict[str, Any]) -> str:
    """SHA-256 over all sealed fields; `at` counts in UTC microseconds on every vendor."""
    sealed = {name: fields[name] for name in SEALED}
    sealed["at"] = round(sealed["at"].timestamp() * 1_000_000)
    return hashlib.sha256(canonical(sealed).encode()).hexdigest()


def digest_rows(rows: Iterable[Any]) -> str:
    """One digest for a batch, in the order given."""
    total = hashlib.sha256()
    for row in rows:
        total.update(canonical(row).encode())
        total.update(b"\n")
    return total.hexdigest()
