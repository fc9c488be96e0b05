"""Addresses of webhooks at rest: sealed whole, shown as their host.

Whoever knows the path of a webhook may write to its receiver, so no list, export, trail or copy
of the database may hold it.
"""

from cadres.sealing import index_of, seal, unseal
from rectification.supervision.models import Channel
from rectification.supervision.sending.webhook import parts_of

MARK = 8


def shown_address(url: str) -> str:
    """The host, and a mark that is equal for equal addresses and useless without the key.

    Raises `webhook_address`.
    """
    parts = parts_of(url)
    return f"{parts.scheme}://{parts.netloc}/…{index_of(url)[:MARK]}"


def sealed_address(url: str) -> str:
    """The whole address under the key of fields."""
    return seal(url)


def address_of(channel: Channel) -> str:
    """Where a channel really leads: the sealed address of a webhook, the plain one of mail."""
    return unseal(channel.address_sealed or "") or channel.address
