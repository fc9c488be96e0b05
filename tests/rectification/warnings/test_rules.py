"""Every rule keeps what its examples promise."""

import pytest

from rectification.warnings.rules import RULES, Finding, Level, Rule, VillageFacts, by_code, judge

pytestmark = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def _level(rule: Rule, facts: VillageFacts) -> str:
    finding = rule.judge(facts, {})
    return str(finding.level) if finding else "green"


def test_each_example_has_its_outcome(rule: Rule) -> None:
    examples = rule.examples

    assert [_level(rule, one) for one in (
        examples.red, examples.yellow, examples.green, examples.unknown,
    )] == ["red", "yellow", "green", "unknown"]  # fmt: skip


def test_each_rule_says_its_basis_and_names_its_numbers(rule: Rule) -> None:
    assert rule.basis.endswith("。")
    assert all(one.label for one in rule.thresholds.values())
    assert by_code()[rule.code] is rule


def test_nothing_known_is_never_green(rule: Rule) -> None:
    assert rule.judge(VillageFacts(12), {}) is not None


def test_facts_come_back_from_a_receipt(rule: Rule) -> None:
    for facts in (rule.examples.red, rule.examples.unknown):
        assert VillageFacts.from_json({**facts.to_json(), "of_a_later_version": 1}) == facts


def test_a_rule_out_of_force_finds_nothing(rule: Rule) -> None:
    others = {code: {} for code in by_code() if code != rule.code}

    assert rule.code not in judge(rule.examples.red, others)
    finding = judge(rule.examples.red, {rule.code: {}})[rule.code]
    assert isinstance(finding, Finding)
    assert finding.level is Level.RED
