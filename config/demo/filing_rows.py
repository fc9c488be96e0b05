"""Ledger rows of the demo county that came with a filing say so."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from branches.choices import MeetingKind
from branches.filed_life import life_of
from branches.models import Meeting
from cadres.models import ResidentDuty
from collective_economy.models import IncomeEntry
from config.demo.months import LAST
from config.demo.world import World
from villages.affairs.models import PetitionCount
from villages.db import bulk
from villages.filings.choices import FilingState
from villages.filings.declaring import FILED
from villages.filings.models import Filing, LandedRow

_KINDS = (MeetingKind.COMMITTEE, MeetingKind.ASSEMBLY, MeetingKind.CLASS, MeetingKind.THEME_DAY)
_Found = tuple[int, int, int]


def name_sources(world: World, filings: Iterable[Filing]) -> None:
    """Each row that a filing states names the receipt. Two statements for each ledger."""
    numbers = {
        (one.village_id, one.month): f"{FILED}{one.receipt.number}"
        for one in filings
        if one.receipt
    }
    for model, found in _rows(world):
        bulk.update(
            model, "id", ["source"],
            ((pk, numbers[village, month]) for pk, village, month in found
             if (village, month) in numbers),
        )  # fmt: skip


def remember(world: World, filings: Iterable[Filing]) -> None:
    """In the open month a township may withdraw: the rows were made by the filing."""
    sent = {
        one.village_id: one.uid
        for one in filings
        if one.month == LAST.number and one.state != FilingState.DRAFT
    }
    LandedRow.objects.bulk_create(
        LandedRow(
            filing_id=sent[village], county_code=world.county.code,
            ledger=model._meta.label_lower, row=pk, before=None,
        )
        for model, found in _rows(world)
        if model is not IncomeEntry
        for pk, village, month in found
        if month == LAST.number and village in sent
    )  # fmt: skip


def _rows(world: World) -> Iterator[tuple[Any, Sequence[_Found]]]:
    """Rows that the form asks about: primary key, village, month."""
    county = world.county.code
    income = IncomeEntry.objects.in_county(county).current()
    yield IncomeEntry, list(income.values_list("pk", "village_id", "to_month"))
    petitions = PetitionCount.objects.in_county(county)
    yield PetitionCount, list(petitions.values_list("pk", "village_id", "month"))
    duties = ResidentDuty.objects.in_county(county).filter(posting__role="first_secretary")
    yield ResidentDuty, list(duties.values_list("pk", "village_id", "month"))
    yield Meeting, list(_meetings(world))


def _meetings(world: World) -> Iterator[_Found]:
    """Those of the main branches."""
    main = [one.branch for one in life_of([one.pk for one in world.villages], LAST).values()]
    rows = Meeting.objects.filter(branch__in=main, kind__in=_KINDS)
    for pk, village, day in rows.values_list("pk", "village_id", "held_on"):
        yield pk, village, day.year * 100 + day.month
