"""Identity and phone numbers: sealed at rest, masked wherever they are shown by accident.

The key is FIELD_KEY, which stands outside the database. Equal numbers are found through a keyed
index, never by opening all of them.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from functools import cache

from cryptography.fernet import Fernet
from django.conf import settings

from villages.common.text import mask_id_number, mask_phone


@dataclass(frozen=True)
class IdNumber:
    """An identity number on its way in. As text it is masked, so that no preview, log or trail
    can hold it whole; `raw` is for sealing only."""

    raw: str

    def __str__(self) -> str:
        return mask_id_number(self.raw)

    __repr__ = __str__


@dataclass(frozen=True)
class Phone:
    """A phone number on its way in, masked as text."""

    raw: str

    def __str__(self) -> str:
        return mask_phone(self.raw)

    __repr__ = __str__


def seal(raw: str) -> str:
    """The sealed text of a number; nothing stays nothing."""
    return _box(settings.FIELD_KEY).encrypt(raw.encode()).decode() if raw else ""


def unseal(sealed: str) -> str:
    """The number again. InvalidToken where it was sealed with another key."""
    return _box(settings.FIELD_KEY).decrypt(sealed.encode()).decode() if sealed else ""


def index_of(raw: str) -> str:
    """The keyed index of a number: equal for equal numbers, useless without the key."""
    if not raw:
        return ""
    return hmac.new(_derived(settings.FIELD_KEY, "index"), raw.encode(), "sha256").hexdigest()


@cache
def _box(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_derived(key, "seal")))


def _derived(key: str, purpose: str) -> bytes:
    """One key per purpose: whoever learns one cannot use it for the other."""
    return hashlib.blake2b(
        purpose.encode(), key=hashlib.sha256(key.encode()).digest(), digest_size=32
    ).digest()
