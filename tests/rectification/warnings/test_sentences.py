"""Reasons in words."""

from typing import Any

import pytest

from rectification.warnings.rules import RULES, Rule
from rectification.warnings.sentences import reason


def _found(rule: str, level: str, **evidence: Any) -> dict[str, Any]:
    return {"rule": rule, "level": level, "evidence": evidence}


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (_found("W01", "unknown", why="no_ledger"), "书记空缺:缺少数据"),
        (_found("W01", "unknown", why="since_unknown", days=3, certain=0),
         "书记空缺,空缺起始日期没有登记"),
        (_found("W01", "yellow", days=31, certain=0, limit=30), "书记空缺至少 31 天"),
        (_found("W11", "red", why="empty", members=2, limit=3, source="branches"),
         "党支部正式党员 2 名,不足 3 名"),
        (_found("W11", "yellow", why="large", members=72, limit=50, source="profile"),
         "全村党员 72 名,超过 50 名"),
        (_found("W11", "red", why="large", members=102, limit=100, source="branches"),
         "党支部正式党员 102 名,超过 100 名"),
        (_found("W12", "yellow", reserve=1, limit=2), "后备干部 1 名,不足 2 名"),
        (_found("W99", "red"), "W99"),
    ],
)  # fmt: skip
def test_a_finding_in_words(found: dict[str, Any], words: str) -> None:
    assert reason(found) == words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_outcome_of_every_rule_has_words(rule: Rule) -> None:
    for facts in (rule.examples.red, rule.examples.yellow, rule.examples.unknown):
        finding = rule.judge(facts, {})
        assert finding is not None
        words = reason(_found(rule.code, str(finding.level), **finding.evidence))
        assert rule.code not in words
