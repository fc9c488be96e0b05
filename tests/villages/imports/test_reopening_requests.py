"""A township asks that a closed month be opened again, and the county answers."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.factories import UserFactory, signed_in
from tests.villages.rest.conftest import _fresh_limits, program_of
from villages.accounts import sudo
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.actions.asking import ask_reopening, withdraw_request
from villages.imports.actions.granting import grant_request, refuse_request
from villages.imports.actions.months import close_month
from villages.imports.actions.reopening import reopen
from villages.imports.choices import RequestState
from villages.imports.models import FilingMonth, Reopening, ReopeningRequest
from villages.imports.months import is_closed
from villages.imports.todos import TODOS
from villages.imports.two_persons import needs_second
from villages.models import County
from villages.trace.models import AuditEntry

__all__ = ["_fresh_limits"]
OCTOBER, ENDS = Month(2026, 10), date(2026, 11, 6)
NEAR, BESIDE, FAR = "999901001200", "999901001201", "999901101200"
SAID = {"items": "经营收入", "reason": "两个村的租金填反了"}


@pytest.fixture
def closed(people: dict[str, User]) -> FilingMonth:
    return close_month(by=people[Role.COUNTY_STAFF], county="999901", month=OCTOBER)


@pytest.fixture
def asked(people: dict[str, User], closed: FilingMonth) -> ReopeningRequest:
    return ask(people[Role.TOWNSHIP_CLERK], closed)


def ask(by: User, month: FilingMonth, *codes: str, **other: str) -> ReopeningRequest:
    said = {**SAID, **other}
    return ask_reopening(by=by, filing_month=month, village_codes=codes or [NEAR], **said)


def long_ago(month: FilingMonth) -> None:
    FilingMonth.objects.filter(pk=month.pk).update(closed_at=clock.now() - timedelta(days=31))
    month.refresh_from_db()


def lines(user: User) -> list[str]:
    user = User.objects.get(pk=user.pk)
    return [item.title for one in TODOS if one.allowed(user) for item in one.items(user)]


def shut(code: str) -> bool:
    return is_closed(county="999901", month=OCTOBER, unit=code, on=clock.today())


def with_password(client: Client) -> Client:
    session = client.session
    session[sudo.GIVEN_AT] = clock.instant().timestamp()
    session.save()
    return client


def test_a_yes_opens_the_named_villages_only(
    people: dict[str, User], asked: ReopeningRequest
) -> None:
    row = grant_request(by=people[Role.COUNTY_STAFF], request=asked, ends_on=ENDS, answer="限三天")

    assert (row.state, row.ends_on, row.answer) == (RequestState.GRANTED, ENDS, "限三天")
    assert (shut(NEAR), shut(BESIDE), shut(FAR)) == (False, True, True)
    assert Reopening.objects.get().granted_by == people[Role.COUNTY_STAFF]
    acts = list(AuditEntry.objects.order_by("id").values_list("action", flat=True))
    assert acts[-3:] == ["month.reopening_asked", "month.reopened", "month.reopening_granted"]


def test_a_no_says_why_and_opens_nothing(people: dict[str, User], asked: ReopeningRequest) -> None:
    staff = people[Role.COUNTY_STAFF]
    with pytest.raises(DomainError) as silent:
        refuse_request(by=staff, request=asked, answer=" ")

    refuse_request(by=staff, request=asked, answer="通报已经印发,请用更正说明")

    assert silent.value.code == "answer_missing"
    assert shut(NEAR)
    assert lines(people[Role.TOWNSHIP_CLERK]) == ["县里没有同意重新开放2026年10月"]


def test_each_side_sees_its_part_on_the_first_page(
    people: dict[str, User], asked: ReopeningRequest
) -> None:
    staff, clerk = people[Role.COUNTY_STAFF], people[Role.TOWNSHIP_CLERK]
    before = lines(staff), lines(clerk)

    grant_request(by=staff, request=asked, ends_on=ENDS)

    assert before == (["答复重新开放2026年10月的申请"], [])
    assert (lines(staff), lines(clerk)) == ([], ["县里已同意:2026年10月 1 个村重新开放"])


def test_a_month_closed_long_ago_takes_two_persons(
    people: dict[str, User], asked: ReopeningRequest, closed: FilingMonth
) -> None:
    staff, minister = people[Role.COUNTY_STAFF], people[Role.COUNTY_MINISTER]
    long_ago(closed)

    first = grant_request(by=staff, request=asked, ends_on=ENDS)
    assert (first.state, shut(NEAR), lines(staff)) == (RequestState.AGREED, True, [])
    assert lines(minister) == ["答复重新开放2026年10月的申请"]
    with pytest.raises(DomainError) as twice:
        grant_request(by=staff, request=asked, ends_on=ENDS)
    second = grant_request(by=minister, request=asked, ends_on=ENDS)

    assert twice.value.code == "reopening_second"
    assert (second.state, second.agreed_by, second.decided_by) == ("granted", staff, minister)
    assert not shut(NEAR)


def test_one_person_alone_does_not_open_what_was_closed_long_ago(
    people: dict[str, User], closed: FilingMonth
) -> None:
    staff, minister = people[Role.COUNTY_STAFF], people[Role.COUNTY_MINISTER]
    long_ago(closed)
    with pytest.raises(DomainError) as alone:
        reopen(by=staff, filing_month=closed, unit_code=NEAR, reason="错", ends_on=ENDS)
    own = ask(staff, closed)
    with pytest.raises(DomainError) as self_granted:
        grant_request(by=staff, request=own, ends_on=ENDS)

    # Who asked from the department is the first person already.
    assert grant_request(by=minister, request=own, ends_on=ENDS).state == RequestState.GRANTED
    assert (alone.value.code, self_granted.value.code) == ("reopening_second", "reopening_own")


@pytest.mark.parametrize(("days", "two"), [(29, False), (30, True), (0, False)])
def test_days_that_ask_for_a_second_person(days: int, two: bool) -> None:
    closed_on = date(2026, 10, 1)

    assert needs_second(closed_on, closed_on + timedelta(days=days), 30) is two
    assert needs_second(closed_on, closed_on, 0)


@pytest.mark.parametrize(
    ("role", "codes", "other", "code"),
    [
        ("first_secretary", [NEAR], {}, "reopening_not_allowed"),
        ("township_clerk", [FAR], {}, "village_unknown"),
        ("township_clerk", [], {}, "village_unknown"),
        ("township_clerk", [NEAR], {"items": " "}, "reopening_unsaid"),
        ("township_clerk", [NEAR], {"reason": ""}, "reopening_unsaid"),
        ("county_staff", [NEAR, FAR], {}, "several_townships"),
    ],
)
def test_what_cannot_be_asked(
    people: dict[str, User], closed: FilingMonth, role: str, codes: list[str],
    other: dict[str, str], code: str,
) -> None:  # fmt: skip
    with pytest.raises(DomainError) as refused:
        ask_reopening(by=people[role], filing_month=closed, village_codes=codes, **SAID | other)

    assert refused.value.code == code
    assert not ReopeningRequest.objects.exists()


def test_an_open_month_needs_no_request(people: dict[str, User], county: County) -> None:
    month = FilingMonth.objects.create(county_code="999901", month=202610, due_on=ENDS)

    with pytest.raises(DomainError, match="没有封账"):
        ask(people[Role.TOWNSHIP_CLERK], month)


def test_a_village_waits_once(
    people: dict[str, User], closed: FilingMonth, asked: ReopeningRequest
) -> None:
    clerk = people[Role.TOWNSHIP_CLERK]
    with pytest.raises(DomainError) as again:
        ask(clerk, closed, NEAR, BESIDE)
    ask(clerk, closed, BESIDE)
    withdraw_request(by=clerk, request=asked)

    assert again.value.code == "reopening_waiting"
    assert ask(clerk, closed).state == RequestState.WAITING


def test_nobody_else_withdraws_and_nothing_is_answered_twice(
    people: dict[str, User], asked: ReopeningRequest
) -> None:
    staff = people[Role.COUNTY_STAFF]
    with pytest.raises(DomainError, match="只有申请人"):
        withdraw_request(by=staff, request=asked)
    refuse_request(by=staff, request=asked, answer="不必")

    for act in (
        lambda: grant_request(by=staff, request=asked, ends_on=ENDS),
        lambda: withdraw_request(by=people[Role.TOWNSHIP_CLERK], request=asked),
    ):
        with pytest.raises(DomainError, match="已经处理"):
            act()


def test_the_database_keeps_two_persons_apart(
    people: dict[str, User], asked: ReopeningRequest
) -> None:
    wrong: list[dict[str, Any]] = [
        {"decided_by": asked.asked_by},
        {"state": "granted"},
        {"state": "refused", "answer": ""},
        {"reason": ""},
    ]
    for one in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            ReopeningRequest.objects.filter(pk=asked.pk).update(**one)


def test_the_pages_from_asking_to_the_answer(
    people: dict[str, User], closed: FilingMonth, township_client: Client, county_client: Client
) -> None:
    page = township_client.get(f"/months/2026-10/ask/?village={NEAR}").content.decode()
    assert f'value="{NEAR}" checked' in page
    sent = township_client.post("/months/2026-10/ask/", {**SAID, "villages": [NEAR]})
    row = ReopeningRequest.objects.get()
    assert sent.url == f"/months/requests/{row.uid}/"
    assert "撤回申请" in township_client.get(sent.url).content.decode()
    assert "租金填反了" in county_client.get("/months/?year=2026").content.decode()
    assert "答复重新开放" in county_client.get("/").content.decode()

    address = f"/months/requests/{row.uid}/decide/"
    assert county_client.get(address).url.startswith("/accounts/confirm/")
    with_password(county_client)
    empty = county_client.post(address, {"decision": "refuse", "answer": ""})
    assert "请写明不同意的理由" in empty.content.decode()
    county_client.post(address, {"decision": "grant", "ends_on": "2026-11-06"})

    row.refresh_from_db()
    assert row.state == RequestState.GRANTED
    assert "已同意" in township_client.get(sent.url).content.decode()


def test_a_foreign_request_is_not_found(asked: ReopeningRequest, other_county: County) -> None:
    neighbour = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901101")
    stranger = UserFactory(role=Role.COUNTY_STAFF, home_code="999902")

    for person in (neighbour, stranger):
        client = signed_in(person)
        assert client.get(f"/months/requests/{asked.uid}/").status_code == 404


def test_programs_ask_and_answer(people: dict[str, User], closed: FilingMonth) -> None:
    clerk, staff = (program_of(people[one]) for one in (Role.TOWNSHIP_CLERK, Role.COUNTY_STAFF))
    body = {"period": "2026-10", "villages": [NEAR], **SAID}

    made = clerk.post("reopening-requests/", body)
    again = clerk.post("reopening-requests/", body)
    uid = made.json()["uid"]
    forbidden = clerk.post(f"reopening-requests/{uid}/grant/", {"ends_on": "2026-11-06"})
    done = staff.post(f"reopening-requests/{uid}/grant/", {"ends_on": "2026-11-06"})

    assert (made.status_code, again.status_code, forbidden.status_code) == (201, 400, 403)
    assert (done.status_code, done.json()["state"], done.json()["villages"]) == (
        200, "granted", [NEAR]
    )  # fmt: skip
    found = clerk.get("reopening-requests/?state=granted&period=2026-10").json()["results"]
    assert [one["uid"] for one in found] == [uid]
