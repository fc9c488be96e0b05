"""What the database itself refuses about reviews, dispositions, teams, pools."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, F, UniqueConstraint

from cadres import models as m
from cadres.actions.lists import install_default_lists
from tests.cadres import judging
from tests.cadres.judging import (
    NEW_YEAR,
    begun_review,
    concluded_review,
    found_unfit,
    person,
    posted,
    told_month,
    village_of,
)
from villages.accounts.choices import Role
from villages.db.evaluating import broken

COUNTY = "999901"
EARLY, LATE = date(2020, 1, 1), date(2029, 1, 1)


@pytest.fixture(autouse=True)
def lists(county, people):
    install_default_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])


def asked(**more):
    return m.ReviewOpinion.objects.create(
        review=begun_review(), department=m.ReviewDepartment.objects.first(), county_code=COUNTY,
        **{"asked_on": date(2026, 9, 7), "due_on": date(2026, 9, 10), **more},
    )  # fmt: skip


def leave():
    return m.Leave.objects.create(
        posting=posted(), village=village_of(), county_code=COUNTY, kind="sick",
        from_on=date(2026, 10, 5), to_on=date(2026, 10, 6),
    )  # fmt: skip


def appraisal():
    return m.Appraisal.objects.create(
        person=person(), village=village_of(), county_code=COUNTY, year=2025, grade="competent"
    )


def assessment():
    return m.TeamAssessment.objects.create(
        village=village_of(), county_code=COUNTY, period="2026Q3", total=8,
        assessed_on=date(2026, 10, 5), assessed_by="王某",
    )  # fmt: skip


def points():
    return m.AssessmentPoints.objects.create(
        assessment=assessment(), item=m.AssessmentItem.objects.first(), max_points=2, points=1,
        grounds="依据",
    )  # fmt: skip


def helper():
    return m.Helper.objects.create(
        county_code=COUNTY, name="赵立", kind=m.HelperKind.objects.first()
    )


def helping():
    return m.HelperPosting.objects.create(
        helper=helper(), village=village_of(), county_code=COUNTY, started_on=NEW_YEAR
    )


def decided():
    return judging.sanctioned()


def seat():
    from villages.accounts.models import User

    return m.ReviewerSeat.objects.create(
        department=m.ReviewDepartment.objects.first(), county_code=COUNTY, valid_from=NEW_YEAR,
        user=User.objects.get(role=Role.REVIEWER),
    )  # fmt: skip


def month():
    return told_month(posted(), 202610, 20)


def first(model):
    return lambda: model.objects.first()


def listed(model, prefix):
    return [
        (first(model), {"valid_to": EARLY}, f"{prefix}_days_order"),
        (first(model), {"name": ""}, f"{prefix}_has_name"),
    ]


CASES = [
    *listed(m.ReviewDepartment, "reviewdepartment"),
    *listed(m.ReviewItem, "reviewitem"),
    *listed(m.DispositionKind, "dispositionkind"),
    *listed(m.UnfitSituation, "unfitsituation"),
    *listed(m.AssessmentItem, "assessmentitem"),
    *listed(m.HelperKind, "helperkind"),
    (first(m.ReviewItem), {"side": "both"}, "reviewitem_side_known"),
    (first(m.DispositionKind), {"duration_months": 0}, "dispositionkind_duration"),
    (first(m.DispositionKind), {"duration_months": None, "retest": True}, "dispositionkind_retest"),
    (first(m.DispositionKind), {"effect": "x"}, "dispositionkind_effect"),
    (first(m.UnfitSituation), {"category": "x"}, "unfitsituation_category"),
    (first(m.AssessmentItem), {"max_points": Decimal(11)}, "assessmentitem_points"),
    (seat, {"valid_to": EARLY}, "reviewerseat_days_order"),
    (begun_review, {"status": "lost"}, "review_status_known"),
    (begun_review, {"status": "decided"}, "review_decided_has_result"),
    (begun_review, {"result": "pass", "valid_until": LATE}, "review_open_no_result"),
    (begun_review, {"status": "archived"}, "review_archived_says_why"),
    (lambda: concluded_review(person()), {"problems": 1}, "review_pass_no_problem"),
    (lambda: concluded_review(person()), {"result": "conditional"}, "review_condition_written"),
    (lambda: concluded_review(person()), {"valid_until": F("decided_on")},
     "review_valid_after_result"),
    (lambda: concluded_review(person()), {"valid_until": None}, "review_pass_has_validity"),
    (lambda: concluded_review(person()), {"first_checked_on": None}, "review_checked_has_day"),
    (begun_review, {"first_checked_on": EARLY}, "review_checked_in_order"),
    (lambda: concluded_review(person()), {"sent_on": EARLY}, "review_sent_in_order"),
    (begun_review, {"status": "collecting", "first_checked_on": LATE}, "review_asked_has_day"),
    (begun_review, {"sent_on": LATE}, "review_unsent_no_day"),
    (lambda: concluded_review(person()), {"decided_on": EARLY}, "review_decided_in_order"),
    (asked, {"result": "perhaps", "answered_on": LATE, "signed_by": "王"}, "opinion_result_known"),
    (asked, {"due_on": EARLY}, "opinion_due_in_order"),
    (asked, {"result": "no_problem", "answered_on": EARLY, "signed_by": "王"},
     "opinion_answer_in_order"),
    (asked, {"answered_on": LATE}, "opinion_answer_has_day"),
    (asked, {"result": "no_problem", "answered_on": LATE}, "opinion_answer_signed"),
    (asked, {"result": "problem", "answered_on": LATE, "signed_by": "王"},
     "opinion_problem_says_what"),
    (asked, {"forced_on": LATE}, "opinion_forced_pending"),
    (asked, {"forced_on": date(2026, 9, 10), "forced_reason": "催"}, "opinion_forced_overdue"),
    (found_unfit, {"decided_on": LATE, "township_meeting_on": LATE}, "disposition_decided_whole"),
    (found_unfit, {"ended_on": LATE}, "disposition_end_has_reason"),
    (decided, {"retest_on": LATE}, "disposition_retest_whole"),
    (decided, {"retest_on": LATE, "retest_votes": 5, "retest_excellent": 3, "retest_competent": 3},
     "disposition_retest_votes"),
    (decided, {"appealed_on": LATE, "appeal_result": "upheld"}, "disposition_appeal_answered"),
    (found_unfit, {"township_meeting_on": EARLY}, "disposition_meeting_order"),
    (decided, {"decided_on": date(2026, 6, 2)}, "disposition_decided_order"),
    (decided, {"effect_until": EARLY}, "disposition_effect_order"),
    (found_unfit, {"filed_organization_on": LATE}, "disposition_filed_org_order"),
    (decided, {"filed_civil_on": EARLY}, "disposition_filed_civil_order"),
    (found_unfit, {"appealed_on": LATE}, "disposition_appeal_order"),
    (decided, {"appeal_result": "upheld", "appeal_answered_on": LATE}, "disposition_answer_order"),
    (found_unfit, {"retest_on": LATE, "retest_votes": 5, "retest_excellent": 3,
                   "retest_competent": 1}, "disposition_retest_order"),
    (found_unfit, {"ended_on": EARLY, "end_reason": "left"}, "disposition_ended_order"),
    (appraisal, {"grade": "superb"}, "appraisal_grade_known"),
    (appraisal, {"year": 1999}, "appraisal_year"),
    (appraisal, {"graded_on": EARLY}, "appraisal_after_year"),
    (appraisal, {"votes": 0}, "appraisal_votes_some"),
    (appraisal, {"votes_excellent": 3}, "appraisal_votes_have_sum"),
    (appraisal, {"votes": 5, "votes_excellent": 3, "votes_competent": 2, "votes_incompetent": 1},
     "appraisal_votes_fit"),
    (posted, {"role": "guest"}, "posting_role_known"),
    (posted, {"unit": ""}, "posting_has_unit"),
    (posted, {"due_end_on": F("started_on")}, "posting_term_in_order"),
    (posted, {"ended_on": EARLY, "end_reason": "term"}, "posting_end_in_order"),
    (posted, {"ended_on": LATE}, "posting_end_has_reason"),
    (month, {"month": 10}, "duty_month"),
    (month, {"days_planned": 32}, "duty_planned_fits"),
    (month, {"leave_days": 8, "business_days_out": 4}, "duty_days_fit"),
    (month, {"spot_check_absent": 1}, "duty_absent_fits"),
    (leave, {"to_on": EARLY}, "leave_days_in_order"),
    (leave, {"state": "granted"}, "leave_decided_whole"),
    (leave, {"filed_on": LATE}, "leave_filed_if_granted"),
    (leave, {"level": "city"}, "leave_level_known"),
    (assessment, {"total": Decimal("10.1")}, "assessment_total"),
    (assessment, {"period": "2026"}, "assessment_period"),
    (assessment, {"assessed_by": ""}, "assessment_has_name"),
    (points, {"points": Decimal("2.1")}, "points_fit"),
    (points, {"grounds": ""}, "points_have_grounds"),
    (helper, {"name": ""}, "helper_has_name"),
    (helping, {"ended_on": EARLY}, "helperposting_days_order"),
]  # fmt: skip
MODELS = [
    m.ReviewDepartment, m.ReviewItem, m.ReviewerSeat, m.JointReview, m.ReviewOpinion,
    m.DispositionKind, m.UnfitSituation, m.Disposition, m.Appraisal, m.Posting, m.ResidentDuty,
    m.Leave, m.AssessmentItem, m.TeamAssessment, m.AssessmentPoints, m.HelperKind, m.Helper,
    m.HelperPosting,
]  # fmt: skip


@pytest.mark.parametrize(("make", "values", "name"), CASES, ids=[case[2] for case in CASES])
def test_the_database_refuses_and_python_says_why(make, values, name):
    row = make()

    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)

    for field, value in values.items():
        setattr(row, field, getattr(row, value.name) if isinstance(value, F) else value)
    assert name in {one.name for one in broken(row)}


@pytest.mark.parametrize("model", MODELS, ids=[one.__name__ for one in MODELS])
def test_every_check_has_a_case_and_every_constraint_chinese_words(model):
    tried = {case[2] for case in CASES}

    for one in model._meta.constraints:
        assert str(one.violation_error_message).endswith("。"), one.name
        assert isinstance(one, UniqueConstraint) or one.name in tried
        assert isinstance(one, UniqueConstraint | CheckConstraint)


TWICE = [
    (begun_review, lambda: begun_review(m.Person.objects.get(name="张明"))),
    (posted, lambda: posted("赵云")),
    (lambda: posted("李强", "member"), lambda: m.Posting.objects.create(
        person=m.Person.objects.get(name="李强"), name="李强", village=village_of(),
        county_code=COUNTY, role="member", unit="县水利局", started_on=NEW_YEAR, due_end_on=LATE)),
    (month, lambda: told_month(m.Posting.objects.get(), 202610, 3)),
    (appraisal, lambda: m.Appraisal.objects.create(
        person=m.Person.objects.get(), village=village_of(), county_code=COUNTY, year=2025,
        grade="basic")),
    (assessment, assessment),
    (helper, helper),
    (lambda: None, lambda: m.HelperKind.objects.create(
        county_code=COUNTY, name="乡贤", valid_from=LATE)),
]  # fmt: skip


@pytest.mark.parametrize(("make", "again"), TWICE)
def test_one_open_row_of_a_kind(make, again):
    make()

    with pytest.raises(IntegrityError), transaction.atomic():
        again()


def test_a_new_review_may_follow_a_concluded_one():
    who = person()
    concluded_review(who)

    assert begun_review(who, initiated_on=date(2026, 10, 1)).status == "draft"
