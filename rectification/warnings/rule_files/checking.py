"""Brings what a file or a program says about a rule set into its one normal form."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.checker import Checker, Fault, Path, switches
from rectification.warnings.rule_files.declarations import declaration
from rectification.warnings.rule_files.shape import (
    FORMAT,
    HEAD,
    HIGHEST,
    OWN_CODE,
    RATING,
    SWITCHES,
    Content,
    Number,
)
from rectification.warnings.rules import by_code


def normal(said: Any) -> tuple[Content, list[Fault]]:
    """The normal form with every rule and threshold named, and what is wrong. Rules that are not
    named are switched off."""
    check = Checker()
    table = check.table(said, ())
    check.known(table, {"format", *HEAD, "rating", "rules", "own"}, ())
    if table.get("format", FORMAT) != FORMAT:
        check.blame(("format",), _("只认得格式 1 的规则文件。"))
    content: Content = {
        **_head(check, table),
        "rating": _rating(check, check.table(table.get("rating", {}), ("rating",))),
        "rules": _rules(check, check.table(table.get("rules", {}), ("rules",))),
        "own": _own(check, check.table(table.get("own", {}), ("own",))),
    }
    return content, check.faults


def _head(check: Checker, table: Mapping[str, Any]) -> dict[str, str]:
    found = {
        name: check.word(table.get(name, ""), (name,), word.longest)
        for name, word in HEAD.items()
        if name != "effective_from"
    }
    if not found["name"]:
        check.blame(("name",), _("请写明名称。"))
    return {**found, "effective_from": _day(check, table.get("effective_from", ""))}


def _day(check: Checker, said: Any) -> str:
    text = said.isoformat() if isinstance(said, date) else said
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except (TypeError, ValueError):
        check.blame(("effective_from",), _("日期应写成 2026-12-01。"))
        return ""


def _rating(check: Checker, said: Mapping[str, Any]) -> dict[str, int]:
    check.known(said, RATING, ("rating",))
    return {
        name: check.whole(said.get(name, one.default), ("rating", name), one)
        for name, one in RATING.items()
    }


def _rules(check: Checker, said: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    check.known(said, by_code(), ("rules",))
    return {code: _rule(check, code, said.get(code)) for code in by_code()}


def _rule(check: Checker, code: str, said: Any) -> dict[str, Any]:
    rule, path = by_code()[code], ("rules", code)
    if said is None:
        return {"enabled": False, "escalates": True, **rule.defaults()}
    told = check.table(said, path)
    check.known(told, {*SWITCHES, *rule.thresholds}, path)
    numbers = {
        key: check.whole(
            told.get(key, one.default), (*path, key), Number(one.label, 0, HIGHEST, one.default)
        )
        for key, one in rule.thresholds.items()
    }
    return {**switches(check, told, path), **numbers}


def _own(check: Checker, said: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    found = {}
    for code in sorted(said, key=str):
        path: Path = ("own", code)
        if not re.fullmatch(OWN_CODE, str(code)):
            check.blame(path, _("自定义规则的代码写成 Z01、Z02 这样。"))
            continue
        found[str(code)] = declaration(check, check.table(said[code], path), path)
    return found
