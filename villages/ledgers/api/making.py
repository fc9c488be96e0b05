"""The resource of a ledger, made from its declaration."""

from collections.abc import Collection
from typing import Any

from villages.ledgers.api.bodies import serializer_of
from villages.ledgers.api.bulk import BulkLedger
from villages.ledgers.api.fields import fields_of
from villages.ledgers.api.operations import writes_of
from villages.ledgers.api.resources import LedgerResource, Removal
from villages.ledgers.api.verbs import method_name, method_of, operation_of
from villages.ledgers.declaring import Ledger, ledgers
from villages.rest.resources import Resource


def ledger_resources(besides: Collection[str] = ()) -> tuple[type[Resource], ...]:
    """The resources of all ledgers but those that an app makes by hand."""
    return tuple(resource_of(one) for key, one in ledgers().items() if key not in besides)


def resource_of(ledger: Ledger) -> type[Resource]:
    """Reads, writes where people may write, and an address for every verb."""
    name = component_of(ledger)
    verbs = {method_name(one): method_of(ledger, one, name) for one in ledger.verbs}
    members = {**_declared(ledger, name), **verbs}
    if ledger.writable:
        members["body"] = serializer_of(ledger)
    return type(f"{name}Resource", _bases(ledger), members)


def _bases(ledger: Ledger) -> tuple[type, ...]:
    if not ledger.writable:
        return (LedgerResource,)
    return (Removal, BulkLedger) if ledger.removable else (BulkLedger,)


def _declared(ledger: Ledger, name: str) -> dict[str, Any]:
    return {
        "__doc__": f"The resource of {ledger.title_en}.",
        "ledger": ledger,
        "key": ledger.key,
        "label_zh": ledger.title,
        "label_en": ledger.title_en,
        "allowed": staticmethod(ledger.may_read),
        "model": ledger.model,
        "component": name,
        "fields": fields_of(ledger),
        "operations": {
            **writes_of(ledger, name),
            **{method_name(one): operation_of(ledger, one, name) for one in ledger.verbs},
        },
    }


def component_of(ledger: Ledger) -> str:
    """The name of a row in the schema: SupportProject."""
    return "".join(word[:1].upper() + word[1:] for word in ledger.one_en.replace("-", " ").split())
