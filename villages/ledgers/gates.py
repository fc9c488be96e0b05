"""Closed months of a batch: asked once per county and month, however many rows there are."""

from collections.abc import Callable
from typing import Any

from villages.common import clock
from villages.common.faults import Fault
from villages.common.periods import Month
from villages.imports.months import closed_words, openness
from villages.ledgers.actions import month_of
from villages.ledgers.declaring import Ledger


class Gates:
    """Says of rows whether their month still takes changes.

    With `holding` the months stay as they are until the end of the transaction. Two queries and
    a lock per county and month.
    """

    def __init__(self, *, holding: bool) -> None:
        self._holding = holding
        self._known: dict[tuple[str, Month], Callable[[str], bool]] = {}

    def fault(self, ledger: Ledger, row: Any) -> Fault | None:
        """Why the row cannot be written in its month, if so."""
        month = month_of(ledger, row)
        if month is None or self._of(row.county_code, month)(_unit(ledger, row)):
            return None
        error = closed_words(month)
        return Fault("", error.code, error.message, error.hint)

    def _of(self, county: str, month: Month) -> Callable[[str], bool]:
        if (county, month) not in self._known:
            self._known[county, month] = openness(
                county=county, month=month, on=clock.today(), holding=self._holding
            )
        return self._known[county, month]


def _unit(ledger: Ledger, row: Any) -> str:
    return (
        str(row.village.code) if ledger.about_village and row.village_id else str(row.county_code)
    )
