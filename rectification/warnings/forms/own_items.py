"""Conditions of a rule, one a line: 名称 | 指标代码 | 条件 | 标准 | 黄色 | 近12期."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.wording import side_words

_PARTS = 4
_WINDOW = re.compile(r"近\s*([0-9]{1,2})\s*期")
_LEVELS = {"黄色": "yellow", "黄": "yellow", "红色": "red", "红": "red"}


def items_text(items: Iterable[Mapping[str, Any]]) -> str:
    """Stored conditions as lines."""
    return "\n".join(_line(one) for one in items)


def _line(item: Mapping[str, Any]) -> str:
    side = side_words()[item["side"]]
    parts = [item["label"], item["indicator"], side, str(item["limit"])]
    if item.get("level") == "yellow":
        parts.append("黄色")
    if item.get("window", 1) > 1:
        parts.append(f"近{item['window']}期")
    return " | ".join(parts)


def items_of(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Lines as conditions, and what is wrong with which line."""
    found: list[dict[str, Any]] = []
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(_item(line))
        except ValueError as error:
            words = {"number": number, "error": error}
            wrong.append(_("第 %(number)d 行:%(error)s") % words)
    return found, wrong


def _item(line: str) -> dict[str, Any]:
    parts = [one.strip() for one in re.split(r"[|｜]", line)]
    if len(parts) < _PARTS or not all(parts[:_PARTS]):
        raise ValueError(_("要写齐名称、指标代码、条件、标准,用 | 隔开。"))
    label, key, side, limit = parts[:_PARTS]
    sides = {**{str(word): sign for sign, word in side_words().items()}, ">": ">", ">=": ">=",
             "<": "<", "<=": "<="}  # fmt: skip
    if side not in sides:
        raise ValueError(
            _("条件只能写 %s。") % "、".join(str(one) for one in side_words().values())
        )
    more = [_more(one) for one in parts[_PARTS:] if one]
    found = {"indicator": key, "side": sides[side], "limit": limit, "label": label}
    return {**found, **dict(more)}


def _more(said: str) -> tuple[str, Any]:
    if said in _LEVELS:
        return "level", _LEVELS[said]
    if window := _WINDOW.fullmatch(said):
        return "window", int(window[1])
    raise ValueError(_("“%s”看不懂;可以写“黄色”或者“近12期”。") % said[:20])
