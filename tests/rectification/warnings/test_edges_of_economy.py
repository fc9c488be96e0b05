"""Edges of the rules about the economy, rectification and filing (W23-W28)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.rules import RULES, Finding, Rule, VillageFacts, by_code
from tests.rectification.warnings.parity import judged


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        (10_100, "green"), (10_000, "green"), (9_001, "green"), (9_000, "yellow"),
        (8_999, "yellow"), (7_000, "yellow"), (6_999, "red"), (0, "red"),
    ],
)  # fmt: skip
def test_income_against_the_year_before(now: int, outcome: str) -> None:
    facts = {"operating_fen": now, "operating_before_fen": 10_000, "income_quarters": 0}

    assert judged("W23", **facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"operating_fen": 0, "operating_before_fen": 0}, "green"),
        ({"operating_fen": 100, "operating_before_fen": 0}, "green"),
        ({"operating_fen": 100}, "unknown"),
        ({"operating_before_fen": 100}, "unknown"),
        ({"operating_before_fen": 100, "income_quarters": 1}, "unknown"),
        ({"operating_before_fen": 100, "income_quarters": 2}, "red"),
        ({"income_quarters": 3}, "red"),
    ],
)
def test_income_that_nobody_stated(facts: dict[str, int], outcome: str) -> None:
    assert judged("W23", **facts) == outcome


def test_a_county_that_allows_no_fall_does_not_blame_the_same_income() -> None:
    facts = {"operating_fen": 100, "operating_before_fen": 100}

    assert judged("W23", {"yellow_percent": 0}, **facts) == "green"


@pytest.mark.parametrize(
    ("debt", "outcome"),
    [(0, "green"), (100, "green"), (101, "yellow"), (300, "yellow"), (301, "red")],
)
def test_debt_against_income(debt: int, outcome: str) -> None:
    facts = {"debt_fen": debt, "debt_before_fen": debt, "operating_year_fen": 100}

    assert judged("W24", **facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"debt_fen": 50, "debt_before_fen": 49, "operating_year_fen": 100}, "yellow"),
        ({"debt_fen": 50, "debt_before_fen": 50, "operating_year_fen": 100}, "green"),
        ({"debt_fen": 50, "debt_before_fen": 51, "operating_year_fen": 100}, "green"),
        ({"debt_fen": 50, "debt_before_fen": 50, "debt_overdue_fen": 1,
          "operating_year_fen": 100}, "red"),
        ({"debt_fen": 1, "debt_before_fen": 1, "operating_year_fen": 0}, "red"),
        ({"debt_fen": 50, "debt_before_fen": 50}, "unknown"),
        ({"debt_fen": 50, "debt_before_fen": 40}, "yellow"),
        ({"debt_fen": 0}, "green"),
        ({"operating_year_fen": 100}, "unknown"),
    ],
)  # fmt: skip
def test_debt_otherwise(facts: dict[str, int], outcome: str) -> None:
    assert judged("W24", **facts) == outcome


@pytest.mark.parametrize(
    ("behind", "outcome"),
    [
        (0, "green"), (999, "green"), (1000, "yellow"), (1001, "yellow"), (3000, "yellow"),
        (3001, "red"),
    ],
)  # fmt: skip
def test_projects_behind_their_plan(behind: int, outcome: str) -> None:
    assert judged("W25", projects=1, project_behind=behind) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"projects": 0}, "green"),
        ({"projects": 1, "project_waiting_months": 2}, "green"),
        ({"projects": 1, "project_waiting_months": 3}, "red"),
        ({"projects": 1, "project_unspent_months": 11}, "green"),
        ({"projects": 1, "project_unspent_months": 12}, "red"),
        ({"projects": 1, "projects_stopped": 1}, "red"),
        ({"projects": 1, "projects_unplanned": 1}, "unknown"),
        ({"projects": 2, "projects_unplanned": 1, "project_behind": 1000}, "yellow"),
        ({"projects": 2, "projects_unplanned": 1, "project_behind": 0}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_projects_otherwise(facts: dict[str, int], outcome: str) -> None:
    assert judged("W25", **facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"contracts": 0}, "green"),
        ({"contracts": 1, "contract_days_left": 61}, "green"),
        ({"contracts": 1, "contract_days_left": 60}, "yellow"),
        ({"contracts": 1, "contract_days_left": 0}, "yellow"),
        ({"contracts": 1, "arrears_days": 30}, "green"),
        ({"contracts": 1, "arrears_days": 31}, "yellow"),
        ({"contracts": 1, "arrears_days": 180}, "yellow"),
        ({"contracts": 1, "arrears_days": 181}, "red"),
        ({"contracts": 1, "contracts_used_on": 1}, "red"),
        ({}, "unknown"),
    ],
)
def test_contracts(facts: dict[str, int], outcome: str) -> None:
    assert judged("W26", **facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"cases": 0, "task_late_days": 99}, "green"),
        ({"cases": 1}, "green"),
        ({"cases": 1, "task_late_days": 1}, "yellow"),
        ({"cases": 1, "task_late_days": 15}, "yellow"),
        ({"cases": 1, "task_late_days": 16}, "red"),
        ({"cases": 1, "case_extensions": 1}, "green"),
        ({"cases": 1, "case_extensions": 2}, "red"),
        ({"cases": 1, "case_failed": True}, "red"),
        ({}, "unknown"),
    ],
)
def test_rectification(facts: dict[str, Any], outcome: str) -> None:
    assert judged("W27", **facts) == outcome


@pytest.mark.parametrize(
    ("late", "mending", "outcome"),
    [
        ("0 0 0", 0, "green"), ("3 9 9", 0, "green"), ("4 3 9", 0, "yellow"),
        ("4 4 0", 0, "red"), ("4 - 9", 0, "yellow"), ("- 9 9", 0, "green"),
        ("0 0 0", 5, "green"), ("0 0 0", 6, "yellow"), ("", 9, "unknown"),
    ],
)  # fmt: skip
def test_filing(late: str, mending: int, outcome: str) -> None:
    assert judged("W28", filing_late=late, filing_mending_days=mending) == outcome


def test_what_was_found_untrue_is_red_whoever_files() -> None:
    assert judged("W28", filing_late="0", false_data=1) == "red"
    assert judged("W28", false_data=1) == "red"


@pytest.mark.parametrize("code", ["W22", "W23", "W24", "W25", "W26", "W28"])
def test_measures_of_unknown_facts_are_unknown(code: str) -> None:
    measures = by_code()[code].measures(VillageFacts(10), {})

    assert measures
    assert all(one.value is None for one in measures if one.label != "查实的不实数据")


# Where there is none of these, nothing else is known of them.
_NEEDED = {"W15": "stationed", "W25": "projects", "W26": "contracts"}
MINE = tuple(one for one in RULES if one.code >= "W15")
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "stationed": st.integers(0, 2),
        "stationed_days": st.lists(st.integers(12, 23), max_size=3).map(
            lambda days: " ".join(map(str, days))
        ),
        "stationed_absences": st.integers(0, 1),
        "disclosure_quarters": st.integers(0, 3),
        "disclosure_quarter_days": st.integers(9, 12),
        "meeting_quarters": st.integers(0, 3),
        "petitions_first": st.integers(0, 3),
        "petitions_collective": st.integers(0, 1),
        "petitions_unresolved": st.integers(0, 4),
        "incidents": st.integers(0, 1),
        "incident_grade": st.integers(0, 4),
        "survey_content": st.integers(55, 85),
        "survey_answered": st.just(100),
        "operating_fen": st.integers(0, 20_000_000),
        "operating_before_fen": st.integers(0, 20_000_000),
        "operating_year_fen": st.integers(0, 20_000_000),
        "income_quarters": st.integers(0, 3),
        "debt_fen": st.integers(0, 80_000_000),
        "debt_before_fen": st.integers(0, 80_000_000),
        "projects": st.integers(0, 2),
        "project_behind": st.integers(0, 4_000),
        "contracts": st.integers(0, 2),
        "contract_days_left": st.integers(0, 90),
        "arrears_days": st.integers(0, 200),
        "cases": st.integers(0, 1),
        "task_late_days": st.integers(0, 20),
        "case_extensions": st.integers(0, 3),
        "filing_late": st.lists(st.integers(0, 6), max_size=3).map(
            lambda days: " ".join(map(str, days))
        ),
        "filing_mending_days": st.integers(0, 8),
    },
)


def _told_by_measures(rule: Rule, facts: VillageFacts) -> str:
    measures = rule.measures(facts, {})
    for level in ("red", "yellow"):
        limits = ((one, getattr(one, level)) for one in measures)
        if any(limit is not None and one.is_bad(limit) for one, limit in limits):
            return level
    return "green"


def _level(finding: Finding | None) -> str:
    return str(finding.level) if finding else "green"


@pytest.mark.parametrize("rule", MINE, ids=lambda rule: rule.code)
@given(known=_FACTS)
def test_measures_and_judgement_agree(rule: Rule, known: dict[str, Any]) -> None:
    needed = {name: known.get(name) or 1 for code, name in _NEEDED.items() if code == rule.code}
    facts = VillageFacts(10, **{**known, **needed})
    level = _level(rule.judge(facts, {}))

    if level != "unknown":
        assert _told_by_measures(rule, facts) == level
