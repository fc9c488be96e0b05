"""How each kind of declared rule judges, and which numbers it compares."""

from rectification.warnings.rules.own.declared import OwnKind
from rectification.warnings.rules.own.kinds import (
    amounts,
    counts,
    lists,
    ranks,
    runs,
)
from rectification.warnings.rules.own.kinds.shape import Kind

KINDS: dict[OwnKind, Kind] = {
    OwnKind.THRESHOLD: amounts.THRESHOLD,
    OwnKind.RATE: amounts.RATE,
    OwnKind.RANK: ranks.RANK,
    OwnKind.RUN: runs.RUN,
    OwnKind.COUNT: counts.COUNT,
    OwnKind.LISTED: lists.LISTED,
}
