"""A post changes hands."""

from datetime import date, timedelta

import pytest

from tests.factories import UserFactory
from villages import registries
from villages.accounts.actions import handover
from villages.accounts.actors import SCHEDULE
from villages.accounts.choices import RequestState, Role
from villages.accounts.models import Handover, User
from villages.accounts.tasks import close_departed
from villages.common.errors import DomainError
from villages.common.registries import HandoverSource
from villages.common.scope import Scope
from villages.lists.models import SavedView
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
EAST = "999901001"


@pytest.fixture
def leaver(people):
    return people[Role.TOWNSHIP_CLERK]


@pytest.fixture
def successor(county):
    return UserFactory(
        name="夏雨", role=Role.TOWNSHIP_CLERK, home_code="999901101", jurisdiction=["999901101"]
    )


def passing(leaver, successor, by, day=TODAY, **changed):
    wanted = {
        "leaver": leaver, "successor": successor, "leaves_on": day, "reason": "换届",
        "take_post": True, "by": by,
    }  # fmt: skip
    return handover.hand_over(**wanted | changed)


def test_places_of_a_township_pass_at_once_and_the_account_ends(leaver, successor, security):
    done = passing(leaver, successor, security)

    assert done.request is None
    assert User.objects.get(pk=successor.pk).territory == Scope.of([EAST, "999901101"])
    assert not User.objects.get(pk=leaver.pk).is_active
    assert not leaver.jurisdictions.in_force(TODAY).exists()
    assert done.closed_at is not None


def test_another_role_waits_for_a_second_person(people, successor, security):
    secretary = people[Role.TOWNSHIP_SECRETARY]

    done = passing(secretary, successor, security)

    assert done.request.state == RequestState.WAITING
    assert (done.request.role, done.request.unit_codes) == (Role.TOWNSHIP_SECRETARY, [EAST])
    assert User.objects.get(pk=successor.pk).role == Role.TOWNSHIP_CLERK


def test_work_alone_can_pass_without_the_post(leaver, successor, security):
    done = passing(leaver, successor, security, take_post=False)

    assert done.units == []
    assert User.objects.get(pk=successor.pk).territory == Scope.of(["999901101"])


def test_open_work_of_every_app_moves_in_one_batch(leaver, successor, security, monkeypatch):
    moved = []
    source = HandoverSource(
        "cases", "整顿个案", lambda user: 4, lambda old, new, by: moved.append((old, new)) or 4
    )
    monkeypatch.setattr(registries, "handovers", lambda: (source,))

    done = passing(leaver, successor, security)

    assert moved == [(leaver, successor)]
    assert done.moved == [{"key": "cases", "label": "整顿个案", "count": 4}]
    entry = AuditEntry.objects.get(action="handover.done")
    assert (entry.count, entry.after["moved"]) == (4, "整顿个案 4")
    assert entry.rows_digest


def test_shared_views_find_a_new_owner(leaver, successor, security):
    shared = {"list_key": "villages", "path": "/villages/", "county_code": "999901"}
    SavedView.objects.create(owner=leaver, name="河西各村", **shared)
    SavedView.objects.create(owner=leaver, name="我的", list_key="villages", path="/villages/")

    passing(leaver, successor, security)

    assert list(SavedView.objects.filter(owner=successor).values_list("name", flat=True)) == [
        "河西各村"
    ]


def test_a_later_last_day_leaves_the_account_open_until_then(
    leaver, successor, security, monkeypatch
):
    last = TODAY + timedelta(days=7)
    done = passing(leaver, successor, security, day=last)
    assert User.objects.get(pk=leaver.pk).territory_on(last)
    assert not User.objects.get(pk=leaver.pk).territory_on(last + timedelta(days=1))

    monkeypatch.setenv("PORTAL_TODAY", str(last))
    assert handover.close_departed(by=SCHEDULE) == 0
    monkeypatch.setenv("PORTAL_TODAY", str(last + timedelta(days=1)))
    assert close_departed() == 1
    assert close_departed() == 0

    done.refresh_from_db()
    assert not User.objects.get(pk=leaver.pk).is_active
    assert done.closed_at is not None


def test_nothing_moves_when_one_part_fails(leaver, successor, security, monkeypatch):
    def broken(old, new, by):
        raise DomainError("busy", "正在办理。")

    monkeypatch.setattr(
        registries, "handovers", lambda: (HandoverSource("x", "x", lambda user: 1, broken),)
    )

    with pytest.raises(DomainError):
        passing(leaver, successor, security)

    assert User.objects.get(pk=leaver.pk).is_active
    assert User.objects.get(pk=successor.pk).territory == Scope.of(["999901101"])
    assert not Handover.objects.exists()


def test_the_successor_is_another_active_person_of_the_county(leaver, security, other_county):
    foreign = UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999902001")
    gone = UserFactory(role=Role.TOWNSHIP_CLERK, home_code=EAST, left_office=True)

    for person in (foreign, gone, leaver, security):
        with pytest.raises(DomainError) as refusal:
            passing(leaver, person, security)
        assert refusal.value.code == "successor_unfit"


def test_the_pages_show_before_they_move(leaver, successor, security, sure):
    client = sure(security)
    address = f"/accounts/users/{leaver.uid}/handover/"
    form = {
        "successor": successor.uid, "take_post": "on", "leaves_on": "2026-11-03",
        "reason": "换届",
    }  # fmt: skip

    looked = client.post(address, form)
    assert "东关街道" in looked.content.decode()
    assert User.objects.get(pk=leaver.pk).is_active

    done = client.post(address, form | {"confirmed": "1"}, follow=True)
    assert done.status_code == 200
    assert "交接单" in done.content.decode()
    assert not User.objects.get(pk=leaver.pk).is_active


def test_the_receipt_is_for_the_two_and_their_administrator(
    leaver, successor, security, people, client_as
):
    done = passing(leaver, successor, security)
    address = f"/accounts/handovers/{done.uid}/"

    assert client_as(successor).get(address).status_code == 200
    assert client_as(security).get(address).status_code == 200
    assert client_as(people[Role.COUNTY_STAFF]).get(address).status_code == 404
