"""Reasons and receipts as JSON."""

from collections.abc import Iterable
from typing import Any

from rectification.warnings.editions import InForce, in_force
from rectification.warnings.figures.distance import distances
from rectification.warnings.figures.receipts import receipts_by_uid
from rectification.warnings.figures.replaying import replay_of
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules import VillageFacts
from rectification.warnings.sentences.explaining import Explained
from rectification.warnings.standing import Standing
from rectification.warnings.standing_words import standing_lines


def with_reasons(results: list[dict[str, Any]]) -> None:
    """Puts explained reasons into the rows of a page. Three queries, whatever the page's length."""
    read = receipts_by_uid([one["uid"] for one in results])
    sets = in_force({one.rule_set_id for one in read.values()})
    for row in results:
        told = read[row["uid"]]
        row["reasons"] = reasons_of(told, sets[told.rule_set_id])


def reasons_of(warning: VillageWarning, at_hand: InForce) -> list[dict[str, Any]]:
    """The reasons of a receipt, what counts first."""
    return [_reason(one) for one in at_hand.explain(warning.reasons, warning.facts)]


def receipt_of(warning: VillageWarning) -> dict[str, Any]:
    """What the whole object has beside its row."""
    at_hand = in_force([warning.rule_set_id])[warning.rule_set_id]
    replay = replay_of(warning, at_hand.rules)
    return {
        "reasons": reasons_of(warning, at_hand),
        "standing": list(standing_lines(Standing.from_json(warning.standing))),
        "replay_equal": replay.is_equal,
        "untouched": replay.is_untouched,
        "facts": warning.facts,
        "distances": _turns(warning, at_hand),
    }


def _turns(warning: VillageWarning, at_hand: InForce) -> list[dict[str, Any]]:
    names = ("rule", "label", "value", "unit", "to_colour", "text")
    found: Iterable[Any] = distances(VillageFacts.from_json(warning.facts), at_hand.rules)
    return [{name: getattr(one, name) for name in names} for one in found]


def _reason(one: Explained) -> dict[str, Any]:
    number = one.number
    return {
        "rule": one.code,
        "title": one.title,
        "level": one.level,
        "sentence": one.sentence,
        "label": number.label if number else None,
        "value": _plain(number.value) if number else None,
        "threshold": _plain(number.threshold) if number else None,
        "margin": _plain(number.margin) if number else None,
        "unit": number.unit if number else None,
        "held": one.held.code if one.held else None,
        "waiting": one.is_waiting,
        "rule_set": one.edition.name,
        "ledgers": list(one.rule.ledgers) if one.rule else [],
    }


def _plain(text: str) -> str:
    return text.replace(",", "")
