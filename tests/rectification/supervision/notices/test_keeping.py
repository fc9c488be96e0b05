"""Addresses lie sealed, and messages are kept as long as the county says."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from cadres.sealing import unseal
from rectification.supervision.actions.channels import Owner, add_channel
from rectification.supervision.actions.messages_daily import prune
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_states import DeliveryStatus
from rectification.supervision.sending import webhook
from rectification.supervision.sending.addresses import address_of, shown_address
from tests.factories import signed_in
from tests.rectification.supervision.notices.written import hook
from tests.rectification.supervision.situations import COUNTY, EAST, TODAY, Cast, at
from tests.villages.rest.conftest import program_of
from villages.accounts.actors import SCHEDULE
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
URL = "https://hooks.example.com:8443/services/T0/geheim?token=abc"
_moving = import_module("rectification.supervision.migrations.0004_seal_webhook_addresses")


@pytest.fixture(autouse=True)
def reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names lead somewhere public."""
    monkeypatch.setattr(webhook, "resolve", lambda _url: None)


def _added(cast: Cast, url: str = URL) -> Channel:
    owner = Owner("东关街道", code=EAST)
    made = add_channel(by=cast.clerk, county=COUNTY, owner=owner, kind="webhook", address=url)
    return Channel.objects.get(pk=made.channel.pk)


def test_only_the_host_stands_open(cast: Cast) -> None:
    row = _added(cast)

    assert row.address.startswith("https://hooks.example.com:8443/…")
    assert address_of(row) == unseal(row.address_sealed) == URL
    assert "geheim" not in str(row.__dict__)
    assert "geheim" not in str(list(AuditEntry.objects.values()))
    client, program = signed_in(cast.clerk), program_of(cast.clerk)
    pages = [
        client.get(f"/orders/channels/{row.uid}/"), client.get("/notice-channels/"),
        program.get("notice-channels/"), program.get(f"notice-channels/{row.uid}/"),
    ]  # fmt: skip
    assert not [one for one in pages if "geheim" in one.content.decode()]
    assert "hooks.example.com" in pages[0].content.decode()


def test_two_addresses_of_one_host_are_two_and_one_is_one(cast: Cast) -> None:
    first, second = _added(cast), _added(cast, f"{URL}d")
    assert first.address != second.address

    with pytest.raises(DomainError, match="已经登记"):
        _added(cast)


def test_addresses_that_stood_open_are_sealed(cast: Cast) -> None:
    old, mail = hook(URL), hook("https://a.example.com/x", kind="mail")
    for row, address in ((old, URL), (mail, "a@example.com")):
        Channel.objects.filter(pk=row.pk).update(address=address, address_sealed=None)

    _moving.seal_open(apps, None)
    _moving.seal_open(apps, None)

    old.refresh_from_db()
    mail.refresh_from_db()
    assert (address_of(old), address_of(mail)) == (URL, "a@example.com")
    assert old.address == shown_address(URL)
    _moving.open_sealed(apps, None)
    old.refresh_from_db()
    assert (old.address, old.address_sealed) == (URL, None)


def _sent(channel: Channel, days: int, status: str, key: str) -> None:
    made = at(TODAY) - timedelta(days=days)
    Delivery.objects.create(
        county_code=COUNTY, channel=channel, key=key, title=key, body="{}", made_at=made,
        due_at=made, status=status,
    )  # fmt: skip


def test_old_messages_go_and_waiting_ones_stay(cast: Cast) -> None:
    channel = hook("https://a.example.com/x")
    for days in (179, 182):
        for status in DeliveryStatus.values:
            _sent(channel, days, status, f"{status}{days}")

    assert prune(COUNTY, on=TODAY, by=SCHEDULE) == 2
    assert prune(COUNTY, on=TODAY, by=SCHEDULE) == 0

    left = set(Delivery.objects.values_list("key", flat=True))
    assert left == {"waiting182", "waiting179", "done179", "failed179"}
    [told] = AuditEntry.objects.filter(action="delivery.pruned").values_list("count", "actor_name")
    assert told == (2, SCHEDULE.name)


def test_another_county_keeps_its_own(cast: Cast, people: Any) -> None:
    _sent(hook("https://a.example.com/x"), 400, DeliveryStatus.DONE, "old")

    assert prune("999902", on=TODAY, by=SCHEDULE) == 0
    assert Delivery.objects.count() == 1
