"""Words as they stand on paper."""

import re
from typing import Any

from villages.common.text import strip_illegal

_FULL = {",": "，", ";": "；", ":": "："}
_HALF = re.compile(r"(?<=[^\x00-\x7f])[,;:]|[,;:](?=[^\x00-\x7f])")


def on_paper(value: Any) -> str:
    """Text for paper: punctuation between Chinese characters is full-width; a dash for nothing."""
    return "—" if value is None else _HALF.sub(_full, strip_illegal(str(value)))


def _full(match: re.Match[str]) -> str:
    return _FULL[match[0]]
