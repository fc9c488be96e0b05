"""Signatures of messages, as Standard Webhooks has them. Pure."""

import base64
import hashlib
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"


def as_secret(raw: bytes) -> str:
    """The text in which a secret is handed over."""
    return PREFIX + base64.b64encode(raw).decode()


def sign(secret: str, *, uid: str, seconds: int, body: str) -> str:
    """`v1,` and the signature of one secret over id, time and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    digest = hmac.new(key, f"{uid}.{seconds}.{body}".encode(), hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def headers(secrets: Iterable[str], *, uid: str, seconds: int, body: str) -> dict[str, str]:
    """The three headers; several secrets give several signatures, any of which will do."""
    signed = (sign(one, uid=uid, seconds=seconds, body=body) for one in secrets)
    return {
        "webhook-id": uid, "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(signed),
    }  # fmt: skip
