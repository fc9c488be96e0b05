"""Pages of the joint review: the township's checklist, the reviewer's queue, the overview."""

from datetime import date

import pytest
from django.urls import reverse

from cadres.actions import reviews
from cadres.actions.lists import install_default_lists
from cadres.actions.review_lists import appoint_reviewer
from cadres.models import JointReview, ReviewDepartment, ReviewerSeat, ReviewOpinion
from tests.cadres.judging import NEW_YEAR, begun_review, item, person, village_of
from villages.accounts.choices import Role

SENT = date(2026, 11, 2)


@pytest.fixture
def lists(county, people):
    install_default_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    return people


@pytest.fixture
def sent(lists) -> JointReview:
    row = reviews.first_check(
        begun_review(), by=lists[Role.TOWNSHIP_CLERK], checked_on=date(2026, 9, 4), passed=True
    )
    return reviews.send(row, by=lists[Role.COUNTY_STAFF], sent_on=SENT)


@pytest.fixture
def police(sent, lists) -> ReviewOpinion:
    department = ReviewDepartment.objects.get(name="县公安局")
    appoint_reviewer(
        department=department, user=lists[Role.REVIEWER], valid_from=NEW_YEAR,
        by=lists[Role.COUNTY_STAFF],
    )  # fmt: skip
    return sent.opinions.get(department=department)


def test_the_township_ticks_only_what_is_wrong(lists, township_client):
    review = begun_review()
    address = reverse("cadres:first_check", args=[review.uid])

    shown = township_client.get(address)
    answer = township_client.post(
        address,
        {"checked_on": "2026-09-05", "barred": [item("negative", 7).uid], "passed": "yes",
         "note": "已补办手续"},
    )  # fmt: skip

    review.refresh_from_db()
    assert "违法用地" in shown.content.decode()
    assert answer.status_code == 302
    assert (review.status, review.findings.count()) == ("township_passed", 1)


def test_a_check_without_words_comes_back_with_the_field_marked(lists, township_client):
    review = begun_review()

    answer = township_client.post(
        reverse("cadres:first_check", args=[review.uid]),
        {"checked_on": "2026-09-05", "passed": "no", "note": ""},
    )

    review.refresh_from_db()
    assert "应写明情况" in answer.content.decode()
    assert review.status == "draft"


def test_a_foreign_review_is_not_there(lists, township_client):
    foreign = begun_review(person("外人", village_of("999901101200")))

    answer = township_client.get(reverse("cadres:first_check", args=[foreign.uid]))

    assert answer.status_code == 404


def test_a_reviewer_sees_and_answers_his_own_question_alone(police, sent, lists, client_as):
    client = client_as(lists[Role.REVIEWER])
    foreign = sent.opinions.get(department__name="县法院")

    queue = client.get(reverse("cadres:opinions")).content.decode()
    hidden = client.get(reverse("cadres:opinion", args=[foreign.uid]))
    answer = client.post(
        reverse("cadres:opinion", args=[police.uid]),
        {"result": "problem", "text": "三年内有治安处罚", "signed_by": "孙某",
         "found": [item("negative", 10).uid]},
    )  # fmt: skip

    police.refresh_from_db()
    sent.refresh_from_db()
    assert queue.count("张明") == 1
    assert hidden.status_code == 404
    assert answer.status_code == 302
    assert (police.result, sent.status, sent.problems) == ("problem", "collecting", 1)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.REVIEWER, 200), (Role.COUNTY_STAFF, 403), (Role.TOWNSHIP_CLERK, 403),
        (Role.FIRST_SECRETARY, 403),
    ],
)  # fmt: skip
def test_the_queue_is_for_reviewers(police, lists, client_as, role, status):
    assert client_as(lists[role]).get(reverse("cadres:opinions")).status_code == status


@pytest.mark.parametrize(
    ("role", "sees_result", "sees_text"),
    [
        (Role.COUNTY_STAFF, True, True),
        (Role.TOWNSHIP_CLERK, True, False),
        (Role.COUNTY_LEADER, True, False),
    ],
)
def test_restricted_texts_go_to_the_department_alone(
    police, sent, lists, client_as, role, sees_result, sees_text
):
    ReviewOpinion.objects.filter(pk=police.pk).update(
        result="problem", text="三年内有治安处罚", signed_by="孙某", answered_on=SENT
    )
    JointReview.objects.filter(pk=sent.pk).update(
        status="decided", result="reject", decided_on=SENT, problems=1
    )
    client = client_as(lists[role])

    page = client.get(reverse("ledgers:joint-reviews_row", args=[sent.uid])).content.decode()
    opinion = client.get(reverse("ledgers:review-opinions_row", args=[police.uid]))

    assert ("不通过" in page) is sees_result
    assert "三年内有治安处罚" not in page
    assert ("县公安局" in page) is sees_text
    assert opinion.status_code == (200 if sees_text else 403)
    assert ("三年内有治安处罚" in opinion.content.decode()) is sees_text


def test_the_overview_counts_and_names(sent, county_client):
    page = county_client.get(reverse("cadres:reviews")).content.decode()

    assert "正在联审" in page
    assert "久拖未决" in page
    assert reverse("ledgers:joint-reviews_row", args=[sent.uid]) in page


def test_default_lists_are_offered_and_taken_over(county, county_client):
    before = county_client.get(reverse("cadres:reviews")).content.decode()
    answer = county_client.post(reverse("cadres:install_lists"))
    after = county_client.get(reverse("cadres:reviews")).content.decode()

    assert "采用默认清单" in before
    assert answer.status_code == 302
    assert "采用默认清单" not in after
    assert ReviewDepartment.objects.in_county(county.code).count() == 12


def test_seats_are_given_and_ended_on_their_page(lists, county_client):
    department = ReviewDepartment.objects.first()
    reviewer = lists[Role.REVIEWER]

    county_client.post(
        reverse("cadres:seats"),
        {"department": department.uid, "user": reviewer.uid, "valid_from": "2026-11-01"},
    )
    seat = ReviewerSeat.objects.get()
    page = county_client.get(reverse("cadres:seats")).content.decode()
    county_client.post(reverse("cadres:seat_end", args=[seat.uid]), {"valid_to": "2026-11-03"})

    seat.refresh_from_db()
    assert reviewer.name in page
    assert seat.valid_to == date(2026, 11, 3)


def test_open_steps_stand_on_the_home_page(police, sent, lists, client_as):
    draft = begun_review(person("王芳"))

    clerk = client_as(lists[Role.TOWNSHIP_CLERK]).get(reverse("home")).content.decode()
    reviewer = client_as(lists[Role.REVIEWER]).get(reverse("home")).content.decode()

    assert reverse("cadres:first_check", args=[draft.uid]) in clerk
    assert reverse("cadres:opinion", args=[police.uid]) in reviewer


def test_the_county_is_asked_to_conclude_once_nobody_is_silent(sent, lists, county_client):
    row = reverse("ledgers:joint-reviews_row", args=[sent.uid])
    sent.opinions.update(result="no_problem", answered_on=SENT, signed_by="王某")
    first = sent.opinions.first()
    JointReview.objects.filter(pk=sent.pk).update(status="collecting")

    ReviewOpinion.objects.filter(pk=first.pk).update(
        result="pending", answered_on=None, signed_by=""
    )
    waiting = county_client.get(reverse("home")).content.decode()
    ReviewOpinion.objects.filter(pk=first.pk).update(
        result="no_problem", answered_on=SENT, signed_by="王某"
    )
    ready = county_client.get(reverse("home")).content.decode()

    assert row not in waiting
    assert row in ready
