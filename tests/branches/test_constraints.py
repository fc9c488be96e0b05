"""What the database refuses, said in Chinese before it does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from branches.models import (
    BranchElection,
    DevelopmentCount,
    DevelopmentRecord,
    Meeting,
    MemberCount,
    PartyBranch,
    QuietMonth,
)
from tests.branches.factories import branch
from villages.db.evaluating import broken
from villages.models import County

DAY = date(2026, 3, 15)
LATER, EARLIER = DAY + timedelta(days=1), DAY - timedelta(days=1)
COUNT = {"as_of": DAY, "formal": 8, "probationary": 2}
AGES = {"to_35": 2, "from_36_to_45": 2, "from_46_to_55": 2, "from_56_to_60": 2, "over_60": 2}
SCHOOLS = {"postgraduate": 0, "university": 1, "college": 2, "secondary": 3, "junior": 4}
VOTE = {
    "held_on": DAY, "entitled": 40, "present": 36, "seats": 5, "candidates": 6, "elected": 5,
    "least_votes": 30, "result": "elected",
}  # fmt: skip
WAY = {
    "serial": "1", "applied_on": DAY, "activist_on": DAY, "candidate_on": DAY, "assembly_on": DAY,
    "approved_on": DAY, "formal_assembly_on": DAY, "formal_approved_on": DAY, "stage": "formal",
}  # fmt: skip
MEETING = {"kind": "theme_day", "held_on": DAY, "attended": 3, "should_attend": 4}
TERM = {"term_start": DAY, "term_years": 5, "term_ends_on": LATER}
EXTENDED = {**TERM, "extended_to": LATER + timedelta(days=1), "extension_no": "1",
            "extension_reason": "灾情"}  # fmt: skip
ENDED = {"abolished_on": DAY, "abolition_no": "1", "abolition_reason": "并入"}

CASES: list[tuple[type[models.Model], dict[str, Any], dict[str, Any], str]] = [
    (PartyBranch, {}, {"name": ""}, "branch_has_name"),
    (PartyBranch, {}, {"kind": "club"}, "branch_kind"),
    (PartyBranch, {"kind": "joint", "units": 3}, {"units": 1}, "branch_units_of_joint"),
    (PartyBranch, {"units": None}, {"units": 3}, "branch_units_of_joint"),
    (PartyBranch, {**ENDED, "founded_on": DAY}, {"founded_on": LATER}, "branch_days_in_order"),
    (PartyBranch, {}, {"approved_on": DAY}, "branch_approval_whole"),
    (PartyBranch, {}, {"approval_no": "1"}, "branch_approval_whole"),
    (PartyBranch, {"approved_on": DAY, "approval_no": "1"}, {"founded_on": EARLIER},
     "branch_approved_first"),
    (PartyBranch, {"kind": "committee"}, {"county_approval_no": "1"}, "branch_county_whole"),
    (PartyBranch, {"county_approved_on": DAY, "county_approval_no": "1", "kind": "committee"},
     {"kind": "general"}, "branch_county_committee"),
    (PartyBranch, TERM, {"founded_on": LATER}, "branch_term_after_found"),
    (PartyBranch, TERM, {"term_years": 6}, "branch_term_years"),
    (PartyBranch, TERM, {"term_years": 0}, "branch_term_years"),
    (PartyBranch, TERM, {"term_ends_on": DAY}, "branch_term_has_end"),
    (PartyBranch, TERM, {"term_start": None}, "branch_term_has_end"),
    (PartyBranch, EXTENDED, {"extended_to": LATER}, "branch_extension_later"),
    (PartyBranch, EXTENDED, {"extension_no": ""}, "branch_extension_number"),
    (PartyBranch, EXTENDED, {"extension_reason": ""}, "branch_extension_reason"),
    (PartyBranch, {"seats": 5, "filled": 5}, {"filled": 6}, "branch_filled_in_seats"),
    (PartyBranch, {"seats": 5, "filled": 5}, {"vacant_since": DAY}, "branch_vacant_has_gap"),
    (PartyBranch, ENDED, {"abolition_no": ""}, "branch_abolition_number"),
    (PartyBranch, ENDED, {"abolition_reason": ""}, "branch_abolition_reason"),
    (MemberCount, {**COUNT, **AGES}, {"over_60": 1}, "members_ages_add_up"),
    (MemberCount, {**COUNT, **AGES}, {"over_60": None}, "members_ages_add_up"),
    (MemberCount, {**COUNT, **AGES}, {"probationary": None}, "members_ages_add_up"),
    (MemberCount, {**COUNT, **SCHOOLS}, {"junior": 5}, "members_schooling_adds_up"),
    *[
        (MemberCount, {**COUNT, field: 10}, {field: 11}, f"members_{short}")
        for field, short in (
            ("women", "women"), ("minority", "minority"), ("floating", "floating"),
            ("veterans", "veterans"), ("five_star", "five_star"), ("pioneer", "pioneer"),
            ("dues_paid", "dues"), ("from_60", "from_60"),
        )
    ],
    (MemberCount, {**COUNT, **AGES, "from_60": 2}, {"from_60": 1}, "members_over_60"),
    (MemberCount, {**COUNT, **AGES, "from_60": 4}, {"from_60": 5}, "members_from_60_bands"),
    (BranchElection, VOTE, {"kind": "coup"}, "election_kind"),
    (BranchElection, VOTE, {"result": "draw"}, "election_result"),
    (BranchElection, VOTE, {"approval_no": "1"}, "election_approval_whole"),
    (BranchElection, {**VOTE, "approved_on": DAY, "approval_no": "1"}, {"approved_on": LATER},
     "election_approved_first"),
    (BranchElection, VOTE, {"kind": "early"}, "election_early_approved"),
    (BranchElection, VOTE, {"present": 41}, "election_present_some"),
    (BranchElection, {**VOTE, "present": 0, "elected": 0, "result": "failed", "least_votes": None},
     {"entitled": 0}, "election_has_voters"),
    (BranchElection, {**VOTE, "elected": 0, "result": "failed"}, {"seats": 0},
     "election_has_seats"),
    (BranchElection, VOTE, {"elected": 6}, "election_in_seats"),
    (BranchElection, VOTE, {"candidates": 4}, "election_of_candidates"),
    (BranchElection, VOTE, {"least_votes": 37}, "election_votes_present"),
    (BranchElection, VOTE, {"elected": 0}, "election_result_elected"),
    (BranchElection, VOTE, {"result": "failed"}, "election_result_elected"),
    (BranchElection, {**VOTE, "least_votes": 21}, {"least_votes": 20}, "election_over_half"),
    (DevelopmentCount, {"month": 202610}, {"month": 2026}, "recruits_month"),
    (DevelopmentRecord, WAY, {"serial": ""}, "recruit_has_serial"),
    (DevelopmentRecord, WAY, {"serial": "13800138000"}, "recruit_serial_no_identity"),
    (DevelopmentRecord, WAY, {"stage": "friend"}, "recruit_stage"),
    (DevelopmentRecord, WAY, {"age": 9}, "recruit_age"),
    *[
        (DevelopmentRecord, {**WAY, field: DAY}, {field: EARLIER}, f"recruit_{short}")
        for field, short in (
            ("talked_on", "talk_order"), ("activist_filed_on", "activist_filed"),
            ("reviewed_on", "review_order"), ("oath_on", "oath_order"),
            ("formal_approved_on", "turned_order"),
        )
    ],
    (DevelopmentRecord, WAY, {"applied_on": LATER}, "recruit_activist_order"),
    (DevelopmentRecord, WAY, {"activist_on": LATER}, "recruit_candidate_order"),
    (DevelopmentRecord, WAY, {"candidate_on": LATER}, "recruit_assembly_order"),
    (DevelopmentRecord, WAY, {"assembly_on": LATER}, "recruit_approval_order"),
    (DevelopmentRecord, WAY, {"approved_on": LATER}, "recruit_formal_order"),
    (DevelopmentRecord, WAY, {"activist_on": None}, "recruit_candidate_needs"),
    (DevelopmentRecord, WAY, {"candidate_on": None}, "recruit_assembly_needs"),
    (DevelopmentRecord, WAY, {"assembly_on": None}, "recruit_approval_needs"),
    (DevelopmentRecord, WAY, {"approved_on": None}, "recruit_formal_needs"),
    (DevelopmentRecord, WAY, {"formal_assembly_on": None}, "recruit_turned_needs"),
    (DevelopmentRecord, WAY, {"pre_review_on": LATER}, "recruit_pre_review_order"),
    (DevelopmentRecord, {**WAY, "publicity_from": DAY, "publicity_to": DAY},
     {"publicity_to": EARLIER}, "recruit_publicity_order"),
    (DevelopmentRecord, {"serial": "1", "applied_on": DAY}, {"cancelled_on": DAY},
     "recruit_cancel_needs"),
    (DevelopmentRecord, {**WAY, "formal_approved_on": None, "cancelled_on": DAY},
     {"cancelled_on": EARLIER}, "recruit_cancel_order"),
    (DevelopmentRecord, WAY, {"cancelled_on": DAY}, "recruit_turned_or_cancelled"),
    (Meeting, MEETING, {"kind": "party"}, "meeting_kind"),
    (Meeting, MEETING, {"attended": 5}, "meeting_attended_some"),
    (Meeting, MEETING, {"should_attend": None}, "meeting_attended_base"),
    (Meeting, {**MEETING, "attended": 0}, {"should_attend": 0}, "meeting_should_somebody"),
    (Meeting, MEETING, {"by_secretary": True}, "meeting_secretary_class"),
    (QuietMonth, {"month": 202610}, {"month": 999999}, "quiet_month_month"),
]  # fmt: skip


def _row(model: type[models.Model], values: dict[str, Any]) -> Any:
    if model is PartyBranch:
        place = branch(name="别的").village
        return model(village=place, county_code="999901", **{"name": "李庄党支部", **values})
    belongs = {} if model is DevelopmentCount else {"branch": branch(name="别的")}
    place = belongs["branch"].village if belongs else branch(name="别的").village
    return model(village=place, county_code="999901", **belongs, **values)


@pytest.mark.parametrize(("model", "base", "change", "name"), CASES)
def test_impossible_rows_are_refused(
    county: County,
    model: type[models.Model],
    base: dict[str, Any],
    change: dict[str, Any],
    name: str,
) -> None:
    row = _row(model, base)
    assert [one.name for one in broken(row)] == []

    for field, value in change.items():
        setattr(row, field, value)

    assert name in [one.name for one in broken(row)]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_every_check_is_tried() -> None:
    checks = {
        one.name
        for model in {case[0] for case in CASES}
        for one in model._meta.constraints
        if isinstance(one, models.CheckConstraint)
    }

    assert checks - {case[3] for case in CASES} == {"branch_not_own_parent"}


def test_nobody_is_his_own_parent(county: County) -> None:
    one = branch(name="李庄党总支", kind="general")
    one.parent = one

    assert [broken_one.name for broken_one in broken(one)] == ["branch_not_own_parent"]
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()


TWICE = [
    (MemberCount, COUNT),
    (BranchElection, VOTE),
    (DevelopmentRecord, WAY),
    (Meeting, MEETING),
    (QuietMonth, {"month": 202610}),
]


@pytest.mark.parametrize(("model", "values"), TWICE)
def test_a_row_stands_once(
    county: County, model: type[models.Model], values: dict[str, Any]
) -> None:
    first = _row(model, values)
    first.save()

    again = model(branch=first.branch, village=first.village, county_code="999901", **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_a_village_tells_a_month_once(county: County) -> None:
    first = _row(DevelopmentCount, {"month": 202610})
    first.save()

    with pytest.raises(IntegrityError), transaction.atomic():
        DevelopmentCount.objects.create(village=first.village, county_code="999901", month=202610)


def test_a_name_stands_once_in_a_village(county: County) -> None:
    branch(name="李庄党支部")

    with pytest.raises(IntegrityError), transaction.atomic():
        branch(name="李庄党支部")
