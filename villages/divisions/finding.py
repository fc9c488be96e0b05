"""What a unit can be found by, stored in lower case in one column."""

from collections.abc import Iterable

from villages.common.text import search_key
from villages.divisions.pinyin import read
from villages.models.base import Division

_LIMIT = 600
_PINYIN, _INITIALS = 200, 60


def plain_words(name: str, code: str) -> str:
    """Name and code: what a fresh list gives before anything is read aloud."""
    return f"{search_key(name)} {code}"


def readings_of(name: str, code: str, former: Iterable[str] = ()) -> tuple[str, str, str]:
    """Pinyin, initials and the whole search text of a unit."""
    reading = read(name)
    words = [search_key(name), code, *reading.words]
    for old in former:
        words += [search_key(old), *read(old).words]
    text = " ".join(dict.fromkeys(word for word in words if word))
    return reading.full[:_PINYIN], reading.initials[:_INITIALS], _whole_words(text)


def refresh(unit: Division, code: str, former: Iterable[str] = ()) -> None:
    """Sets what the unit is found by from its name; the caller saves it."""
    unit.pinyin, unit.initials, unit.search_text = readings_of(unit.name, code, former)


def _whole_words(text: str) -> str:
    return text if len(text) <= _LIMIT else text[: _LIMIT + 1].rpartition(" ")[0]
