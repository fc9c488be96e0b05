"""The second factor: time-based codes from a phone, and recovery codes on paper."""

import hashlib
import hmac
import re
from base64 import b32encode
from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from villages.accounts.models import User

# In the session: this sign-in still owes a code.
OWED = "second_factor_owed"
RECOVERY = "recovery"


def is_mandatory_for(user: Any) -> bool:
    """The three administrators, or everybody, by setting. Demo accounts are spared."""
    if user.is_demo:
        return False
    wanted = settings.MFA_REQUIRED and user.is_administrator
    return bool(settings.MFA_EVERYBODY or wanted)


def phone_of(user: User) -> TOTPDevice | None:
    """The person's confirmed device."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def draft_of(user: User) -> TOTPDevice | None:
    """The device that the person is setting up."""
    return TOTPDevice.objects.filter(user=user, confirmed=False).first()


def paper_of(user: User) -> StaticDevice | None:
    """The holder of the person's recovery codes."""
    return StaticDevice.objects.filter(user=user, name=RECOVERY).first()


def codes_left(user: User) -> int:
    """How many recovery codes have not been used."""
    paper = paper_of(user)
    return paper.token_set.count() if paper else 0


def normal(code: str) -> str:
    """A code as people copy it, without spaces and dashes, lower case."""
    return re.sub(r"[\s\-–—]", "", code).lower()


def recovery_digest(user: User, code: str) -> str:
    """What stands in the database for a recovery code: 64 bits of a keyed hash."""
    text = f"{user.uid}:{normal(code)}".encode()
    return hmac.new(settings.TOKEN_PEPPER.encode(), text, hashlib.sha256).hexdigest()[:16]


def owes_code(request: HttpRequest) -> bool:
    """Whether this sign-in must still show its second factor."""
    return bool(request.session.get(OWED))


def is_shown(user: Any) -> bool:
    """Whether this sign-in has shown its second factor."""
    return getattr(user, "otp_device", None) is not None


def picture_of(device: TOTPDevice) -> str:
    """The QR code as a data address; drawn here, on white also where pages are dark."""
    code = segno.make(device.config_url, error="m")
    return str(code.svg_data_uri(scale=5, border=4, light="#fff"))


def secret_words(device: TOTPDevice) -> str:
    """The secret in groups of four, for typing it in by hand."""
    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
