"""Short codes of figures: what a reader types from paper to reach the rows behind a number."""

import hashlib

# Crockford's base 32: no I, L, O, U, so that paper, phone and keyboard agree.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 6
_BITS = 5
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None})


def short_code(*parts: object) -> str:
    """Six characters that depend on the parts alone: the same on every machine, for ever.

    Give the report, scope, period and figure code, in this order. Thirty bits: among the 500
    figures of a report two meet once in about 8,600 reports, so store it as unique and, when
    taken, derive again with one more part (2, 3, …).
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    bits = int.from_bytes(digest[:4], "big") >> (32 - _BITS * _LENGTH)
    shifts = range(_BITS * (_LENGTH - 1), -1, -_BITS)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in shifts)


def read_short_code(typed: str) -> str | None:
    """The code that a person meant: any case, O for 0, I or L for 1; None if it cannot be one."""
    code = typed.strip().upper().translate(_MISREAD)
    return code if len(code) == _LENGTH and set(code) <= set(_ALPHABET) else None
