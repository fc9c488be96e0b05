"""Money is an integer number of fen; people read yuan or ten thousand yuan (万元)."""

from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction

from villages.common.errors import DomainError
from villages.common.shares import (
    growth,
    percent,
    points,
    round_half_up,
    share,
    share_exact,
    share_text,
)

__all__ = [
    "FEN_PER_UNIT",
    "growth",
    "json_yuan",
    "percent",
    "points",
    "round_half_up",
    "share",
    "share_exact",
    "share_text",
    "to_fen",
    "wan_text",
    "yuan",
    "yuan_text",
]

FEN_PER_UNIT = {"元": 100, "千元": 100_000, "万元": 1_000_000, "亿元": 10_000_000_000}
# One digit less than the signed 64-bit column that holds fen.
_MOST_DIGITS = 18
# Wide enough for any cell; a longer number raises Inexact and is never rounded twice.
_EXACT = Context(prec=100, traps=[Inexact])


def to_fen(amount: Decimal | str | int, unit: str = "元") -> int:
    """An amount in `unit` as fen, half-up to the fen. A float is refused: it is not exact.

    Raises `money_invalid` for what is no finite number, `money_too_large` from 10^18 fen on.
    """
    if isinstance(amount, bool | float):
        raise TypeError("money needs Decimal, str or int")
    exact = _finite(amount) or Decimal(0)
    if exact.adjusted() >= _MOST_DIGITS:
        raise _too_large(amount)
    try:
        fen = _EXACT.multiply(exact, FEN_PER_UNIT[unit])
    except Inexact:
        raise _invalid(amount) from None
    if fen.adjusted() >= _MOST_DIGITS:
        raise _too_large(amount)
    return int(fen.to_integral_value(ROUND_HALF_UP))


def yuan(fen: int) -> Decimal:
    """The amount in yuan, exact, with two decimals."""
    return round_half_up(Fraction(fen, 100), 2)


def yuan_text(fen: int) -> str:
    """Yuan for people: `1,234.50`."""
    return f"{yuan(fen):,}"


def wan_text(fen: int, digits: int = 2) -> str:
    """Ten thousand yuan (万元) for people, half-up: `12.50`."""
    return f"{round_half_up(Fraction(fen, FEN_PER_UNIT['万元']), digits):,}"


def json_yuan(fen: int) -> str:
    """Yuan for machines, as a decimal string without separators: `1234.50`."""
    return str(yuan(fen))


def _finite(amount: Decimal | str | int) -> Decimal:
    try:
        exact = Decimal(amount)
    except InvalidOperation:
        exact = Decimal("NaN")
    if exact.is_finite():
        return exact
    raise _invalid(amount)


def _invalid(amount: Decimal | str | int) -> DomainError:
    return DomainError("money_invalid", f"金额『{str(amount)[:20]}』不是数字。", "请填写数字。")


def _too_large(amount: Decimal | str | int) -> DomainError:
    return DomainError(
        "money_too_large", f"金额『{str(amount)[:20]}』过大。", "请核对数值和单位(元、万元)。"
    )
