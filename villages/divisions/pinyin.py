"""Names in pinyin, without tones: in full, in initials, and under every reading asked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from villages.divisions.readings import PLACES, READINGS

_PLACE = re.compile("|".join(sorted(PLACES, key=len, reverse=True)))
_OTHER = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True)
class Pinyin:
    """`full` reads 李庄村 as lizhuangcun, `initials` as lzc; `words` holds both and every variant
    that a heteronym (长 chang, zhang) allows, one changed character at a time."""

    full: str
    initials: str
    words: tuple[str, ...]


def read(name: str) -> Pinyin:
    """The readings of a name; letters and digits in it stay as they are."""
    syllables = _syllables(name)
    words = dict.fromkeys(_variants(name, syllables))
    full, initials = _join(syllables)
    return Pinyin(full, initials, tuple(words))


def _syllables(name: str) -> list[str]:
    """One syllable per character, known places first, the dictionary for the rest."""
    parts: list[str] = []
    end = 0
    for place in _PLACE.finditer(name):
        parts += [*_plain(name[end : place.start()]), *PLACES[place.group()]]
        end = place.end()
    return parts + _plain(name[end:])


def _plain(text: str) -> list[str]:
    if not text:
        return []
    read_by_phrase = _dictionary(text)
    return [
        READINGS[one][0] if one in READINGS else syllable
        for one, syllable in zip(text, read_by_phrase, strict=True)
    ]


def _dictionary(text: str) -> list[str]:
    # The dictionary takes half a second to load; pages that never read a name do not pay it.
    from pypinyin import lazy_pinyin

    known = lazy_pinyin(text, errors=list)  # type: ignore[arg-type]
    return [_OTHER.sub("", syllable.lower()) for syllable in known]


def _variants(name: str, syllables: list[str]) -> Iterable[str]:
    yield from _join(syllables)
    for place, one in enumerate(name):
        for other in READINGS.get(one, ()):
            if other != syllables[place]:
                yield from _join([*syllables[:place], other, *syllables[place + 1 :]])


def _join(syllables: list[str]) -> tuple[str, str]:
    return "".join(syllables), "".join(_initial(one) for one in syllables)


@cache
def _initial(syllable: str) -> str:
    return syllable if syllable.isdigit() else syllable[:1]
