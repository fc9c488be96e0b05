"""From findings and standing to a colour: one table of situations for each thing that decides."""

from typing import Any

import pytest

from rectification.warnings.judgement import decide
from rectification.warnings.rating import Rating
from rectification.warnings.rules import Finding, Level
from rectification.warnings.standing import Held, Standing
from villages.common.periods import Month

OCTOBER = Month(2026, 10)
# Of categories: team, masses, governance, team again.
TEAM, MASSES, GOVERNANCE, TEAM_TOO = "W01", "W19", "W16", "W02"
RED, YELLOW, UNKNOWN = (Finding(level, {"n": 1}) for level in (Level.RED, Level.YELLOW,
                                                              Level.UNKNOWN))  # fmt: skip


def _outcome(
    found: dict[str, Finding], judged: int = 28, rating: Rating | None = None, **brought: Any
) -> Any:
    return decide(found, judged, Standing(**brought), rating or Rating(), OCTOBER)


def _levels(outcome: Any) -> dict[str, str]:
    return {one["rule"]: one["level"] for one in outcome.reasons}


@pytest.mark.parametrize(("found", "brought", "colour"), [
    ({}, {}, "green"),
    ({TEAM: YELLOW}, {}, "yellow"),
    ({TEAM: RED}, {}, "red"),
    ({TEAM: UNKNOWN}, {}, "green"),
    ({TEAM: YELLOW, TEAM_TOO: YELLOW, MASSES: YELLOW}, {}, "yellow"),
    ({TEAM: YELLOW, GOVERNANCE: YELLOW, MASSES: YELLOW}, {}, "red"),
    ({}, {"held": {TEAM: Held("red", 202609)}}, "red"),
    ({}, {"held": {TEAM: Held("yellow", 202609)}}, "yellow"),
    ({}, {"held": {TEAM: Held("red", 202609, observed=True)}}, "yellow"),
    ({TEAM: YELLOW}, {"held": {TEAM: Held("red", 202609)}}, "red"),
    ({TEAM: UNKNOWN}, {"held": {TEAM: Held("red", 202609)}}, "red"),
    ({TEAM: RED}, {"held": {TEAM: Held("yellow", 202609, observed=True)}}, "red"),
    ({TEAM: YELLOW}, {"held": {TEAM: Held("yellow", 202609)}}, "red"),
    ({TEAM: YELLOW}, {"held": {TEAM: Held("yellow", 202609)}, "lowered": True}, "yellow"),
    ({}, {"red_months": 1}, "yellow"),
    ({}, {"red_months": 1, "cleared": frozenset([TEAM])}, "green"),
    ({TEAM: RED}, {"cleared": frozenset([TEAM])}, "green"),
    ({TEAM: RED}, {"exempt": frozenset([TEAM])}, "green"),
    ({TEAM: RED, MASSES: YELLOW}, {"exempt": frozenset([TEAM])}, "yellow"),
    ({TEAM: RED, MASSES: YELLOW}, {"exempt": frozenset(["*"])}, "green"),
    ({TEAM: RED}, {"exempt": frozenset([TEAM]), "red_months": 1}, "yellow"),
    ({TEAM: RED}, {"override": "yellow"}, "yellow"),
    ({}, {"override": "red"}, "red"),
])  # fmt: skip
def test_the_colour_of_a_situation(
    found: dict[str, Finding], brought: dict[str, Any], colour: str
) -> None:
    assert _outcome(found, **brought).colour == colour


@pytest.mark.parametrize(("unknown", "judged", "colour"), [
    (5, 28, "green"), (6, 28, "grey"), (2, 10, "green"), (3, 10, "grey"), (0, 0, "grey"),
])  # fmt: skip
def test_grey_where_more_than_a_fifth_is_unknown(unknown: int, judged: int, colour: str) -> None:
    found = {f"W{number:02d}": UNKNOWN for number in range(1, unknown + 1)}

    assert _outcome(found, judged).colour == colour


def test_what_is_wrong_is_said_however_much_is_unknown() -> None:
    found = {f"W{number:02d}": UNKNOWN for number in range(2, 20)} | {TEAM: YELLOW}

    assert _outcome(found).colour == "yellow"


def test_several_kinds_of_yellow_are_a_reason_of_their_own() -> None:
    outcome = _outcome({TEAM: YELLOW, GOVERNANCE: YELLOW, MASSES: YELLOW})

    (many,) = [one for one in outcome.reasons if one["rule"] == "C1"]
    assert many["evidence"] == {"categories": 3, "limit": 3}


def test_observed_yellow_adds_to_no_combination() -> None:
    held = {TEAM: Held("red", 202609, observed=True)}
    outcome = _outcome({GOVERNANCE: YELLOW, MASSES: YELLOW}, held=held)

    assert (outcome.colour, outcome.mark) == ("yellow", "observation")


@pytest.mark.parametrize(("since", "months", "colour"), [
    (202609, 2, "red"), (202610, 2, "yellow"), (202609, 3, "yellow"), (202608, 3, "red"),
    (202512, 11, "red"), (202609, 0, "yellow"),
])  # fmt: skip
def test_yellow_that_lasts(since: int, months: int, colour: str) -> None:
    rating = Rating(yellow_months=months)

    outcome = _outcome({TEAM: YELLOW}, rating=rating, held={TEAM: Held("yellow", since)})

    assert outcome.colour == colour
    assert ("C2" in _levels(outcome)) == (colour == "red")


def test_waiting_for_a_person_does_not_turn_a_village_red() -> None:
    outcome = _outcome({}, held={TEAM: Held("yellow", 202601)})

    assert outcome.colour == "yellow"
    assert outcome.reasons[0]["evidence"] == {"why": "held"}


def test_rules_that_do_not_escalate_stay_yellow() -> None:
    rating = Rating(steady=frozenset([TEAM]))

    assert _outcome({TEAM: YELLOW}, rating=rating, held={TEAM: Held("yellow", 202601)}).colour == (
        "yellow"
    )


def test_missing_data_do_not_lift_what_was_wrong() -> None:
    outcome = _outcome({TEAM: UNKNOWN}, held={TEAM: Held("red", 202609)})

    assert outcome.reasons == [
        {"rule": TEAM, "level": "red", "evidence": {"why": "held_unknown"}, "held": 202609}
    ]


def test_what_is_set_aside_is_told_with_what_it_would_be() -> None:
    exempt = _outcome({TEAM: RED}, exempt=frozenset([TEAM]))
    cleared = _outcome({TEAM: RED}, cleared=frozenset([TEAM]))

    assert (exempt.mark, exempt.raw) == ("exempt", "red")
    assert exempt.reasons[0] | {"evidence": {}} == {
        "rule": TEAM, "level": "exempt", "found": "red", "evidence": {},
    }  # fmt: skip
    assert _levels(cleared) == {TEAM: "cleared"}


def test_a_colour_set_by_hand_leaves_the_reasons_and_says_what_it_covers() -> None:
    outcome = _outcome({TEAM: RED}, override="yellow")

    assert (outcome.colour, outcome.computed, outcome.mark) == ("yellow", "red", "override")
    assert _levels(outcome) == {TEAM: "red"}


@pytest.mark.parametrize(("found", "before", "after"), [
    ({TEAM: RED}, (1, 0), (2, 0)), ({TEAM: RED}, (0, 3), (1, 0)),
    ({TEAM: YELLOW}, (2, 0), (0, 1)), ({}, (0, 4), (0, 0)),
])  # fmt: skip
def test_months_in_a_row(
    found: dict[str, Finding], before: tuple[int, int], after: tuple[int, int]
) -> None:
    outcome = _outcome(found, red_months=before[0], yellow_months=before[1])

    assert (outcome.red_months, outcome.yellow_months) == after


def test_a_standing_survives_its_receipt() -> None:
    standing = Standing(
        {TEAM: Held("red", 202609, observed=True)}, frozenset([MASSES]), frozenset(["*"]), "grey",
        lowered=True, red_months=2, yellow_months=1,
    )  # fmt: skip

    assert Standing.from_json(standing.to_json()) == standing
    assert Standing().to_json() == {}
