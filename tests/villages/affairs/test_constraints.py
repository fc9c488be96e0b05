"""What the database calls impossible in village facts, in words that people understand."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.villages.affairs import factories as made
from villages.affairs.models import MajorMatter
from villages.affairs.models.matters import STEPS
from villages.models import County

D = date(2026, 6, 1)
EARLIER = date(2026, 5, 1)

IMPOSSIBLE: list[tuple[Any, dict[str, Any], str]] = [
    (made.site_of, {"state": "palace"}, "site_state_known"),
    (made.site_of, {"area_m2": 0}, "site_area_positive"),
    (made.site_of, {"state": "none"}, "site_none_has_no_area"),
    (made.site_of, {"state": "building", "built_on": D}, "site_built_when_standing"),
    (made.site_of, {"built_on": date(2026, 9, 2)}, "site_built_then_checked"),
    (made.site_of, {"built_on": D, "closed_on": EARLIER}, "site_built_then_closed"),
    (made.surveyed, {"asked": 3}, "survey_answered_in_asked"),
    (made.surveyed, {"answered": 5}, "survey_parts_add_up"),
    (made.surveyed, {"topic": ""}, "survey_has_topic"),
    (made.surveyed, {"satisfied": 0, "fairly": 0, "asked": 5}, "survey_has_answers"),
    (made.petitioned, {"collective": 1}, "petitions_collective_in_all"),
    (made.petitioned, {"beyond": 1}, "petitions_beyond_in_all"),
    (made.petitioned, {"overdue": 1}, "petitions_overdue_in_open"),
    (made.petitioned, {"month": 2026}, "petitions_month"),
    (made.counted_grids, {"covered": 301}, "grid_covered_in_households"),
    (made.counted_grids, {"party_workers": 7}, "grid_party_in_workers"),
    (made.counted_grids, {"grids": 0}, "grid_workers_need_grids"),
    (made.counted_grids, {"heads": 0}, "grid_cover_needs_heads"),
    (made.counted_grids, {"heads": 291}, "grid_heads_cover_somebody"),
    (made.honoured, {"withdrawn_on": D, "reason": ""}, "honour_withdrawn_why"),
    (made.honoured, {"reason": "复查不合格"}, "honour_why_if_withdrawn"),
    (made.honoured, {"withdrawn_on": date(2020, 1, 1), "reason": "错"}, "honour_days"),
    (made.has_rules, {"filed_on": date(2024, 3, 1)}, "rules_adopted_then_filed"),
    (made.has_rules, {"articles": 0}, "rules_have_articles"),
    (made.power_misused, {"mended_on": made.TODAY}, "power_mended_how"),
    (made.power_misused, {"what": ""}, "power_says_what"),
    (made.sealed, {"approved_by": ""}, "seal_unapproved_is_exception"),
    (made.sealed, {"is_exception": True}, "seal_exception_in_words"),
    (made.sealed, {"exception": "空白盖章"}, "seal_words_if_exception"),
    (made.sealed, {"mended_on": made.TODAY}, "seal_mended_if_exception"),
    (made.misspent, {"recovered_fen": 320_001}, "spending_back_at_most"),
    (made.misspent, {"amount_fen": None, "recovered_fen": 1}, "spending_back_in_amount"),
    (made.misspent, {"mended_on": D}, "spending_found_then_mended"),
]
DATED: list[tuple[Any, dict[str, Any], str]] = [
    (made.met, {"present": 46}, "vmeeting_present_in_all"),
    (made.met, {"representatives": 46}, "vmeeting_reps_in_members"),
    (made.met, {"representatives": 30, "women": 31}, "vmeeting_women_in_reps"),
    (made.met, {"agreed": 31}, "vmeeting_agreed_in_present"),
    (made.met, {"present": 29, "agreed": 29, "is_resolved": True}, "vmeeting_resolved_quorum"),
    (made.met, {"agreed": 15, "is_resolved": True}, "vmeeting_resolved_majority"),
    (made.met, {"is_resolved": True}, "vmeeting_resolved_majority"),
    (made.incident, {"reported_on": EARLIER}, "incident_then_reported"),
    (made.incident, {"closed_on": D}, "incident_closed_if_reported"),
    (made.incident, {"people": 0}, "incident_people_positive"),
]


@pytest.mark.parametrize(("make", "values", "name"), IMPOSSIBLE, ids=[one[2] for one in IMPOSSIBLE])
def test_the_impossible_is_refused_by_the_database(
    county: County, make: Any, values: dict[str, Any], name: str
) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make(made.village(), **values)


@pytest.mark.parametrize(("make", "values", "name"), DATED, ids=[f"{o[2]}-{o[1]}" for o in DATED])
def test_the_impossible_on_a_day_is_refused(
    county: County, make: Any, values: dict[str, Any], name: str
) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make(made.village(), D, **values)


@pytest.mark.parametrize("place", range(1, len(STEPS)))
def test_no_step_lies_before_an_earlier_one(county: County, place: int) -> None:
    """Even with the steps between left out: all pairs are in order, not neighbours only."""
    with pytest.raises(IntegrityError, match=f"matter_step_0_{place}"), transaction.atomic():
        made.matter(made.village(), **{"proposed_on": D, STEPS[place]: EARLIER})


@pytest.mark.parametrize("place", range(1, len(STEPS)))
def test_steps_of_one_day_are_in_order(county: County, place: int) -> None:
    assert made.matter(made.village(), **{"proposed_on": D, STEPS[place]: D}).pk


def test_a_matter_needs_a_day(county: County) -> None:
    with pytest.raises(IntegrityError, match="matter_has_a_day"):
        made.matter(made.village())


@pytest.mark.parametrize(
    ("present", "agreed"), [(30, 16), (45, 23)], ids=["just two thirds", "just half and one"]
)
def test_a_resolution_at_the_very_limit_is_valid(county: County, present: int, agreed: int) -> None:
    row = made.met(made.village(), D, present=present, agreed=agreed, is_resolved=True)

    assert row.has_quorum


def test_one_site_in_use_for_each_village(county: County) -> None:
    made.site_of(made.village(), closed_on=date(2026, 10, 1))
    made.site_of(made.village(), name="新址")

    with pytest.raises(IntegrityError):
        made.site_of(made.village(), name="第三处")


def test_constraints_speak_chinese(county: County) -> None:
    row = MajorMatter(
        village=made.village(), county_code="999901", title="路", kind="project",
        proposed_on=D, decided_on=EARLIER,
    )  # fmt: skip

    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()

    assert "村民代表会议决议不能早于前面的步骤。" in refused.value.messages
