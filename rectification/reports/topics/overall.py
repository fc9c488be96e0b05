"""The whole at a glance: townships by band or rank, and the table of all townships."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Item, Line, Paragraph
from rectification.reports.parameters import Choices, choices
from rectification.reports.told import Known, Later, Told, paragraph
from rectification.reports.topics.bands import (
    BANDS,
    RATE,
    UNITS,
    band_items,
    band_of,
    rank_items,
    units_table,
)
from rectification.reports.topics.overall_table import tables
from rectification.reports.topics.spans import as_before
from rectification.reports.words import listed


def tell(asked: Asked) -> Told:
    """Bands or ranks by tasks, and all townships side by side. No query of its own beside the
    county's parameters."""
    chosen = choices(asked.county.code, asked.as_of)
    return Told(
        "overall", later=partial(_later, chosen), paragraphs=_words,
        tables=partial(tables, chosen),
    )  # fmt: skip


def _later(chosen: Choices, known: Known) -> Later:
    if not known.has(RATE):
        return Later()
    table = units_table(_units(chosen, known))
    ranks = tuple(rank_items(table)) if chosen.ranks else ()
    return Later((table,), (*band_items(table), *ranks))


def _units(chosen: Choices, known: Known) -> Iterator[tuple[Cell, ...]]:
    for unit, name in known.asked.townships.items():
        rate = known.of(RATE, unit)
        now = None if rate is None else rate.number
        villages = sum(one.township_code == unit for one in known.asked.places)
        yield (
            unit, name, villages, _text(now), _text(_before(known, rate, unit)),
            band_of(now, chosen.bands), int(villages < chosen.small),
        )  # fmt: skip


def _before(known: Known, rate: Item | None, unit: str) -> Decimal | None:
    """The rate of the period before: from the frozen rows where they hold it, else from what the
    report before said."""
    if rate is not None and rate.formula is not None:
        folds = tuple(as_before(one) for one in rate.formula.folds)
        found = replace(rate.formula, folds=folds).value(known.tables)
        if found is not None:
            return Decimal(found)
    before = known.asked.before
    said = before.by_code.get(f"{RATE}.{unit}") if before else None
    return said.number if said else None


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _words(known: Known) -> Iterator[Paragraph]:
    if UNITS in known.tables:
        yield from paragraph("", _bands(known))


def _bands(known: Known) -> Iterator[Line]:
    table = known.tables[UNITS]
    told = []
    for band, word in BANDS.items():
        rows = [row for row in table.rows if table.cell(row, "band") == band]
        if rows:
            names = listed(str(table.cell(row, "township")) for row in rows)
            told.append(f"“{word}”的{{tasks.band.{band}}}个（{names}）")
    if told:
        yield Line("overall.bands", f"按任务完成率，{'，'.join(told)}。")
