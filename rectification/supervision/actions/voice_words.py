"""The word with which somebody without an account asks after what was brought up."""

import hmac
import secrets

from cadres.sealing import index_of
from rectification.supervision.models import Voice

# Without signs that look alike on paper or sound alike on the telephone.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _LENGTH = 3, 4


def make_word() -> str:
    """A fresh word such as k7wq-3mfa-x9dz; it is told once and nowhere kept."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
    return "-".join(groups)


def digest_of(number: str, word: str) -> str:
    """What is kept of a word: a keyed digest, bound to the number it opens."""
    return index_of(f"voice:{number}:{_plain(word)}") if _plain(word) else ""


def voice_by_word(number: str, word: str) -> Voice | None:
    """The voice that this number and word open together; None for either being wrong."""
    digest = digest_of(number.strip(), word)
    found: Voice | None = Voice.objects.filter(number=number.strip()).first()
    kept = found.word_digest if found else ""
    # Unknown numbers take as long as wrong words.
    fits = hmac.compare_digest(kept or "0" * len(digest), digest)
    return found if fits and kept and digest else None


def _plain(word: str) -> str:
    return "".join(one for one in word.lower() if one in _LETTERS)
