"""The filing of a village and month as JSON: what is asked, stated, drafted, sent back."""

from collections.abc import Mapping
from typing import Any

from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.api import wire
from villages.filings.api.fields import (
    IDENTITY,
    LATE,
    MONTH,
    NAME,
    RECEIPT,
    SENT,
    STATE,
    TOWNSHIP,
    VALUE,
    VERSION,
    VILLAGE,
)
from villages.filings.figures.sheet import Cell, Line, sheet
from villages.filings.models import Filing
from villages.filings.values import unit_of
from villages.models import Village
from villages.rest import shapes
from villages.rest.fields import Field
from villages.rest.wire import write_instant

_RETURNED = Field("returned", "退回原因", "Why the filing was sent back as a whole; else empty")
_HEADS = (VILLAGE, NAME, TOWNSHIP, MONTH, LATE, SENT, RECEIPT, VERSION, _RETURNED)


def line_of(village: Village, month: Month) -> Line:
    """What is known of one village's month."""
    return sheet([village], village.county_code, month).lines[0]


def filing_object(village: Village, month: Month, line: Line) -> dict[str, Any]:
    """The whole answer; `state` and `uid` are null while nobody began. One query."""
    rows = Filing.objects.filter(village=village, month=month.number)
    sent = rows.values_list("sent_at", "receipt__number").first() or (None, None)
    return {
        "uid": line.uid or None,
        "village": village.code,
        "name": village.name,
        "township": village.township.code,
        "period": month.code,
        "state": line.state or None,
        "is_late": line.is_late,
        "sent_at": write_instant(sent[0]) if sent[0] else None,
        "receipt": sent[1],
        "version": line.version,
        "returned": line.returned,
        "values": [_value(cell) for cell in line.cells],
    }


def _value(cell: Cell) -> dict[str, Any]:
    one = cell.input
    return {
        "key": one.key,
        "label": str(one.label),
        "unit": unit_of(one),
        "value": wire.shown(one, cell.stated),
        "last": wire.shown(one, cell.last),
        "draft": cell.typed,
        "mark": cell.mark or None,
        "note": cell.note or cell.drafted_note,
        "returned": cell.returned,
    }


def filing_schema() -> dict[str, Any]:
    """The schema of the answer."""
    uid = Field(IDENTITY.name, IDENTITY.zh, IDENTITY.en, pattern=IDENTITY.pattern, nullable=True)
    state = Field(
        STATE.name, STATE.zh, STATE.en, Kind.CHOICE, choices=STATE.choices, nullable=True,
        about_en="Null while nobody began.",
    )  # fmt: skip
    made = shapes.object_of((uid, state, *_HEADS))
    made["properties"]["values"] = {
        "type": "array", "items": _value_schema(),
        "description": "What is asked, in order.", "x-label-zh": "各项",
    }  # fmt: skip
    made["required"].append("values")
    return made


def _value_schema() -> Mapping[str, Any]:
    made = shapes.object_of(VALUE)
    for name, en, zh in (
        ("value", "What the ledger states for the month; null: nothing.", "本月"),
        ("last", "What it stated before; null: nothing.", "上期"),
    ):
        made["properties"][name] = {**wire.SCHEMA, "description": en, "x-label-zh": zh}
        made["required"].append(name)
    return made
