"""The newest member count of each branch."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from branches.models import MemberCount
from villages.common.scope import Scope


def latest_counts(
    scope: Scope, county: str, on: date, fields: Sequence[str]
) -> dict[int, dict[str, Any]]:
    """The newest count up to a day by branch: `as_of` and these fields. One query.

    A branch that was never counted has no entry.
    """
    rows = MemberCount.objects.in_scope(scope).in_county(county).newest_first(on)
    found: dict[int, dict[str, Any]] = {}
    for row in rows.values("branch_id", "as_of", *fields):
        found.setdefault(row["branch_id"], row)
    return found
