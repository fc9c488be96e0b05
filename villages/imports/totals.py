"""The grand total that a sheet carries, against the rows above it."""

from typing import Any

from villages.imports.declaring import Row
from villages.imports.findings import Question
from villages.imports.row_reading import RowReader
from villages.imports.rows import RawRow


def compare_total(total: RawRow, reader: RowReader, rows: list[Row]) -> list[Question]:
    """A question for each column whose stated total is not the sum of its rows."""
    found = []
    for column in reader.columns:
        if not column.unit or total.cells.get(column.key) is None:
            continue
        stated = reader.value_of(total, column.key)
        summed = _sum(rows, column.key)
        if stated is not None and summed is not None and stated != summed:
            words = f"“{column.header}”合计写作 {stated},各行相加是 {summed}。"
            place = reader.sheet.name, total.number, reader.letters[column.key]
            found.append(Question(*place, "sum_differs", words))
    return found


def _sum(rows: list[Row], key: str) -> Any:
    values = [value for row in rows if (value := row.values.get(key)) is not None]
    try:
        return sum(values)
    except TypeError:
        return None
