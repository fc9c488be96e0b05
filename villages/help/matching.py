"""Finds pages by words. Chinese questions come without spaces, so pairs of characters count too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from villages.common.text import search_key

TITLE, SUMMARY = 40, 15
_BODY_MOST = 10
_ENOUGH = 0.5
_BEFORE, _AROUND = 24, 96
_ASKING = re.compile(
    "怎么办|怎么做|怎么|怎样|如何|为什么|什么|请问|能不能|可以|哪里|吗|呢|我|[?？]"
)


@dataclass(frozen=True)
class Words:
    """What of a page is searched."""

    title: str
    summary: str
    body: str


def points(query: str, words: Words) -> float:
    """How well a page fits; 0 is not at all.

    A page that holds every word of the query counts most, words of asking left out; without such
    words, one that holds at least half of the query's pairs of characters.
    """
    keys = Words(*(search_key(part) for part in (words.title, words.summary, words.body)))
    terms = _terms(query)
    whole = [_worth(term, keys) for term in terms]
    return sum(whole) if all(whole) else _by_pairs("".join(terms), keys)


def excerpt(query: str, body: str) -> list[tuple[str, bool]]:
    """Some words around the first hit, as (text, is it the hit); empty without a literal hit."""
    folded, terms = body.casefold(), _terms(query)
    halves = [pair for term in terms for pair in _pairs(term)]
    for wanted in (query.strip().casefold(), *terms, *halves):
        at = folded.find(wanted)
        if at >= 0:
            return _pieces(body, at, len(wanted))
    return []


def _terms(query: str) -> list[str]:
    """What is asked about, without the words of asking; all words where nothing else is left."""
    asked = [search_key(term) for term in _ASKING.sub(" ", query).split()]
    every = [search_key(term) for term in query.split()]
    return [term for term in asked if term] or [term for term in every if term]


def _worth(term: str, keys: Words) -> float:
    body = min(keys.body.count(term), _BODY_MOST)
    return TITLE * (term in keys.title) + SUMMARY * (term in keys.summary) + body


def _by_pairs(term: str, keys: Words) -> float:
    pairs = _pairs(term)
    held = [pair for pair in pairs if pair in keys.title + keys.summary + keys.body]
    if len(pairs) < 2 or len(held) < _ENOUGH * len(pairs):
        return 0
    in_head = sum(pair in keys.title + keys.summary for pair in held)
    return (len(held) + 2 * in_head) / len(pairs)


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isspace()]


def _pieces(body: str, at: int, length: int) -> list[tuple[str, bool]]:
    first, last = max(0, at - _BEFORE), at + length + _AROUND
    before = ("…" if first else "") + body[first:at]
    after = body[at + length : last] + ("…" if last < len(body) else "")
    return [(before, False), (body[at : at + length], True), (after, False)]


def ranked(query: str, pages: Iterable[tuple[str, Words]]) -> list[str]:
    """The keys of the pages that fit, the best first; equals keep their order."""
    scored = [(points(query, words), key) for key, words in pages]
    return [key for score, key in sorted(scored, key=lambda pair: -pair[0]) if score]
