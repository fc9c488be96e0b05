"""Two years of monthly filings over the demo county's ledgers; these stay as they are."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from config.demo.filing_rows import name_sources, remember
from config.demo.filing_story import (
    BACKFILL_WORDS,
    BACKFILLED,
    COPIED_WORDS,
    Fate,
    Story,
)
from config.demo.filing_writing import clerks, correct_income
from config.demo.world import World
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.db import bulk
from villages.filings import values
from villages.filings.choices import Channel, FilingState, Mark, ReturnReason
from villages.filings.declaring import FilingInput, sources
from villages.filings.defaults import install_default_form
from villages.filings.figures.sheet import asked
from villages.filings.models import Filing, FilingMark, FilingReceipt, FilingReturn, FormTime
from villages.imports.models import FilingMonth, Reopening
from villages.models import Village
from villages.trace.chain import digest_rows
from villages.trace.record import record

_INCOME = "economy.operating"


@dataclass
class Shelf:
    """What was made, to be written at once."""

    filings: list[Filing] = field(default_factory=list)
    answers: dict[tuple[int, int], Mapping[str, Any]] = field(default_factory=dict)
    marks: dict[tuple[int, int], dict[str, Mark]] = field(default_factory=dict)


def build(world: World) -> None:
    """The form, one filing for each village and month that somebody handed in, and receipts."""
    first = world.months[0].start
    install_default_form(
        county=world.county.code, on=first, by=world.staff, number="示组表〔2024〕1号",
        basis="示组发〔2024〕28号",
    )  # fmt: skip
    story, people, shelf = Story(world), clerks(world), Shelf()
    correct_income(world, story.corrected)
    inputs = asked(world.county.code, first)
    for month in world.months:
        _month(world, story, month, inputs, people, shelf)
    Filing.objects.bulk_create(shelf.filings, batch_size=500)
    _marks(story, shelf)
    _returns(world, story, shelf)
    _times(world, len(inputs), shelf)
    _reopen(world)
    name_sources(world, shelf.filings)
    remember(world, shelf.filings)
    record(
        "filing.history_loaded", world.county, by=world.staff, count=len(shelf.filings),
        rows=[[one.village_id, one.month, one.state] for one in shelf.filings],
    )  # fmt: skip


def _times(world: World, inputs: int, shelf: Shelf) -> None:
    """Typing took about half a minute a village, and a little less every month."""
    filed = Counter(one.month for one in shelf.filings if one.first_sent_at)
    FormTime.objects.bulk_create(
        FormTime(
            county_code=world.county.code, month=month.number, villages=filed[month.number],
            inputs=inputs, seconds=filed[month.number] * (46 - place // 2),
        )
        for place, month in enumerate(world.months)
    )  # fmt: skip


def _month(
    world: World, story: Story, month: Month, inputs: Sequence[FilingInput],
    people: Mapping[str, User], shelf: Shelf,
) -> None:  # fmt: skip
    villages = _there(world, month)
    _read(villages, month, {one.key for one in inputs}, shelf)
    batches: dict[tuple[str, Any], list[tuple[Village, Fate]]] = defaultdict(list)
    for village in villages:
        if fate := story.fate(village, month):
            batches[village.township.code, fate.sent_at].append((village, fate))
    for batch in _receipted(world, month, batches, people, shelf):
        shelf.filings.extend(batch)


def _there(world: World, month: Month) -> list[Village]:
    """Those on the map at the month's end, also the ones that were merged since."""
    rows = Village.objects.in_county(world.county.code).on(month.end)
    return list(rows.select_related("township").order_by("code"))


def _read(villages: Sequence[Village], month: Month, keys: set[str], shelf: Shelf) -> None:
    """What the ledgers say for the month, and whether that is what they said before."""
    pks = [one.pk for one in villages]
    for source in sources():
        before = source.last(pks, month)
        for pk, said in source.read(pks, month).items():
            place, own = (pk, month.number), {key: said[key] for key in said.keys() & keys}
            shelf.answers[place] = {**shelf.answers.get(place, {}), **own}
            known = before.get(pk, {})
            shelf.marks.setdefault(place, {}).update(
                (key, Mark.CONFIRMED if known.get(key) == value else Mark.CHANGED)
                for key, value in own.items()
            )


def _receipted(
    world: World, month: Month, batches: Mapping[tuple[str, Any], list[tuple[Village, Fate]]],
    people: Mapping[str, User], shelf: Shelf,
) -> Iterator[list[Filing]]:  # fmt: skip
    """The filings of each batch with its receipt; drafts have none."""
    counts: dict[str, int] = defaultdict(int)
    for (township, sent_at), batch in sorted(batches.items(), key=lambda one: str(one[0])):
        if sent_at is None:
            yield [_filing(world, month, village, fate, None, shelf) for village, fate in batch]
            continue
        counts[township] += 1
        number = f"{township}-{month.number}-{counts[township]:03d}"
        rows = [
            [village.code, key, values.plain(value)]
            for village, _fate in batch
            for key, value in sorted(shelf.answers.get((village.pk, month.number), {}).items())
        ]
        receipt = FilingReceipt.objects.create(
            number=number, county_code=world.county.code, township_code=township,
            month=month.number, villages=len(batch), channel=Channel.GRID, key=number,
            digest=digest_rows(rows), submitted_by=people[township], submitted_at=sent_at,
        )  # fmt: skip
        yield [_filing(world, month, village, fate, receipt, shelf) for village, fate in batch]


def _filing(
    world: World, month: Month, village: Village, fate: Fate, receipt: FilingReceipt | None,
    shelf: Shelf,
) -> Filing:  # fmt: skip
    draft = fate.state == FilingState.DRAFT
    fen = shelf.answers.get((village.pk, month.number), {}).get(_INCOME)
    return Filing(
        village=village, county_code=world.county.code, month=month.number, state=fate.state,
        draft={_INCOME: str(fen // 100)} if draft and fen is not None else {},
        first_sent_at=fate.first_sent_at, sent_at=fate.sent_at, receipt=receipt,
        is_late=fate.is_late, late_reason=fate.late_reason, accepted_at=fate.accepted_at,
        accepted_by=world.staff if fate.accepted_at else None, version=1 if draft else 2,
    )  # fmt: skip


def _marks(story: Story, shelf: Shelf) -> None:
    """How each value came, with the sentences that were copied."""
    bulk.insert(
        FilingMark, ("filing", "county_code", "input_key", "mark", "note"),
        (
            (one.pk, one.county_code, key, str(mark), _note(story, one, key))
            for one in shelf.filings
            if one.state != FilingState.DRAFT
            for key, mark in shelf.marks.get((one.village_id, one.month), {}).items()
        ),
    )  # fmt: skip


def _note(story: Story, one: Filing, key: str) -> str:
    copied = key == _INCOME and (one.village_id, one.month) in story.copied
    return COPIED_WORDS if copied else ""


def _returns(world: World, story: Story, shelf: Shelf) -> None:
    """Sent back at the income; mended in the closed months, open in the last one."""
    villages = {(one.village_id, one.month): one for one in shelf.filings}
    fates = {
        (village.pk, month.number): story.fate(village, month)
        for month in world.months
        for village in world.villages
        if (village.pk, month.number) in story.mended or village in story.sent_back
    }
    FilingReturn.objects.bulk_create(
        FilingReturn(
            filing=villages[place], county_code=world.county.code, input_key=_INCOME,
            reason=ReturnReason.UNIT if place in story.corrected else ReturnReason.JUMP,
            words="请与账面核对", returned_by=world.staff, returned_at=fate.returned_at,
            mended_at=fate.sent_at if fate.accepted_at else None,
        )
        for place, fate in fates.items()
        if fate and fate.returned_at
    )  # fmt: skip


def _reopen(world: World) -> None:
    """The closed month in which a township was let in again."""
    town, month = BACKFILLED
    code = next(one.township.code for one in world.villages if one.township.name == town)
    row = FilingMonth.objects.get(county_code=world.county.code, month=month.number)
    begun: date = month.next().start
    Reopening.objects.create(
        filing_month=row, county_code=world.county.code, unit_code=code, reason=BACKFILL_WORDS,
        ends_on=begun + timedelta(days=19), granted_by=world.staff,
        granted_at=datetime.combine(begun + timedelta(days=13), time(9), tzinfo=ZONE),
    )  # fmt: skip
