"""What a kind of rule is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rectification.warnings.rules.declaring import Finding
from rectification.warnings.rules.measures import Measure
from rectification.warnings.rules.own.declared import Declared
from rectification.warnings.rules.village import VillageFacts


@dataclass(frozen=True)
class Kind:
    """`judge` and `measure` of a declaration; `tries` are situations among which its examples
    are found."""

    judge: Callable[[Declared, VillageFacts], Finding | None]
    measure: Callable[[Declared, VillageFacts], tuple[Measure, ...]]
    tries: Callable[[Declared], Iterable[VillageFacts]]
