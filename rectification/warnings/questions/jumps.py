"""Amounts far from the village's own seasons, or from its peers where it has no past (M9). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from collective_economy.plausibility import Factors, Reference, peer_medians, verdict
from rectification.warnings.choices import QuestionKind
from rectification.warnings.questions.noticed import Noticed


@dataclass(frozen=True)
class Stated:
    """What one village stated of one kind from January to the month, and its own past."""

    code: str
    category: str
    fen: int
    past: Sequence[int] = field(default_factory=tuple)


def jumps(
    stated: Iterable[Stated], factors: Factors, explained: Iterable[tuple[str, str]]
) -> list[Noticed]:
    """One question for each amount; none where a sentence stands beside it already."""
    rows, told = list(stated), set(explained)
    kinds: dict[str, list[int]] = {}
    for one in rows:
        kinds.setdefault(one.category, []).append(one.fen)
    peers = peer_medians(kinds)
    asked = (one for one in rows if (one.code, one.category) not in told)
    return [found for one in asked if (found := _jump(one, peers, factors))]


def _jump(one: Stated, peers: Mapping[str, int | None], factors: Factors) -> Noticed | None:
    usual = verdict(one.fen, Reference(one.past, peers[one.category]), factors)
    if usual is None:
        return None
    facts = {
        "category": one.category, "fen": one.fen, "usual_fen": usual,
        "own": any(fen > 0 for fen in one.past),
    }  # fmt: skip
    return Noticed(QuestionKind.JUMP, one.code, f"{one.code}:{one.category}", facts)
