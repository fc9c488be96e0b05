"""Rules that a county declares: unknown is never green, days of grace, examples, measures."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.rules import VillageFacts
from rectification.warnings.rules.own import keys_of, own_rule
from rectification.warnings.rules.own.numbers import FACT_NUMBERS
from rectification.warnings.rules.own.situations import knowing
from rectification.warnings.sentences import reason
from tests.rectification.warnings.rule_sets.test_schemes import FOLDER, level, own, rule_of, said

ALL = [(path.stem, code) for path in sorted(FOLDER.glob("*.toml"))
       for code in ("Z01", "Z02") if f"[own.{code}]" in path.read_text("utf-8")]  # fmt: skip


def declared(**changes: Any) -> dict[str, Any]:
    return {
        "title": "厕改率", "category": "governance", "basis": "县文件。", "kind": "threshold",
        "indicator": "toilets", "side": "<", "yellow": 80, "red": 60, **changes,
    }  # fmt: skip


@pytest.mark.parametrize(("name", "code"), ALL)
def test_examples_are_computed_and_keep_their_word(name: str, code: str):
    rule = rule_of(name, code)
    outcomes = ["red", "yellow", "green", "unknown"]

    found = [rule.judge(getattr(rule.examples, one), {}) for one in outcomes]

    assert [str(one.level) if one else "green" for one in found] == outcomes


@pytest.mark.parametrize(("name", "code"), ALL)
def test_findings_read_as_clauses(name: str, code: str):
    rule = rule_of(name, code)
    found = rule.judge(rule.examples.red, {})
    assert found is not None

    words = reason({"rule": code, "level": "red", "evidence": found.evidence}, {code: rule.title})

    assert words.startswith(f"{rule.title}:")
    assert not words.endswith("。")


def test_the_words_name_value_and_limit():
    rule = own_rule("Z01", declared(unit="%"))
    found = rule.judge(knowing({"toilets": [Fraction("59.5")]}), {})
    assert found is not None

    assert reason(
        {"rule": "Z01", "level": "red", "evidence": found.evidence}, {"Z01": "厕改率"}
    ) == ("厕改率:59.5%,低于 60%")


def test_a_late_period_waits_before_it_is_unknown():
    rule = own_rule("Z01", declared(grace=10))

    assert own(rule, toilets=said(None, 90, days=10)) == "green"
    assert own(rule, toilets=said(None, 50, days=10)) == "red"
    assert own(rule, toilets=said(None, 90, days=11)) == "unknown"
    assert own(rule, toilets=said(None, days=10)) == "green"  # the first period: not due yet


def test_a_place_counts_the_period_before_while_one_is_filled_in():
    rule = own_rule("Z01", declared(kind="rank", yellow=10, red=5, grace=10, least=10))
    orders = [(0, 19, 20), (10, 9, 20)]

    assert own(rule, toilets=said(1, 1, days=10, orders=orders)) == "green"
    assert own(rule, toilets=said(1, 1, days=11, orders=orders)) == "red"


def test_a_sum_with_gaps_proves_too_much_and_never_too_little():
    much = own_rule("Z01", declared(side=">=", yellow=2, red=4, window=3))
    little = own_rule("Z01", declared(side="<", yellow=4, red=2, window=3))

    assert own(much, toilets=said(1, None, 1)) == "yellow"
    assert own(much, toilets=said(1, None, 0)) == "unknown"
    assert own(little, toilets=said(0, None, 0)) == "unknown"
    assert own(little, toilets=said(0, 0, 1)) == "red"
    assert own(much, toilets=said(4)) == "red"  # asked once so far: that is all there is


def test_a_number_that_nobody_asks_is_unknown():
    assert level(own_rule("Z01", declared())) == "unknown"


def test_fields_of_the_facts_are_read_in_their_unit():
    rule = own_rule("Z01", declared(indicator="fact:operating_fen", yellow=10, red=5))

    assert level(rule, operating_fen=5_000_000) == "yellow"
    assert level(rule, operating_fen=4_999_999) == "red"
    assert rule.measures(VillageFacts(10, operating_fen=4_999_999), {})[0].unit == "万元"


def test_only_numbers_behind_a_rule_are_gathered():
    found = keys_of({
        "Z01": declared(), "Z02": declared(indicator="fact:members"),
        "Z03": declared(indicator="fact:members", kind="rank"),
    })  # fmt: skip

    assert found == {"toilets", "fact:members"}


@pytest.mark.parametrize("name", FACT_NUMBERS)
def test_every_offered_field_can_be_known_and_unknown(name: str):
    rule = own_rule("Z01", declared(indicator=f"fact:{name}", side=">=", yellow=1, red=3))

    assert level(rule) == "unknown"
    assert rule.judge(rule.examples.red, {}).level == "red"  # type: ignore[union-attr]


@given(
    value=st.fractions(min_value=0, max_value=200), yellow=st.integers(0, 200),
    red=st.integers(0, 200), side=st.sampled_from([">", ">=", "<", "<="]),
)  # fmt: skip
def test_judgement_and_measures_agree(value: Any, yellow: int, red: int, side: str):
    """The colour is what the measure beside its limits says."""
    rule = own_rule("Z01", declared(side=side, yellow=yellow, red=red))
    facts = knowing({"toilets": [value]})

    (measure,) = rule.measures(facts, {})
    expected = "red" if measure.is_bad(red) else "yellow" if measure.is_bad(yellow) else "green"

    finding = rule.judge(facts, {})
    assert (str(finding.level) if finding else "green") == expected
