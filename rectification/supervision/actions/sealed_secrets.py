"""The secrets with which messages are signed: made here, sealed, told once."""

import secrets
from datetime import datetime

from cadres.sealing import seal, unseal
from rectification.supervision.models import Channel
from rectification.supervision.rules.signatures import as_secret

BYTES = 24


def make_secret() -> tuple[str, str]:
    """A fresh secret and its sealed text."""
    fresh = as_secret(secrets.token_bytes(BYTES))
    return fresh, seal(fresh)


def secrets_of(channel: Channel, at: datetime) -> list[str]:
    """The secrets that sign now: the one in force, and for a while the one before."""
    sealed = [channel.secret_sealed]
    if channel.old_until is not None and at < channel.old_until:
        sealed.append(channel.old_sealed)
    return [unseal(one) for one in sealed if one]
