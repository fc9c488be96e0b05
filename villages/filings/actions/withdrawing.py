"""Taking a submission back while nobody has accepted it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.periods import Month
from villages.filings import values
from villages.filings.actions.drafting import require_filer
from villages.filings.actions.rows import gate, locked, require_step, villages_of
from villages.filings.choices import FilingState
from villages.filings.declaring import Landing, sources
from villages.filings.figures.sheet import Sheet, sheet
from villages.filings.models import Filing
from villages.filings.states import WITHDRAW
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def withdraw(
    *, month: Month, codes: Iterable[str], by: Any, at: datetime, reason: str = ""
) -> list[Filing]:
    """The villages' values leave the ledgers and are drafts again, as they were handed in.

    The receipt stays and says what was withdrawn. Raises `filing_not_allowed`,
    `village_unknown`, `month_closed`, `state_wrong`.
    """
    require_filer(by)
    villages = villages_of(codes, by=by)
    gate(villages, month)
    filings = locked(villages, month)
    require_step(WITHDRAW, filings)
    grid = sheet(villages, villages[0].county_code, month)
    lift(villages, filings, month, by)
    _draft(filings, grid, at)
    record(
        "filing.withdrawn", county=villages[0].county_code, by=by, reason=reason,
        name=_("%s %d 个村") % (month.label, len(villages)), count=len(villages),
        rows=[one.code for one in villages],
    )  # fmt: skip
    return list(filings.values())


def lift(villages: Iterable[Village], filings: Mapping[str, Filing], month: Month, by: Any) -> None:
    """Takes what these filings wrote out of every ledger."""
    uids = {one.village_id: one.uid for one in filings.values()}
    county = next(iter(filings.values())).county_code
    for source in sources():
        source.lift(Landing(county, month, {key: {} for key in uids}, uids, "", by))


def _draft(filings: Mapping[str, Filing], grid: Sheet, at: datetime) -> None:
    for line in grid.lines:
        one = filings[line.code]
        one.draft = {cell.input.key: values.show(cell.input, cell.stated) for cell in line.cells}
        one.state, one.draft_at = FilingState.DRAFT, at
        one.version += 1
    Filing.objects.bulk_update(filings.values(), ["state", "draft", "draft_at", "version"])
