"""Writes a rule set as TOML: the same content gives the same text."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.shape import (
    FORMAT,
    HEAD,
    KIND_SHAPES,
    RATING,
    SWITCHES,
    Content,
)
from rectification.warnings.rules import by_code
from rectification.warnings.rules.own.declared import OwnKind


def to_toml(content: Content) -> str:
    """The text of a rule set in normal form; labels stand beside the numbers as comments."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: Content) -> Iterator[str]:
    yield "# " + _("预警规则。改数字后可上传为草案;# 后面是说明,不影响规则。")
    yield f"format = {FORMAT}"
    for name in HEAD:
        if name != "effective_from":
            yield f"{name} = {_text(content[name])}"
        elif content[name]:
            yield f"{name} = {content[name]}"
    yield from ("", "[rating]")
    for name, one in RATING.items():
        yield _pair(name, content["rating"][name], f"{one.label}({one.unit})")
    for code, told in content["rules"].items():
        yield from _rule(code, told)
    for code, told in content["own"].items():
        yield from _own(code, told)


def _rule(code: str, told: Mapping[str, Any]) -> Iterator[str]:
    rule = by_code()[code]
    yield from ("", f"[rules.{code}]  # {rule.title}")
    for name, label in SWITCHES.items():
        yield _pair(name, told[name], label)
    for key, one in rule.thresholds.items():
        yield _pair(key, told[key], f"{one.label}({one.unit})" if one.unit else one.label)


def _own(code: str, told: Mapping[str, Any]) -> Iterator[str]:
    kinds = {one.value: shape.label for one, shape in KIND_SHAPES.items()}
    yield from ("", f"[own.{code}]")
    for key, value in told.items():
        if key != "items":
            yield _pair(key, value, kinds[OwnKind(value)] if key == "kind" else "")
    for item in told.get("items", ()):
        yield from ("", f"[[own.{code}.items]]", *_pairs(item.items()))


def _pairs(rows: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for key, value in rows:
        yield _pair(key, value)


def _pair(key: str, value: Any, comment: Any = "") -> str:
    return f"{key} = {_written(value)}" + (f"  # {comment}" if comment else "")


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _text(value)


def _text(value: str) -> str:
    """A basic string; JSON escapes all that TOML does but the last control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
