"""From the texts of a grid to answers: what cannot be read, what is odd, what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.common.columns import Kind
from villages.filings import values
from villages.filings.choices import Mark
from villages.filings.declaring import FilingInput, InputSource, Stated, sources
from villages.filings.doubts import Doubt, Known, Limits, doubts
from villages.filings.figures.sheet import Cell, Line, Sheet

Place = tuple[str, str]
_COUNTED = frozenset({Kind.INTEGER, Kind.YUAN})
_WORDS = {
    "unit": gettext_lazy("与 %s 相差约一万倍,是不是把元和万元弄混了?"),
    "falls": gettext_lazy("累计数由 %s 变小了,请说明原因。"),
    "jump": gettext_lazy("与上期的 %s 相差较大,请说明原因。"),
    "season": gettext_lazy("往年同月约为 %s,请说明原因。"),
    "peers": gettext_lazy("同乡镇一般为 %s,请核对单位或说明原因。"),
}


@dataclass(frozen=True)
class Weighed:
    """What a submission says.

    `answers` are values by village code and input, empty cells left out; `marks` how each came;
    `faults` and `doubts` are sentences by place (village code, input); a doubt with a note is
    none any more.
    """

    answers: Mapping[str, Mapping[str, Any]]
    marks: Mapping[Place, Mark]
    notes: Mapping[Place, str]
    faults: Mapping[Place, str] = field(default_factory=dict)
    doubts: Mapping[Place, str] = field(default_factory=dict)


def weigh(
    sheet: Sheet,
    typed: Mapping[str, Mapping[str, str]],
    notes: Mapping[str, Mapping[str, str]],
    limits: Limits,
) -> Weighed:
    """Reads every cell of a sheet, what is typed now before what was drafted or known.

    A query or two for each ledger asked: what it could not take.
    """
    answers: dict[str, dict[str, Any]] = {}
    faults: dict[Place, str] = {}
    for line in sheet.lines:
        answers[line.code] = _answers(line, typed.get(line.code, {}), faults)
    faults |= _refused(sheet, answers)
    given = _drafted_notes(sheet) | {
        (code, key): text for code, texts in notes.items() for key, text in texts.items()
    }
    said = {place: text for place, text in given.items() if text.strip()}
    odd = _doubts(sheet, answers, limits, set(said))
    return Weighed(answers, _marks(sheet, answers), said, faults, odd)


def _refused(sheet: Sheet, answers: Mapping[str, Mapping[str, Any]]) -> dict[Place, str]:
    """What the ledgers could not take."""
    codes = {line.village: line.code for line in sheet.lines}
    found: dict[Place, str] = {}
    for source in asked_sources(sheet):
        own = {
            pk: {key: value for key, value in answers[code].items() if source.owns(key)}
            for pk, code in codes.items()
        }
        wrong = source.check(own, sheet.month)
        found |= {(codes[pk], key): words for (pk, key), words in wrong.items()}
    return found


def asked_sources(sheet: Sheet) -> list[InputSource]:
    """The ledgers of which the sheet asks something."""
    return [one for one in sources() if any(one.owns(each.key) for each in sheet.inputs)]


def _drafted_notes(sheet: Sheet) -> dict[Place, str]:
    return {
        (line.code, cell.input.key): cell.drafted_note
        for line in sheet.lines
        for cell in line.cells
        if cell.drafted_note
    }


def _answers(line: Line, typed: Mapping[str, str], faults: dict[Place, str]) -> dict[str, Any]:
    found = {}
    for cell in line.cells:
        read = values.read(cell.input, typed.get(cell.input.key, cell.text))
        if read.fault:
            faults[line.code, cell.input.key] = read.fault
        elif read.value is not None:
            found[cell.input.key] = read.value
    return found


def _marks(sheet: Sheet, answers: Mapping[str, Mapping[str, Any]]) -> dict[Place, Mark]:
    """A value equal to the one before was looked at and left: confirmed, and known as such."""
    return {
        (line.code, cell.input.key): _mark(cell, answers[line.code][cell.input.key])
        for line in sheet.lines
        for cell in line.cells
        if cell.input.key in answers[line.code]
    }


def _mark(cell: Cell, value: Any) -> Mark:
    return Mark.CONFIRMED if value == cell.last else Mark.CHANGED


def _doubts(
    sheet: Sheet,
    answers: Mapping[str, Mapping[str, Any]],
    limits: Limits,
    explained: set[Place],
) -> dict[Place, str]:
    history = _history(sheet)
    found = {}
    for one in (one for one in sheet.inputs if one.kind in _COUNTED and one.compared):
        for line, cell in _cells(sheet, one):
            value, place = answers[line.code].get(one.key), (line.code, one.key)
            if value is None or place in explained:
                continue
            known = Known(
                last=cell.last,
                seasons=history.get((line.village, one.key), ()),
                peers=_peers(answers, line.code, one.key),
            )
            for doubt in doubts(value, known, limits, cumulative=one.cumulative):
                found[place] = sentence(one, doubt)
    return found


def _cells(sheet: Sheet, one: FilingInput) -> list[tuple[Line, Cell]]:
    place = sheet.inputs.index(one)
    return [(line, line.cells[place]) for line in sheet.lines]


def _peers(answers: Mapping[str, Mapping[str, Any]], own: str, key: str) -> list[int]:
    return [one[key] for code, one in answers.items() if code != own and key in one]


def _history(sheet: Sheet) -> dict[tuple[int, str], list[int]]:
    """Values of the same month in earlier years, by village and input."""
    found: dict[tuple[int, str], list[int]] = {}
    for stated in sheet.seasons.values():
        _gather(found, stated)
    return found


def _gather(found: dict[tuple[int, str], list[int]], stated: Stated) -> None:
    for village, one in stated.items():
        for key, value in one.items():
            if isinstance(value, int) and not isinstance(value, bool):
                found.setdefault((village, key), []).append(value)


def sentence(one: FilingInput, doubt: Doubt) -> str:
    """The question that a doubt asks."""
    unit = _("元") if one.kind is Kind.YUAN else str(one.unit)
    return str(_WORDS[doubt.code]) % f"{values.show(one, doubt.compared)}{unit}"
