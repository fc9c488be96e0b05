"""What an election means for the term of its organization."""

from datetime import date
from typing import Any

from branches import parameters as declared
from branches.choices import OF_VILLAGE, ElectionKind, ElectionResult
from branches.models import BranchElection, PartyBranch
from villages import parameters
from villages.common.calendar_months import add_months
from villages.trace.record import record


def term_end(start: date, years: int) -> date:
    """The day on which a term of so many years ends."""
    return add_months(start, 12 * years)


def usual_years(kind: str, county: str, on: date) -> int:
    """How many years a term of this kind of organization lasts."""
    declaration = declared.TERM_VILLAGE if kind in OF_VILLAGE else declared.TERM_OTHER
    return int(parameters.value(declaration.key, on=on, county=county))


def begin_term(election: BranchElection, *, by: Any) -> None:
    """Begins the term of the newest valid election of the whole committee, inside the caller's
    transaction; a by-election, an invalid or an older one leaves the term as it is."""
    branch = PartyBranch.objects.select_for_update().get(pk=election.branch_id)
    whole = BranchElection.objects.filter(branch=branch, result=ElectionResult.ELECTED).exclude(
        kind=ElectionKind.BY_ELECTION
    )
    newest = whole.order_by("-held_on").values_list("held_on", flat=True).first()
    if newest is None or (branch.term_start is not None and newest <= branch.term_start):
        return
    before = {"term_start": branch.term_start, "term_ends_on": branch.term_ends_on}
    branch.term_years = usual_years(branch.kind, branch.county_code, newest)
    branch.term_start = newest
    branch.term_ends_on = term_end(newest, branch.term_years)
    branch.extended_to, branch.extension_no, branch.extension_reason = None, "", ""
    branch.version += 1
    branch.save()
    after = {"term_start": newest, "term_ends_on": branch.term_ends_on}
    record("branches.term_begun", branch, by=by, before=before, after=after)
