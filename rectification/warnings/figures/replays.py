"""Judging stored months again from their receipts alone: nothing may differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rectification.warnings.figures.receipts import Receipt, rule_sets
from rectification.warnings.judging import outcome_of
from rectification.warnings.rules import VillageFacts
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.standing import Standing
from villages.common.periods import Month
from villages.trace.chain import digest_rows


@dataclass(frozen=True)
class Difference:
    """A receipt that gives another outcome now: which parts differ, and both colours."""

    village: str
    month: Month
    stored: str
    replayed: str
    parts: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        return {
            "village": self.village, "period": self.month.code, "stored": self.stored,
            "replayed": self.replayed, "parts": list(self.parts),
        }  # fmt: skip


@dataclass(frozen=True)
class Replay:
    """What a replay came to. `digest` names all outcomes found again, in order of village and
    month: the same on every database."""

    receipts: int
    months: int
    differences: tuple[Difference, ...]
    digest: str

    def to_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        told = [one.to_json() for one in self.differences]
        return {
            "receipts": self.receipts, "months": self.months, "differences": told,
            "digest": self.digest,
        }  # fmt: skip


def replay_all(stored: Iterable[Receipt]) -> Replay:
    """Judges each receipt by the rule set it names. Two queries beside those of the receipts."""
    kept = list(stored)
    rules = rule_sets({one.rule_set for one in kept})
    differences: list[Difference] = []
    digest = digest_rows(_again(kept, rules, differences))
    return Replay(len(kept), len({one.month for one in kept}), tuple(differences), digest)


def _again(
    kept: Iterable[Receipt], rules: dict[int, Rules], differences: list[Difference]
) -> Iterator[list[Any]]:
    for one in kept:
        found = replay_one(one, rules[one.rule_set])
        parts = tuple(name for name, value in found.items() if value != getattr(one, name))
        if parts:
            month = Month.from_number(one.month)
            differences.append(Difference(one.code, month, one.colour, found["colour"], parts))
        yield [one.code, one.month, *found.values()]


def replay_one(one: Receipt, rules: Rules) -> dict[str, Any]:
    """The outcome of one receipt by rules at hand, by the names of its stored parts."""
    facts, standing = VillageFacts.from_json(one.facts), Standing.from_json(one.standing)
    outcome = outcome_of(facts, standing, rules, Month.from_number(one.month))
    return {
        "colour": outcome.colour, "reasons": outcome.reasons, "raw": outcome.raw,
        "mark": outcome.mark, "red_months": outcome.red_months,
        "yellow_months": outcome.yellow_months,
    }  # fmt: skip
