"""Statements of income: the one way in which they are written, corrected and superseded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collective_economy.models import IncomeEntry
from villages.accounts.models.fields import new_uid
from villages.db import bulk

Key = tuple[int, str, int, int]
_COLUMNS = (
    "uid", "village", "county_code", "category", "from_month", "to_month", "amount_fen",
    "operating_part_fen", "regular_part_fen", "note", "source", "source_row", "recorded_on",
    "replaces", "reason",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A statement to be made; `part_fen` is what of other income counts as operating-type, or
    what of subsidies comes every year, by its category."""

    village: Any
    category: str
    first: int
    last: int
    fen: int
    operating_part_fen: int | None = None
    regular_part_fen: int | None = None
    note: str = ""
    reason: str = ""
    source: str = ""
    source_row: int | None = None

    @property
    def key(self) -> Key:
        """By this a statement is found again."""
        return self.village.pk, self.category, self.first, self.last


@dataclass(frozen=True)
class Standing:
    """A statement in force."""

    pk: int
    fen: int
    operating_part_fen: int | None
    regular_part_fen: int | None


def standing(
    county: str, first: int, last: int, villages: Iterable[int] | None = None
) -> dict[Key, Standing]:
    """Statements in force over exactly these months, by key; of these villages alone where they
    are named. One query."""
    rows = IncomeEntry.objects.filter(county_code=county, from_month=first, to_month=last).current()
    if villages is not None:
        rows = rows.filter(village__in=list(villages))
    return {
        (village, category, first, last): Standing(pk, *amounts)
        for village, category, pk, *amounts in rows.order_by().values_list(
            "village_id", "category", "pk", "amount_fen", "operating_part_fen", "regular_part_fen"
        )
    }


def supersedes(entry: Entry, old: Standing | None) -> bool:
    """Whether the entry says something else than what is in force; a part that it leaves open
    keeps what was said."""
    return old is None or (
        entry.fen != old.fen
        or entry.operating_part_fen not in (None, old.operating_part_fen)
        or entry.regular_part_fen not in (None, old.regular_part_fen)
    )


def write(
    entries: Iterable[Entry], stated: Mapping[Key, Standing], *, county: str, on: date
) -> list[str]:
    """Writes what differs from what is in force; the old rows lose force on this day.

    Answers the uids of the new rows. Two statements.
    """
    changed = [one for one in entries if supersedes(one, stated.get(one.key))]
    rows = [_row(one, stated.get(one.key), county, on) for one in changed]
    replaced = [stated[one.key].pk for one in changed if one.key in stated]
    # The old row must lose force first: only one statement may hold.
    IncomeEntry.objects.filter(pk__in=replaced).update(superseded_on=on)
    bulk.insert(IncomeEntry, _COLUMNS, rows)
    return [row[0] for row in rows]


def _row(one: Entry, old: Standing | None, county: str, on: date) -> tuple[Any, ...]:
    return (
        new_uid(), one.village.pk, county, one.category, one.first, one.last, one.fen,
        _kept(one.operating_part_fen, old.operating_part_fen if old else None, one.fen),
        _kept(one.regular_part_fen, old.regular_part_fen if old else None, one.fen),
        one.note, one.source[:120], one.source_row, on, old and old.pk, one.reason if old else "",
    )  # fmt: skip


def _kept(said: int | None, before: int | None, whole: int) -> int | None:
    """A part as said now, else as before where it still fits into the whole."""
    if said is not None or before is None:
        return said
    return before if before <= whole else None
