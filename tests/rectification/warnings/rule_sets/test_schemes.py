"""What other places do (domain facts, 2.1) is written without code, as text files."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rectification.warnings.rule_contents import declaration_of
from rectification.warnings.rule_files import from_toml, to_toml
from rectification.warnings.rules import Rule, VillageFacts
from rectification.warnings.rules.own import own_rule

FOLDER = Path(__file__).parent / "schemes"


def rule_of(name: str, code: str = "Z01") -> Rule:
    content = from_toml((FOLDER / f"{name}.toml").read_text("utf-8"))
    return own_rule(code, declaration_of(content["own"][code]))


def said(*numbers: Any, days: int = 99, orders: Any = ()) -> dict[str, Any]:
    """What is known of one indicator, newest first."""
    values = [None if one is None else str(Fraction(str(one))) for one in numbers]
    return {"h": values, "d": days, "r": [list(one) for one in orders]}


def level(rule: Rule, **fields: Any) -> str:
    finding = rule.judge(VillageFacts(10, **fields), {})
    return str(finding.level) if finding else "green"


def own(rule: Rule, **numbers: Any) -> str:
    return level(rule, own={key.replace("_", "-"): told for key, told in numbers.items()})


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda one: one.stem)
def test_every_scheme_reads_and_round_trips(path: Path):
    content = from_toml(path.read_text("utf-8"))

    assert content["own"]
    assert from_toml(to_toml(content)) == content


@pytest.mark.parametrize(
    ("undone", "unknown", "outcome"),
    [(0, 0, "green"), (2, 0, "green"), (3, 0, "yellow"), (6, 0, "yellow"), (7, 0, "red"),
     (2, 1, "unknown"), (3, 4, "yellow"), (7, 6, "red")],
)  # fmt: skip
def test_qimen_counts_thirteen_items(undone: int, unknown: int, outcome: str):
    states = ["0"] * undone + [None] * unknown + ["1"] * (13 - undone - unknown)
    facts = {f"task-{n:02d}": said(state) for n, state in enumerate(states, start=1)}

    assert level(rule_of("qimen"), own=facts) == outcome


@pytest.mark.parametrize(
    ("score", "outcome"),
    [(100, "green"), (80, "green"), ("79.5", "yellow"), (61, "yellow"), ("60.5", "yellow"),
     (60, "red"), (0, "red"), (None, "unknown")],
)  # fmt: skip
def test_jinhua_grades_a_hundred_points(score: Any, outcome: str):
    assert own(rule_of("jinhua"), team_score=said(score)) == outcome


NOTHING = {
    "opinions-ignored": said(0), "disclosure-unaudited": said(0), "unsigned-payments": said(0),
    "yellow-slips": said(*[0] * 12), "red-slips": said(*[0] * 12),
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "green"),
        ({"opinions-ignored": said(1)}, "yellow"),
        ({"unsigned-payments": said(1), "opinions-ignored": said(1)}, "red"),
        ({"yellow-slips": said(1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)}, "green"),
        ({"yellow-slips": said(1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1)}, "red"),
        ({"red-slips": said(1, None, 1)}, "red"),
        ({"red-slips": said(1, None, 0)}, "unknown"),
        ({"red-slips": said(None)}, "unknown"),
        ({"red-slips": said(None), "opinions-ignored": said(1)}, "yellow"),
    ],
)
def test_danfeng_lists_what_may_not_happen(changed: dict[str, Any], outcome: str):
    assert level(rule_of("danfeng"), own={**NOTHING, **changed}) == outcome


@pytest.mark.parametrize(
    ("hundredths", "outcome"),
    [(999, "green"), (1000, "yellow"), (3000, "yellow"), (3001, "red"), (None, "unknown")],
)
def test_yinchuan_looks_at_progress(hundredths: int | None, outcome: str):
    assert level(rule_of("yinchuan"), projects=1, project_behind=hundredths) == outcome


def test_yinchuan_asks_nothing_where_there_is_no_project():
    assert level(rule_of("yinchuan"), projects=0) == "green"
    assert level(rule_of("yinchuan", "Z02"), projects=1, project_waiting_months=1) == "yellow"
    assert level(rule_of("yinchuan", "Z02"), projects=1) == "green"
    assert level(rule_of("yinchuan", "Z02")) == "unknown"


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [((60, 10, 10), "green"), ((59, 60), "green"), ((59, 59, 60), "yellow"), ((1, 2, 3), "red"),
     ((59, None, 59), "unknown"), ((None, 59, 59), "unknown"), ((59, 59, None), "yellow"),
     ((59, 60, None), "green"), ((), "green")],
)  # fmt: skip
def test_longchang_counts_in_a_row(scores: tuple[Any, ...], outcome: str):
    assert own(rule_of("longchang"), site_check=said(*scores)) == outcome


@pytest.mark.parametrize(
    ("order", "outcome"),
    [((0, 19, 20), "red"), ((1, 18, 20), "yellow"), ((2, 17, 20), "green"),
     # Two share the last place: both are in the last tenth, neither in the last twentieth.
     ((0, 18, 20), "yellow"), ((0, 0, 20), "green"), ((0, 0, 0), "unknown"),
     ((0, 8, 9), "unknown")],
)  # fmt: skip
def test_the_last_of_the_month(order: tuple[int, int, int], outcome: str):
    assert own(rule_of("monthly-rank"), key_work=said(1, orders=[order])) == outcome


@pytest.mark.parametrize(
    ("part", "whole", "outcome"),
    [(80, 100, "green"), (799, 1000, "yellow"), (5, 8, "yellow"), (624, 1000, "red"),
     (0, 0, "green"), (None, 10, "unknown"), (1, None, "unknown")],
)  # fmt: skip
def test_a_rate_is_compared_exactly(part: Any, whole: Any, outcome: str):
    told = own(rule_of("monthly-rank", "Z02"), flush_toilets=said(part), households=said(whole))

    assert told == outcome
