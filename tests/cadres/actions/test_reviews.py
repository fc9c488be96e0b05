"""A joint review from the township's check to the conclusion."""

from datetime import date

import pytest

from cadres.actions import conclusions, opinions, reviews
from cadres.actions.review_lists import (
    appoint_reviewer,
    end_seat,
    install_default_review_lists,
)
from cadres.models import JointReview, ReviewDepartment, ReviewItem
from cadres.reviewers import opinions_for
from tests.cadres.judging import NEW_YEAR, begun_review, item
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

MONDAY = date(2026, 9, 7)


@pytest.fixture
def lists(county, people):
    install_default_review_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    return people


@pytest.fixture
def sent(lists) -> JointReview:
    row = reviews.first_check(
        begun_review(), by=lists[Role.TOWNSHIP_CLERK], checked_on=date(2026, 9, 4), passed=True
    )
    return reviews.send(row, by=lists[Role.COUNTY_STAFF], sent_on=MONDAY)


def answer_all(review: JointReview, by, *, but: tuple[str, ...] = ()) -> None:
    for one in review.opinions.exclude(department__name__in=but):
        opinions.answer(one, by=by, on=date(2026, 9, 9), result="no_problem", signed_by="王某")


def test_default_lists_are_installed_once(county, people):
    by = people[Role.COUNTY_STAFF]

    first = install_default_review_lists(county=county, on=NEW_YEAR, by=by)
    second = install_default_review_lists(county=county, on=NEW_YEAR, by=by)

    sides = list(ReviewItem.objects.values_list("side", flat=True))
    assert (first, second) == (29, 0)
    assert ReviewDepartment.objects.count() == 12
    assert (sides.count("positive"), sides.count("negative")) == (7, 10)


def test_sending_asks_every_department_in_force_within_three_working_days(sent, lists):
    assert sent.status == "with_departments"
    assert sent.opinions.count() == 12
    assert set(sent.opinions.values_list("due_on", flat=True)) == {date(2026, 9, 10)}


def test_sending_leaves_out_departments_that_joined_later_or_left(lists):
    ReviewDepartment.objects.filter(position=1).update(valid_to=date(2026, 9, 6))
    ReviewDepartment.objects.filter(position=2).update(valid_from=date(2026, 9, 8))
    row = reviews.first_check(
        begun_review(), by=lists[Role.TOWNSHIP_CLERK], checked_on=date(2026, 9, 4), passed=True
    )

    reviews.send(row, by=lists[Role.COUNTY_STAFF], sent_on=MONDAY)

    assert row.opinions.count() == 10


def test_a_township_that_refuses_decides_at_once(lists):
    by = lists[Role.TOWNSHIP_CLERK]

    row = reviews.first_check(
        begun_review(), by=by, checked_on=date(2026, 9, 4), passed=False, note="违法建房未整改",
        found=[item("negative", 7)],
    )  # fmt: skip

    assert (row.status, row.result, row.valid_until) == ("decided", "reject", None)
    assert [str(one) for one in row.findings.all()] == ["违法用地、违法建房尚未整改"]


def test_what_was_found_needs_words(lists):
    with pytest.raises(DomainError) as refused:
        reviews.first_check(
            begun_review(), by=lists[Role.TOWNSHIP_CLERK], checked_on=date(2026, 9, 4),
            passed=True, found=[item("positive", 7)],
        )  # fmt: skip

    assert refused.value.code == "check_needs_note"


def test_all_answered_without_a_problem_passes_for_half_a_year(sent, lists):
    answer_all(sent, lists[Role.COUNTY_STAFF])

    row = conclusions.decide(
        sent, by=lists[Role.COUNTY_STAFF], result="pass", decided_on=date(2026, 9, 11)
    )

    assert (row.status, row.valid_until) == ("decided", date(2027, 3, 11))


def test_no_conclusion_while_a_department_is_silent(sent, lists):
    answer_all(sent, lists[Role.COUNTY_STAFF], but=("县公安局",))

    with pytest.raises(DomainError) as refused:
        conclusions.decide(
            sent, by=lists[Role.COUNTY_STAFF], result="pass", decided_on=date(2026, 9, 11)
        )

    assert refused.value.code == "opinions_open"
    assert "县公安局" in str(refused.value)


def test_only_the_minister_goes_on_without_an_overdue_opinion(sent, lists):
    police = sent.opinions.get(department__name="县公安局")
    answer_all(sent, lists[Role.COUNTY_STAFF], but=("县公安局",))

    with pytest.raises(DomainError) as refused:
        opinions.force(police, by=lists[Role.COUNTY_STAFF], on=date(2026, 9, 11), reason="催办两次")
    with pytest.raises(DomainError) as early:
        opinions.force(police, by=lists[Role.COUNTY_MINISTER], on=date(2026, 9, 10), reason="急")
    opinions.force(police, by=lists[Role.COUNTY_MINISTER], on=date(2026, 9, 11), reason="催办两次")
    row = conclusions.decide(
        sent, by=lists[Role.COUNTY_STAFF], result="pass", decided_on=date(2026, 9, 12)
    )

    assert (refused.value.code, early.value.code) == ("opinion_not_yours", "opinion_forced_overdue")
    assert row.result == "pass"
    assert row.opinions.get(pk=police.pk).result == "pending"


@pytest.mark.parametrize(
    ("result", "condition", "code"),
    [
        ("pass", "", "review_pass_no_problem"),
        ("conditional", "", "review_condition_written"),
        ("conditional", "整改后任职", ""),
        ("reject", "", ""),
    ],
)
def test_a_problem_rules_out_a_plain_pass(sent, lists, result, condition, code):
    by = lists[Role.COUNTY_STAFF]
    answer_all(sent, by, but=("县法院",))
    court = sent.opinions.get(department__name="县法院")
    opinions.answer(
        court, by=by, on=date(2026, 9, 9), result="problem", signed_by="赵某", text="失信被执行人",
        found=[item("negative", 8)],
    )  # fmt: skip

    found = ""
    try:
        conclusions.decide(
            sent, by=by, result=result, decided_on=date(2026, 9, 11), condition=condition
        )
    except DomainError as error:
        found = error.code

    assert found == code


def test_an_item_of_the_negative_list_is_a_problem(sent, lists):
    with pytest.raises(DomainError) as refused:
        opinions.answer(
            sent.opinions.first(), by=lists[Role.COUNTY_STAFF], on=date(2026, 9, 9),
            result="no_problem", signed_by="王某", found=[item("negative", 1)],
        )  # fmt: skip

    assert refused.value.code == "opinion_contradicts"


def test_a_reviewer_answers_for_his_seat_alone(sent, lists):
    reviewer, staff = lists[Role.REVIEWER], lists[Role.COUNTY_STAFF]
    police = ReviewDepartment.objects.get(name="县公安局")
    seat = appoint_reviewer(department=police, user=reviewer, valid_from=NEW_YEAR, by=staff)
    mine = sent.opinions.get(department=police)
    foreign = sent.opinions.get(department__name="县法院")

    opinions.answer(mine, by=reviewer, on=MONDAY, result="no_problem", signed_by="孙某")
    with pytest.raises(DomainError) as refused:
        opinions.answer(foreign, by=reviewer, on=MONDAY, result="no_problem", signed_by="孙某")

    assert refused.value.code == "opinion_not_yours"
    assert list(opinions_for(reviewer, MONDAY)) == [mine]

    end_seat(seat=seat, valid_to=date(2026, 9, 7), by=staff)

    assert not opinions_for(reviewer, date(2026, 9, 8)).exists()


def test_only_reviewers_of_the_county_hold_a_seat(lists, other_county):
    department = ReviewDepartment.objects.first()

    with pytest.raises(DomainError) as refused:
        appoint_reviewer(
            department=department, user=lists[Role.TOWNSHIP_CLERK], valid_from=NEW_YEAR,
            by=lists[Role.COUNTY_STAFF],
        )  # fmt: skip

    assert refused.value.code == "not_a_reviewer"


@pytest.mark.parametrize(
    "step",
    [
        lambda row, by: reviews.send(row, by=by, sent_on=MONDAY),
        lambda row, by: conclusions.decide(row, by=by, result="pass", decided_on=MONDAY),
        lambda row, by: conclusions.archive(row, by=by),
    ],
)
def test_no_step_is_skipped(lists, step):
    with pytest.raises(DomainError) as refused:
        step(begun_review(), lists[Role.COUNTY_STAFF])

    assert refused.value.code == "review_step"


def test_withdrawn_ends_without_a_conclusion(sent, lists):
    row = reviews.withdraw(sent, by=lists[Role.TOWNSHIP_CLERK], reason="本人退出")

    assert (row.status, row.result) == ("archived", "")


def test_the_trail_keeps_restricted_texts_out(sent, lists):
    opinions.answer(
        sent.opinions.first(), by=lists[Role.COUNTY_STAFF], on=MONDAY, result="problem",
        signed_by="王某", text="正在立案调查",
    )  # fmt: skip

    entries = AuditEntry.objects.values_list("before", "after", "reason", "object_name")
    assert "正在立案调查" not in str(list(entries))
    assert AuditEntry.objects.filter(action="review.answered").count() == 1
