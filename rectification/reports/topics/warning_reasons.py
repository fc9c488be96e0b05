"""Reasons of a colour as documents print them. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rectification.warnings.sentences import reason

_TOLD = ("red", "yellow")
_WIDE = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）"})
# Between numbers and Chinese words documents leave no space.
_IDLE = re.compile(r"(?<=[^\x00-\x7f]) +(?=[0-9])|(?<=[0-9%]) +(?=[^\x00-\x7f])")
# A comma inside a number is no punctuation.
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")


def told_reasons(reasons: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What counted for the colour, red before yellow; nothing that was set aside or unknown."""
    counted = [one for one in reasons if one["level"] in _TOLD]
    return sorted(counted, key=lambda one: (_TOLD.index(one["level"]), one["rule"]))


def paper_reasons(reasons: Iterable[Mapping[str, Any]], titles: Mapping[str, str]) -> str:
    """They in words, one after another; empty for a village without any."""
    return "；".join(on_paper(reason(one, titles)) for one in told_reasons(reasons))


def on_paper(text: str) -> str:
    """The punctuation of documents."""
    return _IDLE.sub("", _THOUSANDS.sub("", text).translate(_WIDE))
