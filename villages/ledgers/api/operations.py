"""How the writes of a ledger are described."""

from dataclasses import replace
from typing import Any

from villages.ledgers.api.bodies import serializer_of
from villages.ledgers.api.bulk_answer import answer_schema
from villages.ledgers.api.bulk_body import body_schema
from villages.ledgers.api.fields import fields_of
from villages.ledgers.declaring import Ledger
from villages.rest.operations import Operation

_REASON: dict[str, Any] = {
    "name": "reason", "in": "query", "required": True, "x-label-zh": "理由",
    "description": "Why the row is taken away; it stands in the trail.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^\s\x00]"},
}  # fmt: skip


def writes_of(ledger: Ledger, component: str) -> dict[str, Operation]:
    """Operations by action; none where only verbs write."""
    if not ledger.writable:
        return {}
    made = {
        "create": _create(ledger, component),
        "partial_update": _change(ledger, component),
        "bulk": _bulk(ledger, component),
    }
    return made | ({"destroy": _remove(ledger)} if ledger.removable else {})


def _id(ledger: Ledger, act: str) -> str:
    return f"{ledger.key.replace('-', '_')}_{act}"


def _create(ledger: Ledger, component: str) -> Operation:
    return Operation(
        _id(ledger, "create"), f"Add one {ledger.one_en}", f"登记{ledger.one}",
        answer=component, fields=fields_of(ledger), body=f"{component}Write",
        inputs=serializer_of(ledger).inputs, status=201, repeatable=True,
    )  # fmt: skip


def _change(ledger: Ledger, component: str) -> Operation:
    inputs = tuple(replace(one, required=False) for one in serializer_of(ledger).inputs)
    return Operation(
        _id(ledger, "change"), f"Change one {ledger.one_en}", f"更正{ledger.one}",
        answer=component, fields=fields_of(ledger), body=f"{component}Change", inputs=inputs,
        matches=True,
    )  # fmt: skip


def _remove(ledger: Ledger) -> Operation:
    return Operation(
        _id(ledger, "remove"), f"Take one {ledger.one_en} away", f"删除{ledger.one}",
        status=204, matches=True, parameters=(_REASON,),
    )  # fmt: skip


def _bulk(ledger: Ledger, component: str) -> Operation:
    return Operation(
        _id(ledger, "bulk"), f"Write or remove many {ledger.title_en}", f"批量登记{ledger.title}",
        answer="BulkResults", schema=answer_schema(), body=f"{component}Bulk",
        whole_body=body_schema(component), repeatable=True,
    )  # fmt: skip
