"""How far to another colour: the change told does it, one less does not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.figures.distance import Distance, distances, nearest
from rectification.warnings.rating import Rating
from rectification.warnings.rules import RULES, VillageFacts, by_code
from rectification.warnings.rules_in_force import Rules, default_rules


def _of(code: str, facts: VillageFacts) -> list[Distance]:
    rules = Rules({code: {}}, Rating())
    return list(distances(facts, rules))


def _colour(code: str, facts: VillageFacts) -> str:
    found = by_code()[code].judge(facts, {})
    return str(found.level) if found else "green"


def _wan(fen: int) -> VillageFacts:
    return VillageFacts(12, operating_fen=fen)


@pytest.mark.parametrize(
    ("code", "facts", "texts"),
    [
        ("W22", _wan(10_800_000), ["经营性收入全年折算 10.80 万元,距黄线 0.80 万元"]),
        ("W22", _wan(9_200_000), ["经营性收入全年折算 9.20 万元,增加 0.80 万元转绿"]),
        ("W22", _wan(3_000_000), ["经营性收入全年折算 3.00 万元,增加 2.00 万元转黄"]),
        ("W22", _wan(10_000_000), ["经营性收入全年折算 10.00 万元,正好在线上,再变一点就转黄"]),
        ("W22", _wan(10_000_001), ["经营性收入全年折算 10.00 万元,距黄线 不足 0.01 万元"]),
        ("W22", VillageFacts(12), []),
        ("W22", VillageFacts(3, operating_fen=1), []),
        ("W01", VillageFacts(1, has_secretary=True), ["空缺天数 0 天,增加 31 天转黄"]),
        ("W01", VillageFacts(1, has_secretary=False, vacant_days=95),
         ["空缺天数 95 天,减少 5 天转黄"]),
        ("W21", VillageFacts(1, survey_content=823, survey_answered=1000),
         ["群众满意率 82.30 %,距黄线 2.30 个百分点"]),
    ],
)  # fmt: skip
def test_in_words(code: str, facts: VillageFacts, texts: list[str]) -> None:
    assert [one.text for one in _of(code, facts)] == texts


@given(st.integers(0, 200))
def test_days_told_are_the_least_that_give_the_other_colour(days: int) -> None:
    facts = VillageFacts(1, has_secretary=False, vacant_days=days)
    (one,) = _of("W01", facts)
    sign = 1 if one.is_worse else -1

    moved = [_colour("W01", VillageFacts(1, has_secretary=False, vacant_days=days + sign * steps))
             for steps in (int(one.gap), int(one.gap) - 1)]  # fmt: skip

    assert moved == [one.to_colour, one.colour]
    assert one.colour == _colour("W01", facts)


@given(st.integers(0, 20_000_000), st.integers(7, 12))
def test_money_told_ends_on_the_line_exactly(fen: int, month: int) -> None:
    (one,) = _of("W22", VillageFacts(month, operating_fen=fen))
    line = {("green", "yellow"): 10, ("yellow", "green"): 10, ("red", "yellow"): 5}
    sign = -1 if one.is_worse else 1

    shown = Fraction(fen * 12, month * 1_000_000) + sign * one.gap

    assert shown == line[one.colour, one.to_colour]


def test_another_number_that_stays_yellow_keeps_the_rule_yellow() -> None:
    facts = VillageFacts(1, stationed=1, stationed_days="18 19 22")

    told = {one.label: one.to_colour for one in _of("W15", facts)}

    assert told == {"连续驻村天数不足": "yellow"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_with_numbers_tells_a_way_out_of_red(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]
    red = by_code()[code].examples.red

    found = _of(code, red)

    assert found and all(one.colour == "red" and one.to_colour != "red" for one in found)
    assert _of(code, by_code()[code].examples.unknown) == []


def test_the_nearest_is_the_smallest_part_of_its_limit() -> None:
    rules = Rules({"W01": {}, "W22": {}}, Rating())
    facts = VillageFacts(12, has_secretary=True, operating_fen=10_100_000)

    found = nearest(distances(facts, rules))

    assert found is not None
    assert (found.rule, found.gap, found.relative) == ("W22", Fraction(1, 10), Fraction(1, 100))
    assert nearest(distances(VillageFacts(1), default_rules())) is None
