"""What is due is sent, and what came of it is written down.

Sending stands outside of any transaction and writing inside of one: whoever is stopped between
the two sends the same message with the same id again, and the receiver knows it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.channels import stop_channel
from rectification.supervision.actions.outbox import when
from rectification.supervision.actions.sealed_secrets import secrets_of
from rectification.supervision.models import Delivery
from rectification.supervision.notice_states import ChannelKind, DeliveryStatus
from rectification.supervision.rules.backoff import wait
from rectification.supervision.rules.signatures import headers
from rectification.supervision.sending import mail, webhook
from rectification.supervision.sending.addresses import address_of
from rectification.supervision.sending.outcomes import Outcome
from villages.common.clock import ZONE

MOST_AT_ONCE = 60
_chance = SystemRandom().random


@dataclass(frozen=True)
class Attempt:
    """A message as it was when it was sent, and what came of it."""

    delivery: Delivery
    at: datetime
    outcome: Outcome


def due(county: str, at: datetime) -> Any:
    """Messages to send now, the oldest first; those of a channel that is off wait."""
    rows = Delivery.objects.filter(
        county_code=county, status=DeliveryStatus.WAITING, due_at__lte=at, channel__active=True
    )
    return rows.select_related("channel").order_by("made_at", "id")


def send_due(county: str, at: datetime) -> list[Attempt]:
    """Tries what is due. A channel that nobody answers, or that is gone, is left alone until the
    next time, so that one dead receiver holds up nobody else."""
    made: list[Attempt] = []
    left_alone: set[int] = set()
    for one in due(county, at)[:MOST_AT_ONCE]:
        if one.channel_id in left_alone:
            continue
        outcome = send(one, at)
        made.append(Attempt(one, at, outcome))
        if outcome.gone or not outcome.reached:
            left_alone.add(one.channel_id)
    return made


def send(delivery: Delivery, at: datetime) -> Outcome:
    """One attempt. Writes nothing."""
    channel = delivery.channel
    if channel.kind == ChannelKind.MAIL:
        text = mail_text(delivery)
        return mail.post(channel.address, uid=delivery.uid, title=delivery.title, text=text)
    signed = headers(
        secrets_of(channel, at), uid=delivery.uid, seconds=int(at.timestamp()), body=delivery.body
    )
    return webhook.post(address_of(channel), headers=signed, body=delivery.body)


def settle(attempts: Iterable[Attempt]) -> dict[str, int]:
    """Writes down what came of attempts, inside the transaction of the caller; how many arrived
    and how many did not. What somebody else settled meanwhile stays as it is."""
    counted = {"arrived": 0, "failed": 0}
    for one in attempts:
        if _settle(one):
            counted["arrived" if one.outcome.arrived else "failed"] += 1
    return counted


def mail_text(delivery: Delivery) -> str:
    """What stands in a mail: the words of the message and the way into the portal."""
    data = json.loads(delivery.body)["data"]
    lines = [data["title"], *data.get("lines", ()), "", data["url"]]
    return "\n".join([*lines, "", _("请登录后查看。不想再收到的,在“接收渠道”里停用。")])


def _settle(attempt: Attempt) -> bool:
    seen, outcome = attempt.delivery, attempt.outcome
    row = (
        Delivery.objects.select_for_update(no_key=True, of=("self",))
        .select_related("channel")
        .filter(pk=seen.pk, status=DeliveryStatus.WAITING, attempts=seen.attempts)
        .first()
    )
    if row is None:
        return False
    row.attempts += 1
    row.tried_at, row.result = attempt.at, outcome.words[:160]
    told = attempt.at.astimezone(ZONE).isoformat(timespec="seconds")
    row.log = [*row.log, {"at": told, "code": outcome.code, "words": outcome.words}]
    _move_on(row, attempt)
    row.version += 1
    row.save()
    return True


def _move_on(row: Delivery, attempt: Attempt) -> None:
    """Arrived, waiting for the channel to be switched on, due again, or given up."""
    if attempt.outcome.arrived:
        row.status = DeliveryStatus.DONE
        return
    if attempt.outcome.gone:
        # Nothing is lost: what waits goes out when somebody switches the channel on again.
        stop_channel(row.channel, why=attempt.outcome.words)
        return
    pause = wait(row.attempts, _chance())
    if pause is None:
        row.status = DeliveryStatus.FAILED
        return
    row.due_at = when(attempt.at + pause, county=row.county_code, urgent=row.urgent)
