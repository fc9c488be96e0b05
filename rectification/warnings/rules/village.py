"""What is known of a village when it is judged."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class VillageFacts:
    """The inputs of all rules for one village and month. None is unknown, never zero.

    `months` is how many months of the year the income covers. `vacant_days` counts from the
    day the last secretary left; where that day was never recorded, `vacant_at_least` counts
    from the first day of the ledger. `members` are formal members, `smallest_branch` and
    `largest_branch` those of single branches; with `members_source` "profile" they are all
    members of the village and `branches` is 0. Money is in fen.
    """

    months: int
    has_secretary: bool | None = None
    vacant_days: int | None = None
    vacant_at_least: int | None = None
    members: int | None = None
    smallest_branch: int | None = None
    largest_branch: int | None = None
    branches: int | None = None
    members_source: str = ""
    reserve: int | None = None
    youngest_age: int | None = None
    ages_missing: int = 0
    operating_fen: int | None = None

    def to_json(self) -> dict[str, Any]:
        """What is known, without the gaps: a receipt is compact."""
        return {key: value for key, value in asdict(self).items() if value not in (None, "")}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "VillageFacts":
        """The facts of a receipt; keys of later versions are left out."""
        known = {one.name for one in fields(cls)}
        return cls(**{key: value for key, value in stored.items() if key in known})
