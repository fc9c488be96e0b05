"""Passwords that serve once: shown one time, changed at the first sign-in."""

import secrets

LOWER, UPPER, DIGITS = "abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"
GROUPS, SIZE = 4, 4


def one_time_password() -> str:
    """Four groups of four signs, none of them easy to confuse on paper (0 O, 1 l I)."""
    while True:
        signs = [secrets.choice(LOWER + UPPER + DIGITS) for _each in range(GROUPS * SIZE)]
        if all(set(signs) & set(kind) for kind in (LOWER, UPPER, DIGITS)):
            break
    text = "".join(signs)
    return "-".join(text[at : at + SIZE] for at in range(0, len(text), SIZE))
