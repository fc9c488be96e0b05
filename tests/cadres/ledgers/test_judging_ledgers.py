"""The ledgers of reviews, dispositions, teams and pools as people meet them."""

from datetime import date

import pytest
from django.urls import reverse

from cadres.actions.lists import install_default_lists
from cadres.models import (
    AssessmentItem,
    Disposition,
    DispositionKind,
    JointReview,
    Leave,
    Posting,
    ResidentDuty,
    UnfitSituation,
)
from tests.cadres.judging import (
    NEW_YEAR,
    begun_review,
    concluded_review,
    found_unfit,
    person,
    posted,
    sanctioned,
    told_month,
    village_of,
)
from villages.accounts.choices import Role
from villages.ledgers.declaring import ledgers

LI = "999901001200"
KEYS = (
    "joint-reviews", "review-opinions", "dispositions", "appraisals", "postings",
    "resident-duties", "leaves", "assessment-items", "team-assessments", "helper-kinds",
    "helpers", "helper-postings", "review-departments", "review-items", "disposition-kinds",
    "unfit-situations",
)  # fmt: skip
LISTS = (
    "assessment-items", "helper-kinds", "helpers", "review-departments", "review-items",
    "disposition-kinds", "unfit-situations",
)  # fmt: skip


@pytest.fixture(autouse=True)
def lists(county, people):
    install_default_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    return people


def page(client, ledger: str, what: str = "", *args: str):
    return client.get(
        reverse(f"ledgers:{ledger}_{what}" if what else f"ledgers:{ledger}", args=args)
    )


def send(client, ledger: str, what: str, *args: str, **data: str):
    return client.post(reverse(f"ledgers:{ledger}_{what}", args=args), data)


@pytest.mark.parametrize("key", KEYS)
def test_lists_and_forms_open_for_the_department(county_client, key):
    assert page(county_client, key).status_code == 200
    if ledgers()[key].writable:
        assert page(county_client, key, "new").status_code == 200


@pytest.mark.parametrize("key", LISTS)
def test_townships_read_the_countys_lists_and_do_not_change_them(township_client, key):
    assert page(township_client, key).status_code == 200
    assert page(township_client, key, "new").status_code == 403


def test_a_township_chooses_among_the_countys_situations(township_client):
    body = page(township_client, "dispositions", "new").content.decode()

    assert "长期在外,不在村履职" in body
    assert "警示谈话" in body


@pytest.mark.parametrize("key", ["joint-reviews", "dispositions", "appraisals"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.COUNTY_LEADER, 200), (Role.TOWNSHIP_SECRETARY, 200), (Role.VILLAGE_SECRETARY, 403),
        (Role.FIRST_SECRETARY, 403), (Role.REVIEWER, 403), (Role.API_CLIENT, 403),
    ],
)  # fmt: skip
def test_what_is_judged_stays_with_county_and_township(lists, client_as, key, role, status):
    assert page(client_as(lists[role]), key).status_code == status


def test_a_review_goes_from_form_to_conclusion(township_client, county_client):
    who = person()
    send(
        township_client, "joint-reviews", "new", village=LI, person=who.uid, post="secretary",
        occasion="mid_term", initiated_on="2026-10-08",
    )  # fmt: skip
    row = JointReview.objects.get()
    steps = (
        (township_client, "first-check",
         {"checked_on": "2026-10-09", "passed": "True", "found": "负7", "note": "已整改"}),
        (county_client, "send", {"sent_on": "2026-10-12"}),
    )  # fmt: skip
    for client, verb, data in steps:
        row.refresh_from_db()
        answer = send(
            client, "joint-reviews", f"do_{verb}", row.uid, row_version=row.version, **data
        )
        assert answer.status_code == 302, answer.content.decode()
    for opinion in row.opinions.all():
        send(
            county_client, "review-opinions", "do_answer", opinion.uid,
            row_version=opinion.version, on="2026-10-13", result="no_problem", signed_by="王某",
        )  # fmt: skip
    row.refresh_from_db()
    send(
        county_client, "joint-reviews", "do_decide", row.uid, row_version=row.version,
        result="pass", decided_on="2026-10-15",
    )  # fmt: skip

    row.refresh_from_db()
    assert (row.status, row.result, row.valid_until) == ("decided", "pass", date(2027, 4, 15))
    assert row.findings.count() == 1


def test_a_stale_page_does_not_decide(county_client):
    row = begun_review()
    JointReview.objects.update(version=2)

    answer = send(
        county_client, "joint-reviews", "do_withdraw", row.uid, row_version=1, reason="退出"
    )

    row.refresh_from_db()
    assert row.status == "draft"
    assert "刚被他人改动" in answer.content.decode()


def test_the_decision_takes_the_kind_that_the_form_named(township_client):
    row = found_unfit()
    missing = send(
        township_client, "dispositions", "do_decide", row.uid, row_version=1,
        township_meeting_on="2026-06-05", decided_on="2026-06-06", decision_no="东办5号",
    )  # fmt: skip
    Disposition.objects.update(kind=DispositionKind.objects.get(name="停职检查"))
    send(
        township_client, "dispositions", "do_decide", row.uid, row_version=1,
        township_meeting_on="2026-06-05", decided_on="2026-06-06", decision_no="东办5号",
    )  # fmt: skip

    row.refresh_from_db()
    assert "还没有选择处置方式" in missing.content.decode()
    assert row.effect_until == date(2026, 9, 6)


@pytest.mark.parametrize(("facts", "kept"), [("另一件事", False), ("公开栏三个季度没有更新", True)])
def test_what_a_decision_rests_on_does_not_change(township_client, facts, kept):
    row = sanctioned()

    answer = send(
        township_client, "dispositions", "edit", row.uid, row_version=row.version,
        situation=row.situation.uid, facts=facts, found_by=row.found_by, kind=row.kind.uid,
        change_note="核对",
    )  # fmt: skip

    row.refresh_from_db()
    assert (answer.status_code == 302) is kept
    assert row.facts == "公开栏三个季度没有更新"


@pytest.mark.parametrize(
    ("role", "seen"),
    [(Role.COUNTY_STAFF, True), (Role.TOWNSHIP_CLERK, True), (Role.COUNTY_LEADER, False)],
)
def test_facts_are_for_department_and_township(lists, client_as, role, seen):
    row = sanctioned()

    body = page(client_as(lists[role]), "dispositions", "row", row.uid).content.decode()

    assert ("公开栏三个季度没有更新" in body) is seen
    assert "警示谈话" in body


def test_a_posting_takes_name_and_term(township_client):
    who = person("李强")

    send(
        township_client, "postings", "new", village=LI, person=who.uid, role="first_secretary",
        unit="县水利局", started_on="2025-05-20",
    )  # fmt: skip

    row = Posting.objects.get()
    assert (row.name, row.due_end_on) == ("李强", date(2027, 5, 20))


@pytest.mark.parametrize(
    ("month", "days", "business", "said"),
    [
        ("2026-09", "29", "2", "只有 30 天"),
        ("2025-04", "10", "0", "不在任"),
        ("2026-09", "28", "2", ""),
    ],
)
def test_days_fit_the_month_and_the_month_the_posting(township_client, month, days, business, said):
    posting = posted()

    answer = send(
        township_client, "resident-duties", "new", village=LI, posting=posting.uid, month=month,
        days_actual=days, business_days_out=business, leave_days="0", spot_checks="0",
        spot_check_absent="0",
    )  # fmt: skip

    assert said in answer.content.decode()
    assert ResidentDuty.objects.exists() is not bool(said)


def test_a_posting_of_another_village_is_refused(county_client):
    posting = posted(village=village_of("999901001201"))

    send(
        county_client, "resident-duties", "new", village=LI, posting=posting.uid, month="2026-09",
        days_actual="20",
    )  # fmt: skip

    assert not ResidentDuty.objects.exists()


@pytest.mark.parametrize(("to_on", "level"), [("2026-11-11", "township"), ("2026-11-12", "county")])
def test_the_length_of_a_leave_says_who_decides(township_client, to_on, level):
    posting = posted()

    send(
        township_client, "leaves", "new", village=LI, posting=posting.uid, kind="personal",
        from_on="2026-11-09", to_on=to_on,
    )  # fmt: skip

    assert Leave.objects.get().level == level


def test_items_that_judge_by_photos_are_refused(county_client):
    answer = send(
        county_client, "assessment-items", "new", position="6", name="每周上传照片",
        valid_from="2026-11-01", max_points="1",
    )  # fmt: skip

    assert "不能以“照片”" in answer.content.decode()
    assert not AssessmentItem.objects.filter(name__contains="照片").exists()


def test_a_county_adds_a_kind_of_its_own(county_client, county):
    send(
        county_client, "disposition-kinds", "new", position="6", name="诫勉谈话",
        valid_from="2026-11-01", duration_months="3", effect="none", exit_rule="期满解除",
    )  # fmt: skip

    assert DispositionKind.objects.get(name="诫勉谈话").county_code == county.code
    assert UnfitSituation.objects.count() == 25


def test_rows_open_with_their_parts(county_client):
    duty = told_month(posted(), 202610, 20)
    review = concluded_review(person())
    for key, row in (
        ("postings", duty.posting), ("resident-duties", duty), ("joint-reviews", review),
    ):  # fmt: skip
        assert page(county_client, key, "row", row.uid).status_code == 200
