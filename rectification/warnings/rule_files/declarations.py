"""Checks the declaration of one rule of the county's own."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.checker import Checker, Path, switches
from rectification.warnings.rule_files.shape import (
    COMMON,
    HIGHEST,
    ITEM_KEYS,
    KIND_SHAPES,
    MOST_ITEMS,
    OWN_LIMITS,
    OWN_NUMBERS,
    OWN_WORDS,
    SWITCHES,
    KindShape,
)
from rectification.warnings.rules.declaring import Category, Level
from rectification.warnings.rules.own.declared import SIDES, UPWARD, OwnKind

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,4})?")
_KEY = re.compile(r"(fact:[a-z_]{1,40}|[a-z][a-z0-9-]{0,39})")
_LABEL = 60
Row = dict[str, Any]


def declaration(check: Checker, told: Mapping[str, Any], path: Path) -> Row:
    """The declaration with the keys of its kind in their order."""
    kind = _choice(check, told.get("kind"), (*path, "kind"), [one.value for one in OwnKind])
    if not kind:
        return {**switches(check, told, path), "kind": "", "title": str(told.get("title", ""))}
    shape = KIND_SHAPES[OwnKind(kind)]
    keys = (*COMMON, *shape.needs, *shape.takes)
    check.known(told, {*SWITCHES, *keys}, path)
    found: Row = switches(check, told, path)
    for key in keys:
        value = _value(check, key, told, (*path, key), shape)
        if value is not None:
            found[key] = value
    _need(check, found, shape, path)
    return found


def _value(check: Checker, key: str, told: Mapping[str, Any], path: Path, shape: KindShape) -> Any:
    said = told.get(key)
    if key == "kind":
        return said
    if said is None and key not in ("title", "category", "basis"):
        return None
    if key == "items":
        return _items(check, said, path)
    if key in OWN_NUMBERS:
        return check.whole(said, path, OWN_NUMBERS[key])
    if key in OWN_LIMITS:
        whole = shape.whole and key != "limit"
        return _count(check, said, path) if whole else _number(check, said, path)
    return _word(check, key, said, path)


def _word(check: Checker, key: str, said: Any, path: Path) -> str | None:
    if key in ("side", "red_side"):
        return _choice(check, said, path, list(SIDES)) or None
    if key == "category":
        return _choice(check, said, path, [one.value for one in Category]) or None
    text = check.word("" if said is None else said, path, OWN_WORDS[key].longest)
    if key in ("indicator", "base"):
        return _key(check, text, path)
    return text if text or key in COMMON else None


def _key(check: Checker, text: str, path: Path) -> str | None:
    if not _KEY.fullmatch(text):
        check.blame(path, _("请写指标的代码,或者 fact: 开头的现有数据。"))
        return None
    return text


def _choice(check: Checker, said: Any, path: Path, known: list[str]) -> str:
    if isinstance(said, str) and said in known:
        return said
    check.blame(path, _("只能是 %s 中的一个。") % "、".join(known))
    return ""


def _number(check: Checker, said: Any, path: Path) -> int | str | None:
    """An exact number: whole ones as they are, others as text without idle zeros."""
    text = str(said) if isinstance(said, int | str | Decimal) else ""
    if isinstance(said, bool) or not _NUMBER.fullmatch(text):
        check.blame(path, _("这里应是数字,最多四位小数。"))
        return None
    value = Decimal(text)
    return int(value) if value == int(value) else f"{value.normalize():f}"


def _count(check: Checker, said: Any, path: Path) -> int | None:
    if isinstance(said, bool) or not isinstance(said, int) or not 1 <= said <= HIGHEST:
        check.blame(path, _("这里应是不小于 1 的整数。"))
        return None
    return said


def _items(check: Checker, said: Any, path: Path) -> list[Row]:
    if not isinstance(said, list) or not 1 <= len(said) <= MOST_ITEMS:
        check.blame(path, _("请列出 1 到 %d 个条件。") % MOST_ITEMS)
        return []
    return [
        _item(check, check.table(one, (*path, place)), (*path, place))
        for place, one in enumerate(said)
    ]


def _item(check: Checker, told: Mapping[str, Any], path: Path) -> Row:
    check.known(told, ITEM_KEYS, path)
    label = check.word(told.get("label", ""), (*path, "label"), _LABEL)
    if not label:
        check.blame((*path, "label"), _("请写明条件的名称。"))
    levels = [Level.RED.value, Level.YELLOW.value]
    key = check.word(told.get("indicator", ""), (*path, "indicator"), _LABEL)
    return {
        "indicator": _key(check, key, (*path, "indicator")),
        "side": _choice(check, told.get("side"), (*path, "side"), list(SIDES)),
        "limit": _number(check, told.get("limit"), (*path, "limit")),
        "label": label,
        "level": _choice(check, told.get("level", "red"), (*path, "level"), levels),
        "window": check.whole(told.get("window", 1), (*path, "window"), OWN_NUMBERS["window"]),
    }


def _need(check: Checker, found: Row, shape: KindShape, path: Path) -> None:
    for key in shape.needs:
        if key not in found and not any(one.path[: len(path) + 1] == (*path, key)
                                        for one in check.faults):  # fmt: skip
            check.blame((*path, key), _("这一项必须填写。"))
    if "yellow" in shape.takes and not {"yellow", "red"} & set(found):
        check.blame(path, _("黄色线和红色线至少写一个。"))
    sides = [SIDES[found[key]] for key in ("side", "red_side") if found.get(key)]
    if len({one in UPWARD for one in sides}) > 1:
        check.blame((*path, "red_side"), _("黄色和红色应是同一个方向。"))
