"""A reason in one sentence: number, threshold, margin, rule and the edition that held."""

import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from rectification.warnings.judgement import HELD, HELD_UNKNOWN
from rectification.warnings.known_words import AREAS, field_names, known_areas
from rectification.warnings.rules import RULES, VillageFacts
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules_in_force import default_rules
from rectification.warnings.sentences import reason
from rectification.warnings.sentences.explaining import Edition, Explained, explain
from rectification.warnings.sentences.numbers import deciding, told

EDITION = Edition("青原县预警规则", date(2026, 1, 1))
_YELLOW = {"rule": "W01", "level": "yellow", "evidence": {"days": 31, "certain": 1, "limit": 30}}


def _explained(found: dict[str, Any], facts: VillageFacts) -> Explained:
    return explain(found, default_rules(), facts, EDITION)


def test_a_sentence_holds_number_threshold_margin_and_edition() -> None:
    one = _explained(_YELLOW, VillageFacts(10, has_secretary=False, vacant_days=31))

    assert one.sentence == (
        "书记空缺 31 天;空缺天数 31 天,标准为超过 30 天,相差 1 天"
        "(W01,青原县预警规则,2026-01-01 起施行)。"
    )
    assert one.number is not None
    assert (one.number.value, one.number.threshold, one.number.margin) == ("31", "30", "1")


@pytest.mark.parametrize("code", [one.code for one in RULES])
@pytest.mark.parametrize("level", ["red", "yellow"])
def test_every_rule_says_its_examples_in_a_sentence(code: str, level: str) -> None:
    rule = next(one for one in RULES if one.code == code)
    facts: VillageFacts = getattr(rule.examples, level)
    found = rule.judge(facts, {})
    assert found is not None

    one = _explained({"rule": code, "level": level, "evidence": dict(found.evidence)}, facts)

    assert one.sentence.endswith(f"({code},青原县预警规则,2026-01-01 起施行)。")
    assert not re.search(r"%\(\w+\)", one.sentence) and one.text != rule.title
    if rule.measuring is not None and any(m.yellow or m.red for m in rule.measures(facts, {})):
        assert one.number is not None, "no measure lies beyond its limit"


def test_what_differs_from_the_limit_never_reads_as_the_limit() -> None:
    income = Measure("收入", "万元", 4_999_999, Bad.BELOW, None, 5_000_000, 1_000_000, 2)

    found = deciding([income], "red")

    assert found is not None
    assert (found.value, found.threshold, found.margin) == ("4.999999", "5.000000", "0.000001")


def test_a_number_at_the_limit_says_so() -> None:
    reached = Measure("债务", "倍", Fraction(3), Bad.REACHED, None, 3)

    assert told(reached, 3).text == "债务 3 倍,正好达到标准(达到 3 倍)"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            {"rule": "W01", "level": "red", "evidence": {"why": HELD}},
            "书记空缺:数据已转好,待核实降级",
        ),
        (
            {"rule": "W01", "level": "yellow", "evidence": {"why": HELD}, "observed": 1},
            "书记空缺:已核实降级,观察中",
        ),
        (
            {"rule": "W01", "level": "red", "evidence": {"why": HELD_UNKNOWN}},
            "书记空缺:以前的预警没有降级,本月缺少数据",
        ),
        (
            {"rule": "C1", "level": "red", "evidence": {"categories": 3, "limit": 3}},
            "3 类指标同时黄色,达到 3 类评为红色",
        ),
        (
            {"rule": "C2", "level": "red",
             "evidence": {"months": 2, "limit": 2, "rules": "W01,W12"}},
            "W01、W12 黄色持续 2 个月没有降级,达到 2 个月评为红色",
        ),
        (
            {"rule": "C3", "level": "yellow", "evidence": {"months": 2}, "observed": 1},
            "上月是红色(连续 2 个月),数据已转好,先按黄色观察",
        ),
        ({**_YELLOW, "level": "exempt", "found": "yellow"}, "书记空缺 31 天(豁免,不计入)"),
        ({**_YELLOW, "level": "cleared", "found": "yellow"}, "书记空缺 31 天(已认定误报,不计入)"),
        (
            {"rule": "W01", "level": "unknown", "evidence": {"why": "no_ledger"}},
            "书记空缺:缺少数据",
        ),
        ({"rule": "W99", "level": "red", "evidence": {}}, "W99"),
        ({"rule": "W01", "level": "red", "evidence": {"of": "another shape"}}, "书记空缺"),
    ],
)  # fmt: skip
def test_what_is_no_plain_finding_is_said_too(found: dict[str, Any], said: str) -> None:
    assert reason(found) == said


def test_every_fact_of_a_receipt_has_a_word() -> None:
    named = [key for _title, words in AREAS for key in words]

    assert sorted(named) == sorted(field_names())


def test_unknown_reads_as_a_dash_never_as_zero() -> None:
    facts = VillageFacts(10, has_secretary=False, vacant_days=0, operating_fen=1_234_500)

    shown = {one.key: one.value + one.unit for _area, rows in known_areas(facts) for one in rows}

    assert shown["has_secretary"] == "否"
    assert shown["vacant_days"] == "0天"
    assert shown["reserve"] == "—"
    assert shown["operating_fen"] == "1.23万元"
