"""What differs between two rule sets, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.shape import (
    HEAD,
    KIND_SHAPES,
    OWN_LIMITS,
    OWN_NUMBERS,
    OWN_WORDS,
    RATING,
    SWITCHES,
    Content,
)
from rectification.warnings.rules import by_code
from rectification.warnings.rules.own.declared import OwnKind
from rectification.warnings.wording import category_words, side_words


@dataclass(frozen=True)
class Difference:
    """One thing that reads otherwise: in which rule (empty: for all of them), which setting, its
    values in words. `kind` is added, removed, on, off or changed."""

    code: str
    title: str
    key: str
    label: str
    before: str
    after: str
    kind: str = "changed"

    @property
    def text(self) -> str:
        """“W22 经营性收入偏低:全年折算低于此数为红色 5 万元 → 3 万元”."""
        where = f"{self.code} {self.title}".strip()
        said = _SAID.get(self.kind, "")
        if said:
            return f"{where}:{_(said)}"
        change = f"{self.label} {self.before or _('(空)')} → {self.after or _('(空)')}"
        return f"{where}:{change}" if where else change


_SAID = {"added": "新增", "removed": "删除", "on": "启用", "off": "停用"}


def differences(before: Content, after: Content) -> list[Difference]:
    """Everything that differs, in the order of the file."""
    return [
        *_head(before, after), *_rating(before, after), *_rules(before, after),
        *_own(before, after),
    ]  # fmt: skip


def _head(before: Content, after: Content) -> Iterator[Difference]:
    for name, word in HEAD.items():
        if before[name] != after[name]:
            yield Difference("", "", name, str(word.label), before[name], after[name])


def _rating(before: Content, after: Content) -> Iterator[Difference]:
    for name, one in RATING.items():
        old, new = before["rating"][name], after["rating"][name]
        if old != new:
            said = [_with_unit(value, one.unit) for value in (old, new)]
            yield Difference("", "", f"rating.{name}", str(one.label), *said)


def _rules(before: Content, after: Content) -> Iterator[Difference]:
    for code, rule in by_code().items():
        old, new = before["rules"][code], after["rules"][code]
        yield from _switched(code, rule.title, old, new)
        for key, one in rule.thresholds.items():
            if old[key] != new[key]:
                said = [_with_unit(value[key], one.unit) for value in (old, new)]
                yield Difference(code, rule.title, f"rules.{code}.{key}", one.label, *said)


def _switched(
    code: str, title: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Difference]:
    part = "own" if "kind" in new else "rules"
    if old["enabled"] != new["enabled"]:
        kind, label = ("on" if new["enabled"] else "off"), str(SWITCHES["enabled"])
        before, after = _yes(old["enabled"]), _yes(new["enabled"])
        yield Difference(code, title, f"{part}.{code}.enabled", label, before, after, kind)
    if old["escalates"] != new["escalates"]:
        said = [_yes(old["escalates"]), _yes(new["escalates"])]
        yield Difference(code, title, f"{part}.{code}.escalates", str(SWITCHES["escalates"]), *said)


def _own(before: Content, after: Content) -> Iterator[Difference]:
    for code in sorted({*before["own"], *after["own"]}):
        old, new = before["own"].get(code), after["own"].get(code)
        if old is None or new is None:
            title = str((new or old or {}).get("title", ""))
            kind = "added" if old is None else "removed"
            gone, new_one = ("", title) if old is None else (title, "")
            yield Difference(code, title, f"own.{code}", _("自定义规则"), gone, new_one, kind)
            continue
        yield from _switched(code, str(new.get("title", "")), old, new)
        yield from _declared(code, old, new)


def _declared(code: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for key in dict.fromkeys([*old, *new]):
        if key not in SWITCHES and old.get(key) != new.get(key):
            said = [own_value(key, one.get(key), one) for one in (old, new)]
            title = str(new.get("title", ""))
            yield Difference(code, title, f"own.{code}.{key}", own_label(key), *said)


def own_label(key: str) -> str:
    """What a key of a declaration is called."""
    labels: dict[str, Any] = {**OWN_LIMITS, "items": _("条件")}
    known: dict[str, Any] = {**OWN_WORDS, **OWN_NUMBERS}
    return str(known[key].label if key in known else labels.get(key, key))


def own_value(key: str, value: Any, told: Mapping[str, Any]) -> str:
    """A value of a declaration in words."""
    if value is None:
        return ""
    if key == "items":
        return ";".join(item_text(one) for one in value)
    if key == "kind":
        return str(KIND_SHAPES[OwnKind(value)].label)
    if key in ("side", "red_side"):
        return str(side_words()[value])
    if key == "category":
        return str(category_words()[value])
    if key in OWN_NUMBERS:
        return _with_unit(value, OWN_NUMBERS[key].unit)
    return str(value)


def item_text(item: Mapping[str, Any]) -> str:
    """“厕改率偏低(flush-toilets 低于 80)”."""
    side = side_words()[item["side"]]
    window = _(",近 %d 期累计") % item["window"] if item.get("window", 1) > 1 else ""
    yellow = _(",黄色") if item.get("level") == "yellow" else ""
    return f"{item['label']}({item['indicator']} {side} {item['limit']}{window}{yellow})"


def _with_unit(value: Any, unit: Any) -> str:
    text = str(value)
    return f"{text}{unit}" if not unit or str(unit).startswith("%") else f"{text} {unit}"


def _yes(value: bool) -> str:
    return str(_("是") if value else _("否"))
