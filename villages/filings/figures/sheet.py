"""A township's month as a grid: villages down, inputs across, with what is known of each cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from villages.common.periods import Month
from villages.filings import values
from villages.filings.choices import FilingState
from villages.filings.declaring import FilingInput, Stated, inputs_named, sources
from villages.filings.models import Filing, FilingMark, FilingReturn, FormLine
from villages.filings.recalling import Recalled, seasons_of
from villages.models import Village

# In a draft, the sentence about an input stands under its key with this before it.
NOTE = "note:"


@dataclass(frozen=True)
class Cell:
    """One input of one village.

    `stated` is what the ledger holds for the month, `last` what it held before; `typed` the
    text of a draft, None where nothing was typed, `drafted_note` the sentence beside it. `mark`
    and `note` come from the latest submission, `returned` from whoever sent it back.
    """

    input: FilingInput
    stated: Any = None
    last: Any = None
    typed: str | None = None
    mark: str = ""
    note: str = ""
    returned: str = ""
    drafted_note: str = ""

    @property
    def text(self) -> str:
        """What stands in the cell: the draft, else this month's value, else the last one."""
        if self.typed is not None:
            return self.typed
        return values.show(self.input, self.last if self.stated is None else self.stated)

    @property
    def last_text(self) -> str:
        """The value before, for the grey column."""
        return values.show(self.input, self.last)


@dataclass(frozen=True)
class Line:
    """One village of the grid. `returned` says why it was sent back as a whole."""

    village: int
    code: str
    name: str
    state: str
    version: int
    uid: str
    is_late: bool
    cells: tuple[Cell, ...]
    returned: str = ""

    @property
    def is_looked_at(self) -> bool:
        """Whether every cell was typed or confirmed: nothing is merely prefilled."""
        return all(one.typed is not None or one.stated is not None for one in self.cells)

    @property
    def is_open(self) -> bool:
        """Whether the township may still write."""
        return self.state in {"", FilingState.DRAFT, FilingState.RETURNED}


@dataclass(frozen=True)
class Sheet:
    """The grid of some villages and one month.

    `seasons` is what the ledgers state for the same month of earlier years, by month number.
    """

    month: Month
    inputs: tuple[FilingInput, ...]
    lines: tuple[Line, ...] = field(default_factory=tuple)
    seasons: Mapping[int, Stated] = field(default_factory=dict)

    def line(self, code: str) -> Line | None:
        """One village, by its code."""
        return next((one for one in self.lines if one.code == code), None)


def asked(county: str, on: date) -> tuple[FilingInput, ...]:
    """What the forms in force ask on a day, in order. Two queries at most.

    An input whose owner is no longer installed is left out.
    """
    lines = FormLine.objects.in_force(county, on).filter(
        form__valid_from__lte=on, form__valid_to__gte=on
    )
    rows = lines.order_by("form__number", "position", "pk").values_list("input_key", flat=True)
    keys = dict.fromkeys(rows)
    known = inputs_named(county, keys)
    return tuple(known[key] for key in keys if key in known)


def sheet(villages: Iterable[Village], county: str, month: Month) -> Sheet:
    """The grid of these villages. Five queries, and one or so for each ledger asked."""
    chosen = list(villages)
    rows = Filing.objects.of_villages([one.pk for one in chosen]).of_month(month).order_by()
    filings = {one.village_id: one for one in rows}
    return _sheet(chosen, county, month, filings, _marks(filings), _returns(filings))


def weighable(
    villages: Iterable[Village], county: str, month: Month, filings: Mapping[int, Filing]
) -> Sheet:
    """The grid of filings that the caller holds, for weighing: nothing of how the latest
    submission came. Two queries at most, and one or so for each ledger asked."""
    return _sheet(list(villages), county, month, filings, {}, {})


_Marks = Mapping[tuple[int, str], FilingMark]
_Returns = Mapping[tuple[int, str], FilingReturn]


@dataclass(frozen=True)
class _Known:
    ledgers: Recalled
    marks: _Marks
    returns: _Returns


def _sheet(
    villages: Sequence[Village], county: str, month: Month, filings: Mapping[int, Filing],
    marks: _Marks, returns: _Returns,
) -> Sheet:  # fmt: skip
    wanted = asked(county, month.end)
    ledgers = _ledgers([one.pk for one in villages], month, wanted)
    known = _Known(ledgers, marks, returns)
    lines = tuple(_line(one, filings.get(one.pk), wanted, known) for one in villages)
    return Sheet(month, wanted, lines, ledgers.seasons)


def _ledgers(villages: Sequence[int], month: Month, wanted: Sequence[FilingInput]) -> Recalled:
    """What the ledgers state for the month, stated before, and stated in earlier years."""
    stated: _Gathered = {}
    last: _Gathered = {}
    seasons: dict[int, _Gathered] = {}
    for source in sources():
        if any(source.owns(one.key) for one in wanted):
            found = source.recalled(villages, month, seasons_of(month))
            _merge(stated, found.stated)
            _merge(last, found.last)
            for number, more in found.seasons.items():
                _merge(seasons.setdefault(number, {}), more)
    return Recalled(stated, last, seasons)


_Gathered = dict[int, dict[str, Any]]


def _merge(found: _Gathered, more: Stated) -> None:
    for village, answers in more.items():
        found.setdefault(village, {}).update(answers)


def _marks(filings: Mapping[int, Filing]) -> _Marks:
    rows = FilingMark.objects.filter(filing__in=[one.pk for one in filings.values()])
    return {(row.filing_id, row.input_key): row for row in rows.order_by()}


def _returns(filings: Mapping[int, Filing]) -> _Returns:
    sent_back = [one.pk for one in filings.values() if one.state == FilingState.RETURNED]
    rows = FilingReturn.objects.filter(filing__in=sent_back, mended_at=None)
    return {(row.filing_id, row.input_key): row for row in rows.order_by()}


def _line(
    village: Village, filing: Filing | None, wanted: Sequence[FilingInput], known: _Known
) -> Line:
    cells = tuple(_cell(village.pk, filing, one, known) for one in wanted)
    if filing is None:
        return Line(village.pk, village.code, village.name, "", 0, "", False, cells)
    return Line(
        village.pk, village.code, village.name, filing.state, filing.version, filing.uid,
        filing.is_late, cells, _why(known.returns.get((filing.pk, ""))),
    )  # fmt: skip


def _cell(village: int, filing: Filing | None, one: FilingInput, known: _Known) -> Cell:
    key = (filing.pk if filing else 0, one.key)
    mark, back = known.marks.get(key), known.returns.get(key)
    return Cell(
        input=one,
        stated=known.ledgers.stated.get(village, {}).get(one.key),
        last=known.ledgers.last.get(village, {}).get(one.key),
        typed=filing.draft.get(one.key) if filing else None,
        mark=mark.mark if mark else "",
        note=mark.note if mark else "",
        drafted_note=filing.draft.get(f"{NOTE}{one.key}", "") if filing else "",
        returned=_why(back),
    )


def _why(back: FilingReturn | None) -> str:
    return f"{back.get_reason_display()}{back.words}" if back else ""
