"""The columns of a ledger's sheet."""

from collections.abc import Iterator
from dataclasses import replace

from villages.common.columns import Kind
from villages.imports.declaring import SheetColumn
from villages.imports.header_words import UNITS, tidy
from villages.imports.place_columns import TOWNSHIP, VILLAGE
from villages.imports.row_reading import PLACE_COLUMNS
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.kinds import kind_of, may_be_empty
from villages.ledgers.sheets.readers import options_of, reader_of

_UNITS = {Kind.YUAN: "元", Kind.WAN: "万元", Kind.SHARE: "%"}


def columns_of(ledger: Ledger) -> tuple[SheetColumn, ...]:
    """Township and village first, then the items; a word stands for one column only."""
    places = _places(ledger) if ledger.about_village else ()
    own = tuple(_column(ledger, item) for item in items_of(ledger))
    return tuple(_without_others_words(one, (*places, *own), own) for one in (*places, *own))


def items_of(ledger: Ledger) -> Iterator[Item]:
    """The items that cells can hold, the village aside; restricted ones never travel in sheets."""
    for item in ledger.asked:
        if item.name != "village" and item.seen_by is None and reader_of(ledger, item):
            yield item


def key_of(item: Item) -> str:
    """The column's key; words that the engine keeps for places stand for nothing else."""
    return f"{item.name}_" if item.name in PLACE_COLUMNS else item.name


def _places(ledger: Ledger) -> tuple[SheetColumn, ...]:
    return TOWNSHIP, replace(VILLAGE, help=words_of(ledger.key, "village").hint)


def _column(ledger: Ledger, item: Item) -> SheetColumn:
    words, read = words_of(ledger.key, item.name), reader_of(ledger, item)
    if read is None:
        raise TypeError(f"{ledger.key}.{item.name}: no cell can hold it")
    unit = _UNITS.get(kind_of(ledger, item), "") or words.unit
    # The month of a sheet may stand in its title.
    given = item.name == ledger.month and kind_of(ledger, item) is Kind.MONTH
    return SheetColumn(
        key_of(item), words.zh, read, synonyms=words.synonyms,
        unit=unit if unit in UNITS else "",
        required=not (given or may_be_empty(ledger, item)),
        options=options_of(ledger, item), help=words.hint,
        sample=words.sample or words.example, width=item.width,
    )  # fmt: skip


def _without_others_words(
    one: SheetColumn, columns: tuple[SheetColumn, ...], own: tuple[SheetColumn, ...]
) -> SheetColumn:
    """A header of one column is no synonym of another; of places no synonym of items either."""
    taken = {tidy(other.header) for other in columns if other.key != one.key}
    if one.key in PLACE_COLUMNS:
        taken |= {tidy(word) for other in own for word in other.synonyms}
    return replace(one, synonyms=tuple(word for word in one.synonyms if tidy(word) not in taken))
