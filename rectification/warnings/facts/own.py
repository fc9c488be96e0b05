"""What the county's own indicators say, for the rules that the county declared."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

from rectification.warnings.facts.asking import Asked
from rectification.warnings.rules import VillageFacts
from rectification.warnings.rules.own import FACT
from rectification.warnings.rules.own.numbers import fact_number
from villages.indicators.figures.series import Series, series

Told = dict[str, Any]
# Places among the villages are told of so many newest periods.
_RANKED = 2


def known(
    asked: Asked, keys: Collection[str], facts: Mapping[int, VillageFacts]
) -> dict[int, dict[str, Told]]:
    """By village (primary key) what is known of each number that a rule names (see
    `rules/own/numbers`). Two queries where an indicator is named, else none.

    A key that nobody asks about on the day is left out: it is unknown.
    """
    stems = sorted(one for one in keys if not one.startswith(FACT))
    told: dict[int, dict[str, Told]] = {pk: {} for pk in asked.roll.codes}
    found = series(asked.scope, asked.county, stems, asked.on) if stems else {}
    for stem, one in found.items():
        _add(told, stem, _of_indicator(one, list(told)))
    for key in sorted(set(keys) - set(stems)):
        _add(told, key, _of_field(key, facts))
    return told


def _add(told: dict[int, dict[str, Told]], key: str, rows: Mapping[int, Told]) -> None:
    for pk, row in rows.items():
        told[pk][key] = row


def _of_indicator(one: Series, villages: list[int]) -> dict[int, Told]:
    values = {pk: one.of(pk) for pk in villages}
    orders = [
        _orders({pk: row[place] for pk, row in values.items()})
        for place in range(min(_RANKED, len(one.spans)))
    ]
    return {
        pk: {
            "h": [None if value is None else str(value) for value in row], "d": one.days,
            "r": [order[pk] for order in orders],
        }
        for pk, row in values.items()
    }  # fmt: skip


def _of_field(key: str, facts: Mapping[int, VillageFacts]) -> dict[int, Told]:
    """The place of a field that the facts hold anyway."""
    field = fact_number(key)
    if field is None:
        return {}
    values = {pk: field.value(one) if field.due(one) else None for pk, one in facts.items()}
    return {pk: {"r": [order]} for pk, order in _orders(values).items()}


def _orders(values: Mapping[int, Fraction | None]) -> dict[int, list[int]]:
    """How many villages have less, how many more, of how many; all zero for one without."""
    ordered: Sequence[Fraction] = sorted(one for one in values.values() if one is not None)
    return {
        pk: [0, 0, 0]
        if one is None
        else [bisect_left(ordered, one), len(ordered) - bisect_right(ordered, one), len(ordered)]
        for pk, one in values.items()
    }
