"""Rules of the county's own indicators, declared as data."""

from rectification.warnings.rules.own.declared import FACT, OwnKind, declared_of, keys_of
from rectification.warnings.rules.own.making import own_rule

__all__ = ["FACT", "OwnKind", "declared_of", "keys_of", "own_rule"]
