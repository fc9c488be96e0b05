"""The looks of a sheet: fonts, lines, grounds and number formats, once per workbook."""

from dataclasses import dataclass, replace
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from villages.common.columns import NUMBERS, Kind

_FONT = "宋体"
_LINE = Side(style="thin", color="A3ADB8")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="EDF0F3")
_REQUIRED = PatternFill("solid", fgColor="FFF3C4")
_TINT = PatternFill("solid", fgColor="F4F6F8")
_CENTRED = frozenset({Kind.DATE, Kind.INSTANT, Kind.MONTH, Kind.BOOLEAN, Kind.COLOUR})
_FORMATS = {
    Kind.INTEGER: "#,##0",
    Kind.YUAN: "#,##0.00",
    Kind.WAN: "#,##0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.INSTANT: "yyyy-mm-dd hh:mm",
    Kind.TEXT: "General",
    Kind.CHOICE: "General",
}


@dataclass(frozen=True)
class Look:
    """Everything that decides how a cell looks; equal looks share one style."""

    role: str = "data"  # data total head required title line note
    kind: Kind = Kind.TEXT
    digits: int = 2
    tint: bool = False
    guarded: bool = False


class Styles:
    """Hands out style numbers of one workbook."""

    def __init__(self, scratch: Any) -> None:
        """`scratch` is a sheet of the workbook that is written to no file."""
        self._scratch = scratch
        self._numbers: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The number of this look, the same for every equal one."""
        if look not in self._numbers:
            # A cell of its own: the workbook keeps the very object that describes the look.
            cell = self._scratch.cell(row=len(self._numbers) + 1, column=1)
            _dress(cell, look)
            self._numbers[look] = cell.style_id
        return self._numbers[look]

    def guarded(self, look: Look) -> int:
        """The same look for a text that would be a formula if somebody typed it."""
        return self.number(replace(look, guarded=True))


def number_format(kind: Kind, digits: int) -> str:
    """How a spreadsheet shows a kind; codes, months and words are text."""
    decimals = f".{'0' * digits}" if digits else ""
    if kind is Kind.SHARE:
        return f"0{decimals}%"
    if kind is Kind.DECIMAL:
        return f"#,##0{decimals}"
    return _FORMATS.get(kind, "@")


def _dress(cell: Any, look: Look) -> None:
    cell.font = Font(name=_FONT, size=_size(look), bold=look.role in _BOLD)
    cell.number_format = "@" if look.role in _WORDS else number_format(look.kind, look.digits)
    cell.alignment = _alignment(look)
    cell.border = _BOX if look.role not in {"title", "line", "note"} else Border()
    cell.fill = _fill(look)
    cell.quotePrefix = look.guarded


_BOLD = frozenset({"title", "head", "required", "total"})
_WORDS = frozenset({"title", "head", "required", "line", "note"})


def _size(look: Look) -> int:
    return 14 if look.role == "title" else 10


def _fill(look: Look) -> PatternFill:
    match look.role:
        case "required":
            return _REQUIRED
        case "head" | "total":
            return _HEAD
        case _:
            return _TINT if look.tint else PatternFill()


def _alignment(look: Look) -> Alignment:
    if look.role in {"head", "required"}:
        return Alignment(horizontal="center", vertical="center", wrap_text=True)
    if look.role not in {"data", "total"}:
        return Alignment(vertical="center")
    right = "right" if look.kind in NUMBERS else None
    side = "center" if look.kind in _CENTRED else right
    return Alignment(horizontal=side, vertical="center", wrap_text=look.kind is Kind.TEXT)
