"""Counts and the digest of one level of a load."""

import hashlib
from collections.abc import Sequence
from typing import Any


class Tally:
    """Rows read, added, renamed; rows of the map that the list does not name; a digest of all
    codes and names in the order read."""

    def __init__(self) -> None:
        self.read = self.created = self.known = self.renamed = self.missing = 0
        self._digest = hashlib.sha256()

    def count(self, rows: Sequence[tuple[str, str]], *, created: int) -> None:
        """Adds one chunk."""
        self.read += len(rows)
        self.created += created
        self.known += len(rows) - created
        self._digest.update("\n".join(f"{code},{name}" for code, name in rows).encode())

    @property
    def digest(self) -> str:
        """SHA-256 over everything counted."""
        return self._digest.hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """What the trail keeps."""
        return {"read": self.read, "created": self.created, "renamed": self.renamed}
