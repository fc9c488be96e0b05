"""CSV and tab-separated text in whatever encoding a county's software wrote it."""

import csv
import re
from io import StringIO
from typing import Any

from villages.imports.reading.limits import Limits, RefusedError
from villages.imports.reading.workbook import cut_off

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS = ",\t;|，"
_QUOTED = re.compile('"[^"]*"')
_SAMPLE = 20_000


def sheets(data: bytes, limits: Limits) -> list[dict[str, Any]]:
    """The one table of the file; notes say which encoding it had."""
    text, encoding = decoded(data)
    csv.field_size_limit(100_000)
    try:
        source = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter(text)))
    except csv.Error as error:
        raise RefusedError("file_damaged") from error
    rows, dates, cut = cut_off(source, limits)
    table = {"rows": rows, "dates": dates, "cut": cut, "far": False, "merged": [], "no_value": []}
    return [{"name": "CSV", "hidden": False, "encoding": encoding, **table}]


def decoded(data: bytes) -> tuple[str, str]:
    """Text and encoding: a mark decides, then UTF-8, then GB18030, else the file is refused."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding), encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise RefusedError("file_encoding")


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError("file_encoding") from error


def delimiter(text: str) -> str:
    """The character that splits the first lines most evenly, quoted cells left aside."""
    bare = _QUOTED.sub("", text[:_SAMPLE])
    lines = [line for line in bare.splitlines()[:20] if line.strip()]
    counts = {one: [line.count(one) for line in lines] for one in _DELIMITERS}
    return max(_DELIMITERS, key=lambda one: (sum(n > 0 for n in counts[one]), sum(counts[one])))
