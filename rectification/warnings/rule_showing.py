"""A rule set as people read it: rules by what they are about, thresholds in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rectification.warnings.comparing import item_text, own_label, own_value
from rectification.warnings.own_numbers import Offered, label_of
from rectification.warnings.rule_files.shape import RATING, SWITCHES, Content
from rectification.warnings.rules import RULES
from rectification.warnings.wording import category_words


@dataclass(frozen=True)
class ShownRule:
    """One rule of a set; `limits` are (label, words, whether it is not the default)."""

    code: str
    title: str
    category: str
    basis: str
    enabled: bool
    escalates: bool
    limits: list[tuple[str, str, bool]]
    is_own: bool = False


def with_unit(value: Any, unit: Any) -> str:
    """“5 万元”, “80%”."""
    joint = "" if not unit or str(unit).startswith("%") else " "
    return f"{value}{joint}{unit}"


def shown_rules(content: Content, numbers: Mapping[str, Offered]) -> list[ShownRule]:
    """All rules of a content in the order of their codes, the county's own last."""
    return [*_built_in(content), *_own(content, numbers)]


def _built_in(content: Content) -> Iterator[ShownRule]:
    words = category_words()
    for rule in RULES:
        told = content["rules"][rule.code]
        limits = [
            (one.label, with_unit(told[key], one.unit), told[key] != one.default)
            for key, one in rule.thresholds.items()
        ]
        yield ShownRule(
            rule.code, rule.title, str(words[rule.category]), rule.basis, told["enabled"],
            told["escalates"], limits,
        )  # fmt: skip


def _own(content: Content, numbers: Mapping[str, Offered]) -> Iterator[ShownRule]:
    words = category_words()
    for code, told in content["own"].items():
        yield ShownRule(
            code, told["title"], str(words[told["category"]]), told["basis"], told["enabled"],
            told["escalates"], list(_own_limits(told, numbers)), True,
        )  # fmt: skip


def _own_limits(
    told: Mapping[str, Any], numbers: Mapping[str, Offered]
) -> Iterator[tuple[str, str, bool]]:
    for key, value in told.items():
        if key in SWITCHES or key in ("title", "category", "basis", "items"):
            continue
        named = key in ("indicator", "base")
        said = label_of(value, numbers) if named else own_value(key, value, told)
        yield own_label(key), said, False
    for place, item in enumerate(told.get("items", ()), start=1):
        yield f"{own_label('items')} {place}", item_text(item), False


def shown_rating(content: Content) -> list[tuple[Any, str]]:
    """How findings weigh, as terms and values."""
    return [
        (one.label, with_unit(content["rating"][name], one.unit)) for name, one in RATING.items()
    ]
