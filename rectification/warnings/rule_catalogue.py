"""The rule catalogue: every rule with basis, thresholds as in force, data, examples in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.figures.disputes import RuleDisputes
from rectification.warnings.own_numbers import Offered, label_of
from rectification.warnings.rule_contents import declaration_of, parameters_of
from rectification.warnings.rule_files.shape import Content
from rectification.warnings.rule_showing import ShownRule, shown_rules
from rectification.warnings.rules import Rule, VillageFacts, by_code
from rectification.warnings.rules.declaring import Parameters
from rectification.warnings.rules.own import own_rule
from rectification.warnings.sentences import reason
from rectification.warnings.sentences.numbers import shown
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

_OUTCOMES = {
    "red": gettext_lazy("红色"), "yellow": gettext_lazy("黄色"), "green": gettext_lazy("绿色"),
    "unknown": gettext_lazy("缺数据"),
}  # fmt: skip
_MOST = 3


@dataclass(frozen=True)
class Example:
    """A situation: its outcome, the word for it, what it is in words."""

    level: str
    word: Any
    text: str


@dataclass(frozen=True)
class Entry:
    """One rule of the catalogue; `sources` are (name, address) of the data behind it."""

    shown: ShownRule
    source: str
    sources: list[tuple[Any, str]]
    examples: list[Example]
    disputes: RuleDisputes | None


def catalogue(
    content: Content, numbers: Mapping[str, Offered], disputes: Iterable[RuleDisputes]
) -> Iterator[Entry]:
    """Every rule of the program and of the county, in the order of their codes."""
    disputed = {one.rule: one for one in disputes}
    for line in shown_rules(content, numbers):
        told = content["own" if line.is_own else "rules"][line.code]
        rule = own_rule(line.code, declaration_of(told)) if line.is_own else by_code()[line.code]
        yield Entry(
            line, _source(rule, line, numbers), _ledgers(rule),
            list(_examples(rule, parameters_of(told))), disputed.get(line.code),
        )  # fmt: skip


def _source(rule: Rule, line: ShownRule, numbers: Mapping[str, Offered]) -> str:
    if not line.is_own:
        return rule.source
    return "、".join(label_of(key, numbers) for key in rule.source.split("、"))


def _ledgers(rule: Rule) -> list[tuple[Any, str]]:
    known = ledgers()
    return [(known[key].title, address(known[key])) for key in rule.ledgers if key in known]


def _examples(rule: Rule, values: Parameters) -> Iterator[Example]:
    """Each situation as it is judged with the thresholds in force; the defaults stand in for
    those that would judge it otherwise."""
    for outcome, word in _OUTCOMES.items():
        facts: VillageFacts = getattr(rule.examples, outcome)
        for thresholds in (values, {}):
            finding = rule.judge(facts, thresholds)
            if (str(finding.level) if finding else "green") == outcome:
                yield Example(outcome, word, _words(rule, facts, thresholds, finding))
                break


def _words(rule: Rule, facts: VillageFacts, values: Parameters, finding: Any) -> str:
    if finding is not None:
        told = {"rule": rule.code, "level": str(finding.level), "evidence": finding.evidence}
        return reason(told, {rule.code: rule.title})
    known = [one for one in rule.measures(facts, values) if one.value is not None][:_MOST]
    said = [f"{one.label} {shown(one.value or 0, one.scale, one.places)} {one.unit}".strip()
            for one in known]  # fmt: skip
    return "、".join(said) or _("没有发现问题")
