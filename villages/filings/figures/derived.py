"""What ledgers know of a village's month and no form asks."""

from collections.abc import Sequence

from villages.common.periods import Month
from villages.filings.declaring import Derived, sources


def derived(villages: Sequence[int], month: Month) -> dict[int, list[Derived]]:
    """By village, app after app. At most three queries for each ledger, for any number of
    villages."""
    found: dict[int, list[Derived]] = {}
    for source in sources():
        for village, known in source.derived(villages, month).items():
            found.setdefault(village, []).extend(known)
    return found
