"""On which line of a file a key stands."""

import re
from collections import Counter

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"'-]+)\s*=")


def line_of(text: str, path: Path) -> int:
    """The line of the key, else of the table it belongs to; 0 where neither is found."""
    best, depth = 0, 0
    table: Path = ()
    seen: Counter[str] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table(header, seen)
            here: Path = table
        elif key := _KEY.match(line):
            here = (*table, *_parts(key[1]))
        else:
            continue
        if len(here) > depth and here == path[: len(here)]:
            best, depth = number, len(here)
    return best


def _table(header: re.Match[str], seen: Counter[str]) -> Path:
    parts = _parts(header[2])
    if header[1] == "[":
        return parts
    place = seen[header[2]]
    seen[header[2]] += 1
    return (*parts, place)


def _parts(said: str) -> Path:
    return tuple(one.strip().strip("\"'") for one in said.split("."))
