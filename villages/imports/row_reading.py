"""One data row: every cell through its reader, the place through the gazetteer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from villages.common.errors import DomainError
from villages.common.readings import Reading, Unreadable
from villages.imports.declaring import Context, Row, SheetColumn, SheetKind, Values
from villages.imports.findings import WORDS, Fault, Mend, Question
from villages.imports.headers import Heading
from villages.imports.places import Gazetteer, Place, PlaceFault
from villages.imports.reading.run import Sheet
from villages.imports.rows import RawRow
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
        self._plan = [self._step(one) for one in self.columns]
        self._known: dict[tuple[str, str], Reading[Any]] = {}

    def _unit(self, column: SheetColumn, heading: Heading) -> Scale | None:
        return scale_between(heading.units.get(column.key, ""), column.unit)

    def _step(self, column: SheetColumn) -> tuple[Any, ...]:
        """A column with its quick way, where its cells stand in the unit that is kept."""
        scale = self._units[column.key]
        same = scale is not None and scale.factor == 1
        quick = getattr(column.read, "quick", None) if same else None
        blank = not column.required and not self.sheet.formulas_without_value
        return column.key, column, quick or _never, blank, column.most

    def read(self, raw: RawRow) -> Row | None:
        """The row, or None when a cell of it is faulty; all its faults are noted."""
        before = len(self.faults)
        values: Values = {}
        cells = raw.cells
        for key, column, quick, blank, most in self._plan:
            content = cells[key]
            if content is None and blank:
                values[key] = None
                continue
            value = quick(content)
            if value is None or (most is not None and value > most):
                value = self._cell(raw, column, content)
            values[key] = value
        if raw.section and not values.get("township"):
            values["township"] = raw.section
        village = self._village(raw, values, before) if self.kind.place != "none" else None
        if len(self.faults) > before:
            return None
        return Row(self.sheet.name, raw.number, values, village)

    def value_of(self, raw: RawRow, key: str) -> Any:
        """One cell of a row that is no data row; None where it cannot be read."""
        column = self.kind.column(key)
        try:
            return self._reading(column, raw.cells[key]).value
        except (Unreadable, DomainError):
            return None

    def _cell(self, raw: RawRow, column: SheetColumn, content: Any) -> Any:
        letter = self.letters[column.key]
        if content is None and f"{letter}{raw.number}" in self.sheet.formulas_without_value:
            return self._fault(raw, column, content, "formula_without_value")
        try:
            reading = self._reading(column, content)
        except (Unreadable, DomainError) as error:
            return self._fault(raw, column, content, error.code)
        if reading.repairs:
            self._mend(raw, column, content, reading)
        return self._believable(raw, column, content, reading.value)

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

    def _believable(self, raw: RawRow, column: SheetColumn, content: Any, value: Any) -> Any:
        if value is None:
            if column.required and column.key not in PLACE_COLUMNS:
                return self._fault(raw, column, content, "required")
            return None
        if column.most is not None and value > column.most:
            return self._fault(raw, column, content, "too_large")
        return value

    def _mend(self, raw: RawRow, column: SheetColumn, content: Any, reading: Any) -> None:
        kinds = tuple(str(one) for one in reading.repairs)
        new = "" if reading.value is None else str(reading.value)
        place = self.sheet.name, raw.number, self.letters[column.key]
        shown = content.isoformat() if hasattr(content, "isoformat") else str(content)
        self.mends.append(Mend(*place, shown[:60], new, kinds))
        if "month_unsure" in kinds:
            words = f"“{content}”读作 {new[:7]},也可能是 {new[:4]}-10,请核对。"
            self.questions.append(Question(*place, "month_unsure", words))

    def _village(self, raw: RawRow, values: Values, before: int) -> Place | None:
        """The village of the row; a roster may also bring a new one by its code."""
        places = {self.letters.get(key) for key in PLACE_COLUMNS}
        if any(one.column in places for one in self.faults[before:]):
            return None
        found = self._found(values)
        if isinstance(found, PlaceFault):
            self._place_fault(raw, found)
            return None
        return found

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
        shown = _shown(raw.cells.get(found.column))
        place = self.sheet.name, raw.number, letter, shown
        self.faults.append(Fault(*place, found.code, found.message, found.suggestion))

    def _fault(self, raw: RawRow, column: SheetColumn, content: Any, code: str) -> None:
        message, hint = WORDS.get(code, ("无法识别。", "请核对。"))
        if code == "not_allowed" and column.options:
            hint = f"可选:{'、'.join(column.options)}。"
        if code == "other_unit" and column.unit:
            hint = f"请换算成{column.unit}后填写。"
        place = self.sheet.name, raw.number, self.letters[column.key], _shown(content)
        self.faults.append(Fault(*place, code, f"“{column.header}”{message}", hint))


def _never(content: Any) -> None:
    """The quick way of readers that have none."""


def _shown(content: Any) -> str:
    if content is None:
        return ""
    return content.isoformat() if hasattr(content, "isoformat") else str(content)[:60]
