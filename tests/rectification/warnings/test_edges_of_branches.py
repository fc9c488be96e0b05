"""Edges of the rules about branches (W03-W10) and of what they measure."""

from typing import Any

import pytest

from rectification.warnings.rules import Finding, VillageFacts, by_code
from rectification.warnings.rules.known.branches import NOT_DUE
from tests.rectification.warnings.parity import judged


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"term_days_left": 91}, "green"),
        ({"term_days_left": 90}, "yellow"),
        ({"term_days_left": 0}, "yellow"),
        ({"term_days_left": -1}, "red"),
        ({"term_days_left": -1, "terms_unknown": 1}, "red"),
        ({"term_days_left": 91, "terms_unknown": 1}, "unknown"),
        ({"terms_unknown": 1}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_ends_of_terms(facts: dict[str, Any], outcome: str) -> None:
    assert judged("W03", **facts) == outcome


@pytest.mark.parametrize(
    ("code", "name"), [("W05", "committee"), ("W06", "theme"), ("W07", "class")]
)
@pytest.mark.parametrize(
    ("missed", "silent", "outcome"),
    [
        (0, 0, "green"),
        (1, 0, "yellow"),
        (2, 0, "red"),
        (3, 0, "red"),
        (0, 1, "unknown"),
        (1, 1, "yellow"),
        (2, 1, "red"),
        (None, 0, "unknown"),
    ],
)
def test_rows_of_misses(
    code: str, name: str, missed: int | None, silent: int, outcome: str
) -> None:
    assert judged(code, **{f"{name}_missed": missed, f"{name}_silent": silent}) == outcome


@pytest.mark.parametrize(
    ("over", "now", "before", "outcome"),
    [
        (5, (1, 0), (0, 0), "green"),
        (6, (1, 0), (0, 0), "yellow"),
        (5, (2, 0), (1, 0), "yellow"),
        (6, (2, 0), (1, 0), "red"),
        (5, (0, 1), (0, 0), "green"),
        (6, (0, 1), (0, 0), "unknown"),
        (5, (0, 1), (2, 0), "red"),
        (0, (0, 0), (0, 1), "unknown"),
    ],
)
def test_a_quarter_counts_after_its_days_of_grace(
    over: int, now: tuple[int, int], before: tuple[int, int], outcome: str
) -> None:
    facts = {
        "assembly_missed": now[0], "assembly_silent": now[1],
        "assembly_missed_before": before[0], "assembly_silent_before": before[1],
        "assembly_days_over": over,
    }  # fmt: skip

    assert judged("W04", **facts) == outcome


_BOTH = {"org_life_last": "2026-01-16", "appraisal_last": "2026-01-16"}
_OLD = {**_BOTH, "appraisal_last": "2025-03-31", "appraisal_none_since": "2025-04-01"}


@pytest.mark.parametrize(
    ("on", "facts", "outcome"),
    [
        ("2026-02-28", _OLD, "green"),  # 2024's was held, 2025's is not late yet
        ("2026-03-01", _OLD, "yellow"),
        ("2026-03-31", _OLD, "yellow"),
        ("2026-04-01", _OLD, "red"),
        ("2026-12-31", _OLD, "red"),
        # Until the next deadline the year before the last one still counts.
        ("2027-02-28", _OLD, "red"),
        ("2026-04-01", _BOTH, "green"),
        ("2026-04-01", {**_OLD, "appraisal_last": "2025-04-01"}, "green"),
        # A month of the year was not filed: perhaps it was held then.
        ("2026-04-01", {**_OLD, "appraisal_none_since": "2025-04-02"}, "unknown"),
        ("2026-04-01", {**_BOTH, "appraisal_last": ""}, "unknown"),
        ("2026-04-01", {**_BOTH, "appraisal_last": NOT_DUE}, "green"),
        ("", {}, "unknown"),
    ],
)
def test_meetings_of_a_year(on: str, facts: dict[str, Any], outcome: str) -> None:
    assert judged("W08", life_on=on, **facts) == outcome


def test_it_says_which_meeting_of_which_year_is_missing() -> None:
    facts = VillageFacts(4, life_on="2026-04-01", **{**_OLD, "org_life_last": "2026-03-10"})

    assert by_code()["W08"].judge(facts, {}) == Finding(
        "red", {"year": 2025, "missed": "appraisal", "limit": 331}
    )


def _came(attended: int, should: int, **rest: Any) -> dict[str, Any]:
    return {"attended": attended, "should_attend": should, "attendance_meetings": 3, **rest}


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (_came(70, 100), "green"),
        (_came(699, 1000), "yellow"),
        (_came(50, 100), "yellow"),
        (_came(499, 1000), "red"),
        (_came(90, 100, election_present=80, election_entitled=100), "green"),
        (_came(90, 100, election_present=799, election_entitled=1000), "red"),
        (_came(90, 100, attendance_silent=1), "unknown"),
        (_came(69, 100, attendance_silent=1), "yellow"),
        ({"election_present": 79, "election_entitled": 100}, "red"),
        ({"election_present": 80, "election_entitled": 100}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_attendance(facts: dict[str, Any], outcome: str) -> None:
    assert judged("W09", **facts) == outcome


@pytest.mark.parametrize(
    ("least", "most", "outcome"),
    [
        (11, 11, "green"),
        (12, 12, "yellow"),
        (23, 23, "yellow"),
        (24, 24, "red"),
        (24, None, "red"),
        (12, None, "yellow"),
        (11, None, "unknown"),
        # Months nobody filed: perhaps somebody was accepted in one of them.
        (0, 11, "green"),
        (0, 12, "unknown"),
        (12, 30, "yellow"),
        (None, None, "unknown"),
    ],
)
def test_months_without_anybody_new(least: int | None, most: int | None, outcome: str) -> None:
    assert judged("W10", recruit_least=least, recruit_most=most) == outcome


@pytest.mark.parametrize(
    ("code", "facts", "bad"),
    [
        ("W03", {"term_days_left": 0}, [(True, False)]),
        ("W03", {"term_days_left": -1}, [(True, True)]),
        ("W04", {"assembly_missed": 1, "assembly_days_over": 6}, [(True, False)]),
        ("W05", {"committee_missed": 0, "committee_silent": 1}, [(None, None)]),
        ("W06", {"theme_missed": 2}, [(True, True)]),
        ("W07", {"class_missed": 0}, [(False, False)]),
        ("W08", {"life_on": "2026-03-01", **_OLD}, [(True, None)]),
        ("W08", {"life_on": "2026-04-01", **_OLD}, [(None, True)]),
        ("W09", _came(69, 100, election_present=80, election_entitled=100),
         [(True, False), (None, False)]),
        ("W10", {"recruit_least": 12, "recruit_most": None}, [(True, False)]),
        ("W10", {"recruit_least": 0, "recruit_most": 30}, [(None, None)]),
        ("W10", {"recruit_least": 0, "recruit_most": 11}, [(False, False)]),
        ("W11", {"smallest_branch": 2, "largest_branch": 101, "branches": 2},
         [(None, True), (True, None)]),
    ],
)  # fmt: skip
def test_what_is_measured_turns_where_the_rule_turns(
    code: str, facts: dict[str, Any], bad: list[tuple[bool | None, bool | None]]
) -> None:
    measures = by_code()[code].measures(VillageFacts(**{"months": 10, **facts}), {})

    assert [
        (
            None if one.yellow is None else one.is_bad(one.yellow),
            None if one.red is None else one.is_bad(one.red),
        )
        for one in measures
    ] == bad
