"""Reminding townships that are silent."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.villages.filings.memory import VISITS, Memory, asks
from tests.villages.filings.test_submitting import LATE, MONTH, hand_in
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.actions.chasing import Chased, chase
from villages.filings.actions.unchasing import take_chase_back
from villages.filings.figures.chasing import targets
from villages.filings.models import ChaseNote
from villages.filings.reminders import reminders
from villages.imports.actions.months import close_month
from villages.models import County, Village
from villages.trace.models import AuditEntry

MORNING = datetime(2026, 11, 3, 9, 30, tzinfo=ZONE)
NIGHT = datetime(2026, 11, 3, 21, 0, tzinfo=ZONE)
URL = "/filings/chase/"


@pytest.fixture
def east(memory: Memory, county: County) -> str:
    asks(county.code, VISITS)
    return f"{county.code}001"


def villages_of(township: str) -> tuple[str, ...]:
    rows = Village.objects.filter(township__code=township).order_by("code")
    return tuple(rows.values_list("code", flat=True))


def remind(
    people: dict[str, User], *codes: str, at: datetime = MORNING, reason: str = ""
) -> Chased:
    return chase(
        county="999901", month=MONTH, codes=codes, by=people["county_staff"], at=at, reason=reason
    )


def test_it_shows_whom_it_disturbs_and_what_they_owe(
    county: County, people: dict[str, User], east: str
) -> None:
    hand_in(villages_of(east)[:1], people["township_clerk"])
    close_month(by=people["county_staff"], county=county.code, month=Month(2026, 9))

    first, second = targets(Scope.of([county.code]), county.code, MONTH, [], MORNING.date())

    assert {(one.post, one.times) for one in first.people} == {
        ("乡镇党委书记", 0),
        ("乡镇组织干事", 0),
    }
    assert (first.month.waiting, first.owes, first.since) == (2, 2, None)
    # Eleven months of three villages were never filed; September is closed and owed no more.
    assert (first.owed.waiting, first.owed.overdue, first.owed.returned) == (32, 32, 0)
    assert second.people == ()


def test_finding_out_takes_seven_queries(
    county: County, people: dict[str, User], east: str, django_assert_num_queries: object
) -> None:
    scope = Scope.of([county.code])
    targets(scope, county.code, MONTH, [], MORNING.date())

    with django_assert_num_queries(7):  # type: ignore[operator]
        targets(scope, county.code, MONTH, [], MORNING.date())


@pytest.mark.parametrize(
    ("at", "arrives"), [(MORNING, MORNING), (NIGHT, datetime(2026, 11, 4, 8, 0, tzinfo=ZONE))]
)
def test_at_night_it_waits_for_the_morning(
    people: dict[str, User], east: str, at: datetime, arrives: datetime
) -> None:
    done = remind(people, east, at=at)

    assert (done.due_at, done.people, done.townships) == (arrives, 2, ("东关街道",))
    assert set(ChaseNote.objects.values_list("due_at", "reason")) == {(arrives, "")}
    entry = AuditEntry.objects.get(action="filing.chased")
    assert (entry.count, entry.object_name) == (2, "2026年10月 1 个乡镇")


def test_what_waits_for_the_morning_is_taken_back(
    people: dict[str, User], county_client: Client, east: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remind(people, east, at=NIGHT)
    monkeypatch.setattr("villages.common.clock.now", lambda: NIGHT)
    page = county_client.get(URL, {"month": "2026-10"}).content.decode()
    assert "待送达的催报" in page

    answer = county_client.post(
        f"{URL}withdraw/", {"month": "2026-10", "township": [east]}, follow=True
    )

    assert "催报已撤回,2 人不会收到" in answer.content.decode()
    assert not ChaseNote.objects.exists()
    entry = AuditEntry.objects.get(action="filing.chase_taken_back")
    assert (entry.count, entry.object_name) == (2, "2026年10月 1 个乡镇")
    # It never arrived, so it does not count as a reminder either.
    assert remind(people, east, at=NIGHT).people == 2


def test_what_has_arrived_is_not_taken_back(people: dict[str, User], east: str) -> None:
    remind(people, east)

    for role, code in (
        ("county_staff", "chase_delivered"),
        ("township_clerk", "review_not_allowed"),
    ):
        with pytest.raises(DomainError) as refused:
            take_chase_back(
                county="999901", month=MONTH, codes=[east], by=people[role], at=MORNING
            )  # fmt: skip
        assert refused.value.code == code
    assert ChaseNote.objects.count() == 2


def test_nobody_is_reminded_twice_without_a_reason(people: dict[str, User], east: str) -> None:
    remind(people, east)

    with pytest.raises(DomainError, match="已经催过") as refused:
        remind(people, east, at=MORNING + timedelta(days=1))
    assert refused.value.code == "chase_nobody"
    assert ChaseNote.objects.count() == 2

    remind(people, east, at=MORNING + timedelta(days=1), reason="明早开会要用")
    remind(people, east, at=MORNING + timedelta(days=3))
    assert ChaseNote.objects.count() == 6


def test_whoever_owes_nothing_or_is_nobody_is_left_out_and_named(
    county: County, people: dict[str, User], east: str
) -> None:
    done = remind(people, east, f"{county.code}101")

    assert done.left_out == (("柳林镇", "没有可以通知的人,请联系安全管理员核对账号。"),)

    hand_in(villages_of(east), people["township_clerk"])
    with pytest.raises(DomainError, match="没有欠报的村"):
        remind(people, east, reason="再催")


@pytest.mark.parametrize(
    ("role", "month", "codes", "code"),
    [
        ("township_clerk", MONTH, ["999901001"], "review_not_allowed"),
        ("county_staff", Month(2026, 12), ["999901001"], "month_ahead"),
        ("county_staff", MONTH, [], "chase_nobody"),
        ("county_staff", MONTH, ["999902001"], "chase_nobody"),
    ],
)
def test_refusals(
    people: dict[str, User], east: str, other_county: County, role: str, month: Month,
    codes: list[str], code: str,
) -> None:  # fmt: skip
    with pytest.raises(DomainError) as refused:
        chase(county="999901", month=month, codes=codes, by=people[role], at=MORNING)

    assert refused.value.code == code
    assert not ChaseNote.objects.exists()


def test_a_closed_month_is_not_chased(people: dict[str, User], east: str) -> None:
    close_month(by=people["county_staff"], county="999901", month=MONTH)

    with pytest.raises(DomainError) as refused:
        remind(people, east)

    assert refused.value.code == "month_closed"


def test_one_line_a_person_until_it_is_filed(
    people: dict[str, User], east: str, monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: object,
) -> None:  # fmt: skip
    clerk = people["township_clerk"]
    remind(people, east, at=MORNING)
    chase(
        county="999901", month=Month(2026, 9), codes=[east], by=people["county_staff"],
        at=MORNING,
    )  # fmt: skip
    moment = {"now": NIGHT}
    monkeypatch.setattr("villages.common.clock.now", lambda: moment["now"])
    assert clerk.territory

    with django_assert_num_queries(2):  # type: ignore[operator]
        (line,) = reminders(clerk)

    assert line.detail == "2026年9月还有 3 个村、2026年10月还有 3 个村"
    assert line.url == f"/filings/2026-09/{east}/"
    assert list(reminders(people["county_staff"])) == []

    moment["now"] = MORNING - timedelta(minutes=1)
    assert list(reminders(clerk)) == []

    moment["now"] = NIGHT
    hand_in(villages_of(east), clerk)
    assert [one.detail for one in reminders(clerk)] == ["2026年9月还有 3 个村"]
    close_month(by=people["county_staff"], county="999901", month=Month(2026, 9))
    assert list(reminders(clerk)) == []


def test_the_first_page_shows_it(
    people: dict[str, User], township_client: Client, east: str
) -> None:
    ChaseNote.objects.create(
        county_code="999901", township_code=east, month=202610, user=people["township_clerk"],
        sent_by=people["county_staff"], sent_at=LATE, due_at=LATE,
    )  # fmt: skip

    assert "县委组织部提醒:请提交填报" in township_client.get("/").content.decode()


def test_the_page_reminds_and_says_when(
    county_client: Client, people: dict[str, User], east: str
) -> None:
    page = county_client.get(URL, {"month": "2026-10", "township": [east]}).content.decode()
    assert people["township_clerk"].name in page
    assert f'value="{east}" checked' in page

    answer = county_client.post(URL, {"month": "2026-10", "township": [east]}, follow=True)
    assert "已催报 1 个乡镇" in answer.content.decode()
    assert ChaseNote.objects.count() == 2

    again = county_client.post(URL, {"month": "2026-10", "township": [east]})
    assert again.status_code == 409
    assert "已经催过" in again.content.decode()
    assert ChaseNote.objects.count() == 2


def test_nothing_says_who_read_what() -> None:
    names = {field.name for field in ChaseNote._meta.get_fields()}

    assert not {name for name in names if "seen" in name or "read" in name or "open" in name}


@pytest.mark.parametrize(
    "wrong",
    [
        {"month": 1}, {"due_at": LATE - timedelta(days=30)}, {"township_code": "999902001"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_the_database(
    people: dict[str, User], wrong: dict[str, object]
) -> None:
    right = {"county_code": "999901", "township_code": "999901001", "month": 202610,
             "user": people["township_clerk"], "sent_by": people["county_staff"],
             "sent_at": LATE, "due_at": LATE}  # fmt: skip
    ChaseNote(**right).full_clean()

    with pytest.raises(IntegrityError), transaction.atomic():
        ChaseNote.objects.create(**{**right, **wrong})
