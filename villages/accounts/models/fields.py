"""Identifiers for URLs and JSON."""

import secrets


def new_uid() -> str:
    """128 random bits as 32 hexadecimal digits: nothing can be guessed from it."""
    return secrets.token_hex(16)
