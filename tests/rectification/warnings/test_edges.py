"""Edges of the rules, and how findings weigh."""

from typing import Any

import pytest

from rectification.warnings.rating import Rating, combine
from rectification.warnings.rules import Finding, Level, VillageFacts, by_code


def _judged(code: str, parameters: dict[str, int] | None = None, **facts: Any) -> str:
    finding = by_code()[code].judge(VillageFacts(**{"months": 10, **facts}), parameters or {})
    return str(finding.level) if finding else "green"


@pytest.mark.parametrize(
    ("days", "outcome"), [(0, "green"), (30, "green"), (31, "yellow"), (90, "yellow"), (91, "red")]
)
def test_vacancy_by_days(days: int, outcome: str) -> None:
    assert _judged("W01", has_secretary=False, vacant_days=days) == outcome


@pytest.mark.parametrize(("days", "outcome"), [(0, "unknown"), (31, "yellow"), (91, "red")])
def test_a_vacancy_without_begin_counts_what_is_certain(days: int, outcome: str) -> None:
    assert _judged("W01", has_secretary=False, vacant_at_least=days) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"reserve": 2, "youngest_age": 60}, "green"),
        ({"reserve": 1, "youngest_age": 60}, "yellow"),
        ({"reserve": 0, "youngest_age": 35}, "yellow"),
        ({"reserve": 0, "youngest_age": 36}, "red"),
        ({"reserve": 0, "youngest_age": 36, "ages_missing": 1}, "yellow"),
        ({"reserve": 0}, "red"),
    ],
)
def test_successors(facts: dict[str, int], outcome: str) -> None:
    assert _judged("W12", has_secretary=True, **facts) == outcome


@pytest.mark.parametrize(
    ("size", "branches", "outcome"),
    [
        (2, 1, "red"), (3, 1, "green"), (50, 1, "green"), (51, 1, "yellow"), (100, 1, "yellow"),
        (101, 1, "red"), (101, 2, "yellow"), (101, 0, "yellow"),
    ],
)  # fmt: skip
def test_branch_sizes(size: int, branches: int, outcome: str) -> None:
    facts = {"smallest_branch": size, "largest_branch": size, "branches": branches}

    assert _judged("W11", members=size, **facts) == outcome


@pytest.mark.parametrize(
    ("months", "fen", "outcome"),
    [
        (6, 0, "green"),
        (7, 0, "red"),
        (12, 4_999_999, "red"),
        (12, 5_000_000, "yellow"),
        (12, 9_999_999, "yellow"),
        (12, 10_000_000, "green"),
        (10, None, "unknown"),
        (6, None, "green"),
    ],
)
def test_income_is_projected_over_the_year(months: int, fen: int | None, outcome: str) -> None:
    assert _judged("W22", months=months, operating_fen=fen) == outcome


def test_a_county_sets_other_numbers() -> None:
    assert _judged("W22", {"red_wan": 3, "yellow_wan": 8}, months=12, operating_fen=4_000_000) == (
        "yellow"
    )


RED, YELLOW, UNKNOWN = (Finding(level, {}) for level in Level)


@pytest.mark.parametrize(
    ("findings", "colour"),
    [
        ({}, "green"),
        ({"W22": RED}, "red"),
        ({"W22": YELLOW}, "yellow"),
        ({"W22": YELLOW, "W12": YELLOW}, "yellow"),
        ({"W22": YELLOW, "W12": YELLOW, "W11": YELLOW}, "red"),
        ({"W22": UNKNOWN}, "grey"),
        ({"W22": UNKNOWN, "W12": YELLOW}, "yellow"),
        ({"W22": UNKNOWN, "W12": RED}, "red"),
    ],
)
def test_findings_weigh_together(findings: dict[str, Finding], colour: str) -> None:
    assert combine(findings, 4, Rating()) == colour


def test_a_fifth_unknown_is_still_green_and_nothing_judged_is_grey() -> None:
    assert combine({"W22": UNKNOWN}, 5, Rating()) == "green"
    assert combine({}, 0, Rating()) == "grey"
