"""Edges of the rules about stationed people and village affairs (W15-W21)."""

from typing import Any

import pytest

from rectification.warnings.rules import VillageFacts, by_code
from tests.rectification.warnings.parity import judged


@pytest.mark.parametrize(
    ("days", "outcome"),
    [
        ("21", "green"),
        ("20", "green"),
        ("19", "yellow"),
        ("15", "yellow"),
        ("14", "red"),
        ("19 20", "yellow"),
        ("19 19", "red"),
        ("20 14 14", "green"),
        ("19 - 19", "yellow"),
        ("- 14", "unknown"),
        ("", "unknown"),
    ],
)
def test_days_of_the_first_secretary(days: str, outcome: str) -> None:
    assert judged("W15", stationed=1, stationed_days=days) == outcome


def test_one_unexcused_absence_is_enough() -> None:
    facts = {"stationed": 1, "stationed_days": "22"}

    assert judged("W15", **facts, stationed_absences=0) == "green"
    assert judged("W15", **facts, stationed_absences=1) == "red"
    assert judged("W15", {"red_absences": 2}, **facts, stationed_absences=1) == "green"


def test_nobody_posted_is_nobody_away() -> None:
    assert judged("W15", stationed=0) == "green"


def test_a_county_waits_for_three_short_months() -> None:
    facts = {"stationed": 1, "stationed_days": "19 19 19"}

    assert judged("W15", {"red_months": 3}, **facts) == "red"
    assert judged("W15", {"red_months": 3}, stationed=1, stationed_days="19 19 20") == "yellow"


@pytest.mark.parametrize(
    ("quarters", "days", "outcome"),
    [
        (0, 92, "green"),
        (1, 10, "green"),
        (1, 11, "yellow"),
        (2, 10, "yellow"),
        (2, 11, "red"),
        (3, 10, "red"),
        (None, 0, "unknown"),
    ],
)
def test_quarters_without_disclosure(quarters: int | None, days: int, outcome: str) -> None:
    facts = {"disclosure_quarters": quarters, "disclosure_quarter_days": days}

    assert judged("W16", **facts) == outcome


@pytest.mark.parametrize(
    ("months", "days", "outcome"),
    [(1, 10, "green"), (1, 11, "yellow"), (2, 10, "yellow"), (2, 11, "red"), (3, 10, "red")],
)
def test_months_of_a_village_with_much_money(months: int, days: int, outcome: str) -> None:
    facts = {"disclosure_months": months, "disclosure_month_days": days}

    assert judged("W16", disclosure_quarters=0, disclosure_quarter_days=92, **facts) == outcome


@pytest.mark.parametrize(
    ("quarters", "outcome"), [(0, "green"), (1, "yellow"), (2, "red"), (None, "unknown")]
)
def test_quarters_without_a_meeting(quarters: int | None, outcome: str) -> None:
    assert judged("W17", meeting_quarters=quarters) == outcome


@pytest.mark.parametrize(
    ("missing", "outcome"),
    [
        ("", "green"),
        ("10:0:decided_on", "green"),
        ("11:0:decided_on", "yellow"),
        ("11:4999999:decided_on", "yellow"),
        ("11:5000000:decided_on", "red"),
        ("10:9000000:decided_on", "green"),
        # The large one is still within its days, the small one is not.
        ("40:100:reviewed_on 10:9000000:decided_on", "yellow"),
        ("40:100:reviewed_on 11:9000000:decided_on", "red"),
    ],
)
def test_missing_steps(missing: str, outcome: str) -> None:
    assert judged("W18", matters=2, matters_missing=missing) == outcome


def test_the_limit_of_money_is_the_countys() -> None:
    facts = {"matters": 1, "matters_missing": "11:9999999:decided_on"}

    assert judged("W18", {"red_wan": 10}, **facts) == "yellow"
    assert judged("W18", {"red_wan": 9}, **facts) == "red"
    # Even where every amount counts, an amount that nobody stated does not.
    assert judged("W18", {"red_wan": 0}, matters=1, matters_missing="11:0:decided_on") == "yellow"


@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"first": 0}, "green"),
        ({"first": 1}, "green"),
        ({"first": 2}, "yellow"),
        ({"first": 0, "unresolved": 1, "overdue": 1}, "yellow"),
        ({"first": 0, "unresolved": 2}, "green"),
        ({"first": 0, "unresolved": 3}, "red"),
        ({"first": 1, "collective": 1}, "red"),
        ({"first": 1, "beyond": 1}, "red"),
        ({"first": None}, "unknown"),
    ],
)
def test_petitions_of_a_month(counts: dict[str, int | None], outcome: str) -> None:
    assert judged("W19", **{f"petitions_{key}": count for key, count in counts.items()}) == outcome


@pytest.mark.parametrize(
    ("count", "mass", "grade", "outcome"),
    [
        (0, False, 0, "green"),
        (1, False, 0, "yellow"),
        (1, False, 1, "yellow"),
        (3, False, 2, "yellow"),
        (1, False, 3, "red"),
        (1, False, 4, "red"),
        (1, True, 1, "red"),
        (None, False, 0, "unknown"),
    ],
)
def test_incidents(count: int | None, mass: bool, grade: int, outcome: str) -> None:
    facts: dict[str, Any] = {"incidents": count, "incidents_mass": mass, "incident_grade": grade}

    assert judged("W20", **facts) == outcome


@pytest.mark.parametrize(
    ("content", "answered", "outcome"),
    [
        (80, 100, "green"), (79, 100, "yellow"), (60, 100, "yellow"), (59, 100, "red"),
        (4, 5, "green"), (799, 1000, "yellow"), (600, 1001, "red"), (0, 0, "unknown"),
        (None, 0, "unknown"),
    ],
)  # fmt: skip
def test_satisfaction(content: int | None, answered: int, outcome: str) -> None:
    assert judged("W21", survey_content=content, survey_answered=answered) == outcome


def test_measures_say_where_a_village_stands() -> None:
    facts = VillageFacts(10, survey_content=70, survey_answered=100)
    (share,) = by_code()["W21"].measures(facts, {})

    assert (share.value, share.yellow, share.red) == (70, 80, 60)
    assert (share.is_bad(80), share.is_bad(60)) == (True, False)


@pytest.mark.parametrize("code", ["W15", "W16", "W17", "W18", "W19", "W20", "W21"])
def test_measures_of_unknown_facts_are_unknown(code: str) -> None:
    measures = by_code()[code].measures(VillageFacts(10), {})

    assert measures
    assert all(one.value is None for one in measures)
