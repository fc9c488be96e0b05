"""What a trial tries: a draft says the same as the set it will be adopted as."""

import pytest

from rectification.warnings.models import RuleDraft
from rectification.warnings.rule_files import normal
from rectification.warnings.rules import RULES
from rectification.warnings.rules_in_force import default_rules
from rectification.warnings.tried_rules import rules_of_draft, with_other_numbers
from rectification.warnings.trying import changed_codes
from villages.common.errors import DomainError

ALL = {rule.code: {} for rule in RULES}


def _draft(**said: object) -> RuleDraft:
    content, faults = normal({"name": "草案", "rules": ALL, **said})
    assert faults == []
    return RuleDraft(county_code="999901", name="草案", content=content)


def test_a_draft_of_all_defaults_changes_nothing() -> None:
    tried = rules_of_draft(_draft())

    assert changed_codes(default_rules(), tried) == frozenset()
    assert tried.rating == default_rules().rating


def test_numbers_switches_and_the_rating_of_a_draft_count() -> None:
    rules = {**ALL, "W22": {"red_wan": 8}, "W12": {"enabled": False}, "W05": {"escalates": False}}
    tried = rules_of_draft(_draft(rules=rules, rating={"red_categories": 4}))

    assert changed_codes(default_rules(), tried) == {"W22", "W12", "W05"}
    assert (tried.rating.red_categories, tried.rating.steady) == (4, {"W05"})
    assert "W12" not in tried.versions


@pytest.mark.parametrize(
    ("code", "numbers", "why"),
    [
        ("W99", {}, "trial_rule_unknown"),
        ("W22", {"nothing": 1}, "trial_number_unknown"),
        ("W22", {"red_wan": -1}, "trial_number_wrong"),
        ("W22", {"red_wan": True}, "trial_number_wrong"),
    ],
)
def test_wrong_numbers_are_refused(code: str, numbers: dict[str, int], why: str) -> None:
    with pytest.raises(DomainError) as refused:
        with_other_numbers(default_rules(), code, numbers)

    assert refused.value.code == why
