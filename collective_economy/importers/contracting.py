"""发包及上交收入 of the old accounting system, split into the accounts of the new one."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from collective_economy.parameters import contracting_split
from collective_economy.splitting import split
from villages.common.money import json_yuan
from villages.imports.declaring import Context, Row, Values
from villages.imports.findings import Question


def derive(context: Context, rows: list[Row]) -> list[Row]:
    """Rows with the old account added to 经营收入 and 投资收益 by the county's dated rule."""
    if not any(row.values.get("contracted") is not None for row in rows):
        return rows
    permille = contracting_split(context.county, context.on)
    return [_with_split(row, permille) for row in rows]


def _with_split(row: Row, permille: int) -> Row:
    fen = row.values.get("contracted")
    if fen is None:
        return row
    parts = split(fen, {"operating": permille, "investment": 1000 - permille})
    note = _note(fen, permille, parts)
    values: Values = dict(row.values)
    for key, part in parts.items():
        values[key] = (values.get(key) or 0) + part
        values[f"{key}_note"] = note
    return replace(row, values=values)


def _note(fen: int, permille: int, parts: Values) -> str:
    return _(
        "发包及上交收入 %(all)s 元,按 %(permille)s‰ 划入经营收入 %(operating)s 元,"
        "其余 %(investment)s 元划入投资收益"
    ) % {
        "all": json_yuan(fen), "permille": permille, "operating": json_yuan(parts["operating"]),
        "investment": json_yuan(parts["investment"]),
    }  # fmt: skip


def split_shown(rows: list[Row]) -> Iterator[Question]:
    """The split of each row, for whoever looks at the preview."""
    for row in rows:
        if note := row.values.get("operating_note"):
            yield Question(row.sheet, row.number, "", "contracting_split", f"{note}。")
