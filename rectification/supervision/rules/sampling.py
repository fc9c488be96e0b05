"""A weighted sample without replacement that anybody can draw again from its seed.

Efraimidis and Spirakis (2006): every village gets u = (h + 1) / (2^256 + 1), where h is the number
that SHA-256 makes of `seed|day|code`, and the waiting time -ln(u) / weight; the shortest waits are
drawn. Logarithms and quotients are decimal with fifty digits, half-even, as the decimal standard
fixes them to the last digit: every machine draws the same villages.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from hashlib import sha256

_EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
_WHOLE = Decimal(2**256 + 1)


def draw(weights: Mapping[str, int], *, seed: str, day: date, size: int) -> tuple[str, ...]:
    """The codes drawn, the shortest wait first; all with a weight where there are not enough.

    A weight of nothing is never drawn. Weights are whole numbers.
    """
    waits = {code: wait(seed, day, code, weight) for code, weight in weights.items() if weight > 0}
    return tuple(sorted(waits, key=lambda code: (waits[code], code))[: max(size, 0)])


def wait(seed: str, day: date, code: str, weight: int) -> Decimal:
    """The waiting time of one code: the less, the sooner it is drawn."""
    number = int.from_bytes(sha256(f"{seed}|{day.isoformat()}|{code}".encode()).digest(), "big")
    chance = _EXACT.divide(Decimal(number + 1), _WHOLE)
    return _EXACT.divide(-_EXACT.ln(chance), Decimal(weight))
