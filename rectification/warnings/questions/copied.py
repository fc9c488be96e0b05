"""The same sentence in several villages, or month after month in one (M3). Pure.

What "nearly the same" means is villages/filings/similar.py: short answers such as 无变化 are
honest and never compared. Villages of a township that say the same are one question, not many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rectification.warnings.choices import QuestionKind
from rectification.warnings.questions.noticed import Noticed, short
from villages.filings.similar import Likeness, Resemblance, Said, resemblances, tidy

TOWNSHIP = 9
Where = Mapping[tuple[str, str], str]
_Node = tuple[str, str]


@dataclass(frozen=True)
class Alike:
    """From where it is asked: so many villages of a township, or so many months running of a
    sentence of so many letters."""

    likeness: Likeness
    villages: int = 2
    months: int = 3
    letters: int = 20


def copied(said: Iterable[Said], month: int, where: Where, alike: Alike) -> list[Noticed]:
    """Questions about the sentences of one month; `said` holds those of months before too.

    `where` tells by village and text in which ledger a sentence of the month stands.
    """
    rows = sorted(said, key=lambda one: (one.code, one.month, one.text))
    own = [one for one in rows if one.month == month]
    found = resemblances(own, own, alike.likeness)
    inside = [one for one in found if one.said.code[:TOWNSHIP] == one.other.code[:TOWNSHIP]]
    groups = [one for one in _groups(inside) if len({n[0] for n in one}) >= alike.villages]
    kept = _kept(rows, month, alike)
    told = {node for group in groups for node in group}
    return [
        *(_together(group, inside, where, kept) for group in groups),
        *_across(found, where, told),
        *_alone(kept, where, told),
    ]


def _groups(pairs: Sequence[Resemblance]) -> list[tuple[_Node, ...]]:
    """Sentences that hang together, each group in order of villages."""
    of: dict[_Node, set[_Node]] = {}
    for one in pairs:
        first, second = _node(one.said), _node(one.other)
        joined = of.get(first, {first}) | of.get(second, {second})
        of |= dict.fromkeys(joined, joined)
    return sorted({tuple(sorted(group)) for group in of.values()})


def _node(said: Said) -> _Node:
    return said.code, said.text


def _together(
    group: Sequence[_Node], pairs: Sequence[Resemblance], where: Where,
    kept: Mapping[_Node, Sequence[Said]],
) -> Noticed:  # fmt: skip
    """One question for all villages of a township; the two that are most alike are shown."""
    own = [one for one in pairs if _node(one.said) in set(group)]
    best = min(own, key=lambda one: (-one.percent, *sorted((_node(one.said), _node(one.other)))))
    first, second = sorted((best.said, best.other), key=lambda one: one.code)
    codes = sorted({code for code, _text in group})
    facts = {
        "where": where.get(_node(first), ""), "text": first.text, "other_text": second.text,
        "percent": best.percent, "villages": len(codes), "codes": "、".join(codes),
        "again": len([node for node in group if node in kept]),
    }  # fmt: skip
    key = f"{codes[0]}:{short(tidy(group[0][1]))}"
    return Noticed(QuestionKind.COPIED, first.code, key, facts, second.code)


def _across(
    found: Sequence[Resemblance], where: Where, told: set[_Node]
) -> Iterator[Noticed]:  # fmt: skip
    """Villages of two townships: each is asked about its own sentence."""
    for one in found:
        if one.said.code[:TOWNSHIP] != one.other.code[:TOWNSHIP] and _node(one.said) not in told:
            facts = {
                "where": where.get(_node(one.said), ""), "text": one.said.text,
                "other_text": one.other.text, "percent": one.percent, "villages": 2,
                "far": True,
            }  # fmt: skip
            key = f"{one.said.code}:{short(tidy(one.said.text))}"
            told.add(_node(one.said))
            yield Noticed(QuestionKind.COPIED, one.said.code, key, facts, one.other.code)


def _alone(
    kept: Mapping[_Node, Sequence[Said]], where: Where, told: set[_Node]
) -> Iterator[Noticed]:
    """A village that repeats itself, where nobody else says the same."""
    for node, earlier in sorted(kept.items()):
        if node not in told:
            code, text = node
            last = earlier[0]
            facts = {
                "where": where.get(node, ""), "text": text, "other_text": last.text,
                "since": earlier[-1].month, "earlier": last.month, "months": len(earlier) + 1,
            }  # fmt: skip
            yield Noticed(QuestionKind.COPIED, code, f"{code}:own:{short(tidy(text))}", facts)


def _kept(rows: Sequence[Said], month: int, alike: Alike) -> dict[_Node, list[Said]]:
    """Sentences of the month that the village wrote in each month before, the newest first."""
    earlier: dict[str, dict[int, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in rows:
        if one.month < month:
            earlier[one.code][one.month].append(one)
    found = {}
    for one in rows:
        if one.month == month and len(tidy(one.text)) >= alike.letters:
            run = list(_run(one, earlier[one.code], alike))
            if len(run) >= alike.months - 1:
                found[_node(one)] = run
    return found


def _run(said: Said, earlier: Mapping[int, Sequence[Said]], alike: Alike) -> Iterator[Said]:
    """The months just before in which the same was written, until one in which it was not."""
    for number in _before(said.month, alike.months - 1):
        like = [one for one in earlier.get(number, ()) if _is_like(said, one, alike.likeness)]
        if not like:
            return
        yield like[0]


def _before(month: int, count: int) -> Iterator[int]:
    for _step in range(count):
        month = month - 1 if month % 100 > 1 else month - 89
        yield month


def _is_like(one: Said, other: Said, likeness: Likeness) -> bool:
    return fuzz.ratio(tidy(one.text), tidy(other.text)) >= likeness.percent
