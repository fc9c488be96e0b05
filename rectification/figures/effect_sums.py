"""Figures of a batch in which every village of it has a part: sums with their gaps."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rectification.figures.effect_parts import (
    CODE,
    Batch,
    Behind,
    Effect,
    EffectRow,
    Group,
    LeftOut,
    Listed,
)
from villages.common.figures import Figure, Missing


@dataclass(frozen=True)
class Told:
    """What a village says to a figure: `value` is None where nobody can say."""

    value: int | None
    text: str


@dataclass(frozen=True)
class Asked:
    """A figure that every village of the batch has its part in.

    With `villages` it counts villages, of those that said something.
    """

    key: str
    group: Group
    label: str
    unit: str
    source: str
    ledger: str
    definition: str
    villages: bool = False

    def of(self, batch: Batch, told: Mapping[str, Told]) -> Effect:
        """The sum over the villages that said something; the others are its gap, not zero."""
        known = [one for one in batch.places if one in told and told[one].value is not None]
        total = sum(told[code].value or 0 for code in known)
        figure = Figure(
            CODE + self.key, self.label, total if known else Missing.NOT_FILED, self.unit,
            numerator=total if self.villages else None, denominator=len(known), as_of=batch.on,
            missing=tuple(sorted(set(batch.places) - set(known))), source=self.source,
            definition=self.definition,
        )  # fmt: skip
        return Effect(self.key, self.group, figure, lambda: self._behind(batch, told))

    def _behind(self, batch: Batch, told: Mapping[str, Told]) -> Behind:
        said = [(place, told.get(code)) for code, place in batch.places.items()]
        return Behind(
            tuple(
                EffectRow(place, one.value, one.text, self.source, self.ledger)
                for place, one in said
                if one and one.value
            ),
            tuple(_left_out(place, one) for place, one in said if not (one and one.value)),
        )


def _left_out(place: Listed, one: Told | None) -> LeftOut:
    return LeftOut(place, one.text if one and one.text else _("没有登记"))
