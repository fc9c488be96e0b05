"""Data rows: every cell through its reader, the place through the gazetteer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from villages.common.errors import DomainError
from villages.common.readings import Reading, Unreadable
from villages.imports.declaring import Context, Row, SheetColumn, SheetKind, Values
from villages.imports.findings import WORDS, Fault, Mend, Question
from villages.imports.headers import Heading
from villages.imports.places import Gazetteer, Place, PlaceFault
from villages.imports.reading.run import Sheet
from villages.imports.rows import Block, RawRow
from villages.imports.units import Scale, scale_between

PLACE_COLUMNS = ("township", "village", "code")


class RowReader:
    """Reads the rows of one sheet; what it finds on the way is kept in three lists."""

    def __init__(
        self,
        sheet: Sheet,
        heading: Heading,
        kind: SheetKind,
        context: Context,
        gazetteer: Gazetteer,
        letters: Mapping[str, str],
    ) -> None:
        self.sheet, self.kind, self.context = sheet, kind, context
        self.gazetteer, self.letters = gazetteer, letters
        self.faults: list[Fault] = []
        self.mends: list[Mend] = []
        self.questions: list[Question] = []
        self.columns = [one for one in kind.columns if one.key in heading.columns]
        self._units = {one.key: self._unit(one, heading) for one in self.columns}
        self._known: dict[tuple[str, str], Reading[Any]] = {}
        self._places: dict[tuple[Any, ...], Place | PlaceFault | None] = {}
        self._faulty: set[int] = set()
        self._unplaced: set[int] = set()

    def _unit(self, column: SheetColumn, heading: Heading) -> Scale | None:
        return scale_between(heading.units.get(column.key, ""), column.unit)

    def read(self, block: Block) -> list[Row]:
        """The rows without a faulty cell; all faults of the others are noted."""
        columns = [self._column(block, column) for column in self.columns]
        keys = [column.key for column in self.columns]
        rows = [dict(zip(keys, cells, strict=True)) for cells in zip(*columns, strict=True)]
        _add_sections(rows, block.sections)
        places = self._villages(block, rows)
        name, faulty = self.sheet.name, self._faulty
        return [
            Row(name, number, values, place)
            for number, values, place in zip(block.numbers, rows, places, strict=True)
            if number not in faulty
        ]

    def finish(self) -> None:
        """Puts what was found column by column into the order of the rows."""
        self.mends.sort(key=lambda one: one.row)
        self.questions.sort(key=lambda one: one.row)

    def _column(self, block: Block, column: SheetColumn) -> Sequence[Any]:
        """The values of one column: all at once where no cell needs care, else one by one."""
        cells, scale = block.columns[column.key], self._units[column.key]
        same = scale if scale and scale.factor == 1 else None
        may_be_blank = not column.required and not self.sheet.formulas_without_value
        found = _at_once(column, cells, same.reads, may_be_blank=may_be_blank) if same else None
        if found is not None:
            return found
        quick = getattr(column.read, "quick", _never) if same else _never
        return [
            None
            if content is None and may_be_blank
            else value
            if (value := quick(content)) is not None and _is_believable(value, column.most)
            else self._cell(number, column, content)
            for number, content in zip(block.numbers, cells, strict=True)
        ]

    def value_of(self, raw: RawRow, key: str) -> Any:
        """One cell of a row that is no data row; None where it cannot be read."""
        column = self.kind.column(key)
        try:
            return self._reading(column, raw.cells[key]).value
        except (Unreadable, DomainError):
            return None

    def _cell(self, number: int, column: SheetColumn, content: Any) -> Any:
        letter = self.letters[column.key]
        if content is None and f"{letter}{number}" in self.sheet.formulas_without_value:
            return self._fault(number, column, content, "formula_without_value")
        try:
            reading = self._reading(column, content)
        except (Unreadable, DomainError) as error:
            return self._fault(number, column, content, error.code)
        if reading.repairs:
            self._mend(number, column, content, reading)
        return self._believable(number, column, content, reading.value)

    def _reading(self, column: SheetColumn, content: Any) -> Reading[Any]:
        """Equal texts of a column read alike, so names are read once."""
        scale = self._units[column.key]
        if scale is None:
            raise Unreadable("other_unit", content)
        if type(content) is not str:
            return scale.applied(column.read(content, scale.reads))
        reading = self._known.get((column.key, content))
        if reading is None:
            reading = scale.applied(column.read(content, scale.reads))
            self._known[column.key, content] = reading
        return reading

    def _believable(self, number: int, column: SheetColumn, content: Any, value: Any) -> Any:
        if value is None:
            if column.required and column.key not in PLACE_COLUMNS:
                return self._fault(number, column, content, "required")
            return None
        if not _is_believable(value, column.most):
            return self._fault(number, column, content, "too_large")
        return value

    def _mend(self, number: int, column: SheetColumn, content: Any, reading: Any) -> None:
        if column.computed:
            return
        kinds = tuple(str(one) for one in reading.repairs)
        new = "" if reading.value is None else str(reading.value)
        place = self.sheet.name, number, self.letters[column.key]
        shown = content.isoformat() if hasattr(content, "isoformat") else str(content)
        self.mends.append(Mend(*place, shown[:60], new, kinds))
        if "month_unsure" in kinds:
            words = f"“{content}”读作 {new[:7]},也可能是 {new[:4]}-10,请核对。"
            self.questions.append(Question(*place, "month_unsure", words))

    def _villages(self, block: Block, rows: list[Values]) -> list[Place | None]:
        """The village of each row; a roster may also bring a new one by its code."""
        if self.kind.place == "none":
            return [None] * len(rows)
        return [self._village(block, at, values) for at, values in enumerate(rows)]

    def _village(self, block: Block, at: int, values: Values) -> Place | None:
        named = values.get("township"), values.get("village"), values.get("code")
        if named not in self._places:
            self._places[named] = self._found(values)
        found = self._places[named]
        if not isinstance(found, PlaceFault):
            return found
        if block.numbers[at] not in self._unplaced:
            self._place_fault(block.raw(at), found)
        return None

    def _found(self, values: Values) -> Place | PlaceFault | None:
        """The village, what is wrong with it, or None for a new one in a roster."""
        roster, code = self.kind.place == "roster", values.get("code")
        if roster and code and not self._is_ours(code):
            words = f"“{code}”不是本县或您辖区内的 12 位村代码。"
            return PlaceFault("code", "bad_code", words, "请核对代码的前几位。")
        found = self.gazetteer.find(values.get("township"), values.get("village"), code)
        if isinstance(found, PlaceFault):
            return self._perhaps_new(values, found) if roster else found
        name = values.get("village")
        if code and name and not roster and not self.gazetteer.calls(found, name):
            words = f"代码 {code} 是“{found.township_name}{found.name}”,表中写作“{name}”。"
            return PlaceFault("code", "code_mismatch", words, "请核对代码和村名。")
        return found

    def _perhaps_new(self, values: Values, fault: PlaceFault) -> PlaceFault | None:
        """A village that nobody knows is new, if it has code, township and name."""
        if fault.code in {"ended_village", "code_mismatch"}:
            return fault
        if not values.get("code"):
            hint = f"{fault.suggestion}新增的村请填写 12 位统计用区划代码。"
            return replace(fault, suggestion=hint)
        missing = next((key for key in PLACE_COLUMNS[:2] if not values.get(key)), "")
        if not missing:
            return None
        words, hint = WORDS["required"]
        header = self.kind.column(missing).header
        return PlaceFault(missing, "required", f"“{header}”{words}", hint)

    def _is_ours(self, code: str) -> bool:
        by = self.context.by
        return (
            len(code) == 12 and code.startswith(self.context.county) and by.territory.covers(code)
        )

    def _place_fault(self, raw: RawRow, found: PlaceFault) -> None:
        letter = next(
            (self.letters[key] for key in (found.column, "village", "code") if key in self.letters),
            "A",
        )
        place = self.sheet.name, raw.number, letter, _shown(raw.cells.get(found.column))
        self._note(Fault(*place, found.code, found.message, found.suggestion))

    def _fault(self, number: int, column: SheetColumn, content: Any, code: str) -> None:
        if column.computed:
            return
        message, hint = WORDS.get(code, ("无法识别。", "请核对。"))
        if code == "not_allowed" and column.options:
            hint = f"可选:{'、'.join(column.options)}。"
        if code == "other_unit" and column.unit:
            hint = f"请换算成{column.unit}后填写。"
        place = self.sheet.name, number, self.letters[column.key], _shown(content)
        self._note(Fault(*place, code, f"“{column.header}”{message}", hint))
        if column.key in PLACE_COLUMNS:
            self._unplaced.add(number)

    def _note(self, fault: Fault) -> None:
        self.faults.append(fault)
        self._faulty.add(fault.row)


def _add_sections(rows: list[Values], sections: list[str]) -> None:
    """The township that heads a section holds where the row names none."""
    for values, section in zip(rows, sections, strict=True):
        if section and not values.get("township"):
            values["township"] = section


def _at_once(
    column: SheetColumn, cells: Sequence[Any], unit: str, *, may_be_blank: bool
) -> Sequence[Any] | None:
    """The values of all cells, or None where one of them needs care."""
    whole = getattr(column.read, "whole", None)
    given = cells if None not in cells else [one for one in cells if one is not None]
    if whole is None or (given is not cells and not may_be_blank):
        return None
    values = whole(given, unit) if given else []
    if values is None or (values and column.most is not None and max(values) > column.most):
        return None
    return values if given is cells else _with_blanks(cells, values)


def _is_believable(value: Any, most: int | None) -> bool:
    return most is None or value <= most


def _with_blanks(cells: Sequence[Any], values: Sequence[Any]) -> list[Any]:
    """The values in the places of their cells, nothing in those of the blanks."""
    given = iter(values)
    return [None if cell is None else next(given) for cell in cells]


def _never(content: Any) -> None:
    """The quick way of readers that have none."""


def _shown(content: Any) -> str:
    if content is None:
        return ""
    return content.isoformat() if hasattr(content, "isoformat") else str(content)[:60]
