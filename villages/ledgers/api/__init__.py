"""The REST resources of ledgers, made from their declarations."""

from villages.ledgers.api.enumerations import ledger_enumerations
from villages.ledgers.api.making import ledger_resources, resource_of

__all__ = ["ledger_enumerations", "ledger_resources", "resource_of"]
