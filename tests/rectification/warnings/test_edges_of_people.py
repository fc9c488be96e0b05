"""Edges of the rules about people (W02 W13 W14) and of what they measure."""

from typing import Any

import pytest

from rectification.warnings.rules import VillageFacts, by_code
from tests.rectification.warnings.parity import judged


@pytest.mark.parametrize(
    ("days", "seats", "outcome"),
    [
        ("", 6, "green"),
        ("59", 6, "green"),
        ("60", 6, "yellow"),
        ("400", 6, "yellow"),
        ("89 89", 6, "yellow"),
        ("400 89", 6, "yellow"),
        ("90 90", 6, "red"),
        ("400 90", 6, "red"),
        ("90 20 10", 6, "yellow"),
        # One of two seats is 50 %, one of three 33 %.
        ("90", 2, "red"),
        ("89", 2, "yellow"),
        ("90", 3, "yellow"),
        # What is certain decides; what nobody wrote down stays unknown.
        ("0+", 6, "unknown"),
        ("59+", 6, "unknown"),
        ("60+", 6, "yellow"),
        ("90+ 90+", 6, "red"),
        ("120 5+", 6, "yellow"),
        ("30 5+", 6, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_empty_seats(days: str, seats: int | None, outcome: str) -> None:
    assert judged("W02", has_secretary=True, seats=seats, empty_days=days) == outcome


def test_seats_without_a_ledger_are_unknown() -> None:
    assert judged("W02", seats=6) == "unknown"


def test_a_county_sets_its_own_number_of_seats() -> None:
    facts = {"has_secretary": True, "seats": 9, "empty_days": "90 90"}

    assert judged("W02", {"red_seats": 3}, **facts) == "yellow"
    assert judged("W02", {"red_seats": 3, "red_percent": 20}, **facts) == "red"


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"unreviewed": 0}, "green"),
        ({"unreviewed": 1, "unreviewed_days": 15}, "green"),
        ({"unreviewed": 1, "unreviewed_days": 16}, "yellow"),
        ({"unreviewed": 1, "unreviewed_days": 29}, "yellow"),
        ({"unreviewed": 1, "unreviewed_days": 30}, "red"),
        ({"unreviewed": 1, "unreviewed_days": 1, "review_rejected": 1}, "red"),
        ({"unreviewed": 0, "review_undated": 1}, "unknown"),
        ({"unreviewed": 1, "unreviewed_days": 16, "review_undated": 1}, "yellow"),
        ({}, "unknown"),
    ],
)
def test_in_post_without_review(facts: dict[str, Any], outcome: str) -> None:
    assert judged("W13", **facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"sanctioned": 0}, "green"),
        ({"sanctioned": 1}, "yellow"),
        ({"sanctioned": 2}, "red"),
        ({"sanctioned": 1, "secretary_sanctioned": True}, "red"),
        ({"sanctioned": 0, "secretary_on_file": True}, "red"),
        ({}, "unknown"),
    ],
)
def test_sanctions(facts: dict[str, Any], outcome: str) -> None:
    assert judged("W14", **facts) == outcome


def _bad(code: str, **facts: Any) -> list[tuple[bool | None, bool | None]]:
    rule, known = by_code()[code], VillageFacts(**{"months": 10, **facts})
    return [
        (
            None if one.yellow is None else one.is_bad(one.yellow),
            None if one.red is None else one.is_bad(one.red),
        )
        for one in rule.measures(known, {})
    ]


@pytest.mark.parametrize(
    ("code", "facts", "bad"),
    [
        ("W01", {"has_secretary": False, "vacant_days": 31}, [(True, False)]),
        ("W01", {"has_secretary": True}, [(False, False)]),
        ("W01", {}, [(None, None)]),
        ("W02", {"seats": 6, "empty_days": "90 90"}, [(True, None), (None, True)]),
        ("W02", {"seats": 6, "empty_days": "60"}, [(True, None), (None, False)]),
        ("W02", {}, []),
        ("W12", {"reserve": 1}, [(True, False)]),
        ("W12", {"reserve": 0, "youngest_age": 36}, [(True, True), (None, True)]),
        ("W12", {"reserve": 0, "youngest_age": 35}, [(True, None), (None, False)]),
        ("W13", {"unreviewed": 1, "unreviewed_days": 16}, [(True, False), (None, False)]),
        ("W14", {"sanctioned": 1, "secretary_sanctioned": True}, [(True, False), (None, True)]),
    ],
)
def test_what_is_measured_turns_where_the_rule_turns(
    code: str, facts: dict[str, Any], bad: list[tuple[bool | None, bool | None]]
) -> None:
    assert _bad(code, **facts) == bad
