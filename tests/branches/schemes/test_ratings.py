"""From the township's self-check to the decision on an appeal."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from branches.actions.appeals import appeal_rating, appeal_until, decide_appeal
from branches.actions.ratings import confirm_proposed, confirm_rating, propose_rating
from branches.figures.schemes import wrong_scores
from branches.models import SchemeReceipt
from branches.schemes.sentences import why
from branches.schemes.sheet import Answer
from tests.branches import factories
from tests.branches.scheme_factories import (
    COUNTY,
    TODAY,
    answers,
    clerk,
    confirmed,
    formal,
    in_force,
    proposed,
    staff,
)
from tests.factories import UserFactory
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.scope import Scope
from villages.trace.models import AuditEntry


@pytest.fixture
def chief(county):
    return staff()


@pytest.fixture
def township(county):
    return clerk()


@pytest.fixture
def scheme(chief):
    return in_force(chief)


@pytest.fixture
def branch(county):
    return factories.branch()


def _receipt(rating, number):
    return rating.receipts.select_related("item").get(item__number=number)


def test_a_self_check_becomes_a_rating_with_a_receipt_per_item(branch, scheme, township):
    rating = proposed(branch, scheme, township, None, 45, 30)

    assert (rating.score, rating.possible, rating.grade.name) == (Decimal(95), Decimal(100), "五星")
    assert [one.points for one in rating.receipts.order_by("item__number")] == [20, 45, 30]
    computed = _receipt(rating, 1)
    assert (computed.computed_value, computed.township_points) == ("10", None)
    assert (rating.kind, rating.period, rating.state) == ("stars", "2026", "proposed")


def test_a_vetoed_branch_keeps_its_points_and_loses_its_stars(branch, scheme, township):
    rating = proposed(branch, scheme, township, None, 50, 30, members=2)

    assert (rating.score, rating.vetoed, rating.grade.name) == (Decimal(80), True, "无星")


def test_a_reported_shortfall_does_not_lower_a_computed_item(branch, scheme, township):
    rating = proposed(branch, scheme, township, 0, 45, 30)

    assert _receipt(rating, 1).points == 20
    assert _receipt(rating, 1).township_points == 0


def test_without_a_figure_people_judge(branch, scheme, township):
    rating = propose_rating(
        branch=branch, scheme=scheme, period="2026", answers=answers(scheme, 20, 45, 30),
        values={}, on=TODAY, by=township,
    )  # fmt: skip

    assert rating.score == Decimal(95)
    assert _receipt(rating, 1).computed_points is None


@pytest.mark.parametrize(
    ("points", "values", "number"),
    [
        ((None, 45, 30), {}, 1),  # neither computed nor judged
        ((None, None, 30), formal(9), 2),
        ((None, 51, 30), formal(9), 2),
        ((None, -1, 30), formal(9), 2),
        ((None, 45, 15), formal(9), 3),  # yes or no
    ],
)
def test_a_sheet_with_a_wrong_or_missing_answer_is_refused(
    branch, scheme, township, points, values, number
):
    with pytest.raises(DomainError) as refused:
        propose_rating(
            branch=branch, scheme=scheme, period="2026", answers=answers(scheme, *points),
            values=values, on=TODAY, by=township,
        )  # fmt: skip

    assert f"第 {number} 项" in refused.value.message
    assert scheme.ratings.count() == 0


def test_the_sheet_may_be_sent_again_until_it_is_confirmed(branch, scheme, township, chief):
    proposed(branch, scheme, township, None, 40, 30)
    again = proposed(branch, scheme, township, None, 50, 30)

    assert (again.score, scheme.ratings.count()) == (Decimal(100), 1)
    confirmed(again, chief)
    with pytest.raises(DomainError) as refused:
        proposed(branch, scheme, township, None, 10, 30)
    assert refused.value.code == "rating_settled"


@pytest.mark.parametrize(
    ("period", "code"),
    [("2024", "scheme_not_in_force"), ("2027", "period_not_begun"), ("2026Q3", "period_invalid")],
)
def test_a_period_is_rated_by_the_version_of_its_last_day(branch, scheme, township, period, code):
    with pytest.raises(DomainError) as refused:
        proposed(branch, scheme, township, None, 40, 30, period=period)

    assert refused.value.code == code


def test_a_township_rates_its_own_branches_only(scheme, township):
    foreign = factories.branch("999901101200")

    with pytest.raises(DomainError) as refused:
        proposed(foreign, scheme, township, None, 40, 30)

    assert refused.value.code == "rating_scope"


def test_the_county_changes_points_with_a_reason_and_keeps_both(branch, scheme, township, chief):
    rating = proposed(branch, scheme, township, None, 45, 30)
    item = scheme.items.get(number=2)

    rating = confirm_rating(
        rating=rating, on=TODAY, by=chief, changes={item.pk: Answer(Decimal(30), "群众有反映")}
    )

    receipt = _receipt(rating, 2)
    assert (receipt.township_points, receipt.county_points, receipt.points) == (45, 30, 30)
    assert (rating.score, rating.grade.name, rating.state) == (Decimal(80), "三星", "confirmed")
    assert why(receipt) == "乡镇自评 45 分;县级评 30 分(群众有反映);得 30 分(满 50 分)。"
    entry = AuditEntry.objects.get(action="branches.rating_confirmed")
    assert (entry.before["score"], entry.after["score"]) == ("95.00", "80.00")


def test_the_county_says_why(branch, scheme, township, chief):
    rating = proposed(branch, scheme, township, None, 45, 30)
    item = scheme.items.get(number=2)

    with pytest.raises(DomainError) as refused:
        confirm_rating(
            rating=rating, on=TODAY, by=chief, changes={item.pk: Answer(Decimal(30), " ")}
        )

    rating.refresh_from_db()
    assert (refused.value.code, rating.state) == ("reason_missing", "proposed")


def test_a_township_confirms_nothing(branch, scheme, township):
    rating = proposed(branch, scheme, township, None, 45, 30)

    with pytest.raises(DomainError, match="不能办理"):
        confirm_rating(rating=rating, on=TODAY, by=township)


def test_all_that_wait_are_confirmed_at_once(scheme, township, chief):
    for name in ("甲", "乙", "丙"):
        proposed(factories.branch(name=name), scheme, township, None, 45, 30)

    assert confirm_proposed(ratings=scheme.ratings.all(), on=TODAY, by=chief) == 3
    assert {one.state for one in scheme.ratings.all()} == {"confirmed"}


# 2026-11-02 is a Monday: five working days later is the Monday after.
@pytest.mark.parametrize(("day", "taken"), [(date(2026, 11, 9), True), (date(2026, 11, 10), False)])
def test_an_appeal_is_taken_for_five_working_days(branch, scheme, township, chief, day, taken):
    rating = proposed(branch, scheme, township, None, 45, 30)
    type(rating).objects.update(proposed_on=date(2026, 11, 2))
    rating = confirmed(rating, chief, on=date(2026, 11, 2))

    assert appeal_until(rating) == date(2026, 11, 9)
    if taken:
        appeal_rating(rating=rating, text="第2项应得 50 分", on=day, by=township)
        rating.refresh_from_db()
        assert (rating.state, rating.appealed_on) == ("appealed", day)
    else:
        with pytest.raises(DomainError) as refused:
            appeal_rating(rating=rating, text="第2项应得 50 分", on=day, by=township)
        assert refused.value.code == "appeal_late"


@pytest.fixture
def appealed(branch, scheme, township, chief):
    rating = confirmed(proposed(branch, scheme, township, None, 40, 30), chief)
    return appeal_rating(rating=rating, text="第2项应得 50 分", on=TODAY, by=township)


def test_whoever_confirmed_does_not_decide(appealed, chief):
    deputy = staff("代理人")
    deputy.acting_for = chief

    for person in (chief, deputy):
        with pytest.raises(DomainError) as refused:
            decide_appeal(rating=appealed, outcome="upheld", reason="属实", on=TODAY, by=person)
        assert refused.value.code == "second_person"


def test_another_person_upholds(appealed):
    rating = decide_appeal(
        rating=appealed, outcome="upheld", reason="评分有据", on=TODAY, by=staff("李科")
    )

    assert (rating.state, rating.score) == ("upheld", Decimal(90))


def test_another_person_changes_points(appealed, scheme):
    item = scheme.items.get(number=2)

    rating = decide_appeal(
        rating=appealed, outcome="changed", reason="补充了依据", on=TODAY, by=staff("李科"),
        changes={item.pk: Answer(Decimal(50), "查实")},
    )  # fmt: skip

    receipt = _receipt(rating, 2)
    assert (rating.state, rating.score) == ("changed", Decimal(100))
    assert (receipt.township_points, receipt.decided_points, receipt.points) == (40, 50, 50)


@pytest.mark.parametrize(
    ("outcome", "reason", "changed"),
    [("upheld", "", False), ("changed", "有理", False), ("upheld", "有理", True)],
)
def test_a_decision_is_whole(appealed, scheme, outcome, reason, changed):
    item = scheme.items.get(number=2)
    changes = {item.pk: Answer(Decimal(50), "查实")} if changed else {}

    with pytest.raises(DomainError) as refused:
        decide_appeal(rating=appealed, outcome=outcome, reason=reason, on=TODAY,
                      by=staff("李科"), changes=changes)  # fmt: skip

    assert refused.value.code == "decision_incomplete"


def test_a_rating_is_appealed_once(appealed, township):
    with pytest.raises(DomainError) as refused:
        appeal_rating(rating=appealed, text="再申诉", on=TODAY, by=township)

    assert refused.value.code == "rating_state"


def test_scores_are_the_sums_of_their_receipts(appealed):
    assert wrong_scores(Scope.all(), COUNTY) == []

    SchemeReceipt.objects.filter(item__number=2).update(township_points=39, points=39)

    assert wrong_scores(Scope.all(), COUNTY) == [appealed.uid]


@pytest.mark.parametrize(
    "wrong",
    [
        {"score": 101},
        {"score": -1},
        {"possible": 0},
        {"state": "proposed"},
        {"state": "upheld"},
        {"state": "done"},
        {"kind": "gold"},
        {"period": ""},
        {"appeal": ""},
        {"confirmed_on": None},
        {"confirmed_on": date(2026, 11, 2)},
        {"appealed_on": date(2026, 11, 2)},
        {"decided_on": date(2026, 11, 3)},
    ],
)
def test_the_database_refuses_impossible_ratings(appealed, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(appealed).objects.filter(pk=appealed.pk).update(**wrong)


def test_the_database_refuses_the_same_person_twice(appealed, chief):
    decided = {"state": "upheld", "decision": "有据", "decided_on": TODAY}

    with pytest.raises(IntegrityError), transaction.atomic():
        type(appealed).objects.filter(pk=appealed.pk).update(**decided, decided_by=chief)


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": 41},
        {"township_points": 51, "points": 51},
        {"township_points": -1, "points": -1},
        {"county_points": 10, "points": 10},
        {"county_points": 10, "county_reason": "有", "points": 40},
        {"decided_points": 10, "points": 10},
        {"computed_points": 10, "points": 10},
        {"computed_value": "3"},
        {"most": 30},
    ],
)
def test_the_database_refuses_impossible_receipts(appealed, wrong):
    receipt = appealed.receipts.get(item__number=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        SchemeReceipt.objects.filter(pk=receipt.pk).update(**wrong)


def test_people_of_other_places_see_no_rating(appealed):
    other = clerk("999901101")
    abroad = UserFactory(role=Role.COUNTY_STAFF, home_code="999902")

    for person in (other, abroad):
        assert not type(appealed).objects.visible_to(person)
        assert not SchemeReceipt.objects.visible_to(person)
