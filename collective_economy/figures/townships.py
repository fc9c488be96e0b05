"""The economy of each township, side by side."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from collective_economy.choices import Tier
from collective_economy.figures.board import Board
from collective_economy.figures.pace import behind

TOWNSHIP = 9


@dataclass(frozen=True)
class TownshipRow:
    """One township: sums in fen over villages that stated them, and how many did.

    `usable_fen` is None while no village's is known.
    """

    code: str
    villages: int
    known: int
    total_fen: int
    operating_fen: int
    usable_fen: int | None
    usable_known: int
    tiers: Mapping[Tier, int]
    behind: int
    arrears_fen: int
    debt_fen: int


def by_township(of: Board, county: str) -> list[TownshipRow]:
    """A row for every township that has villages, by code; the last row, without a code, is
    the whole. No query."""
    groups: dict[str, list[int]] = {}
    for pk, code in of.codes.items():
        groups.setdefault(code[:TOWNSHIP], []).append(pk)
    late = set(behind(of.paces, county, of.month))
    rows = [_row(of, code, groups[code], late) for code in sorted(groups)]
    return [*rows, _row(of, "", list(of.codes), late)]


def _row(of: Board, code: str, villages: list[int], late: set[int]) -> TownshipRow:
    inside, codes = set(villages), {of.codes[pk] for pk in villages}
    known = {one: of.income.known[one] for one in codes & set(of.income.known)}
    stated = [of.income.by_village[one] for one in codes & set(of.income.by_village)]
    usable = [
        fen for pk in inside & set(of.profits) if (fen := of.profits[pk].usable_fen) is not None
    ]
    tiers = Counter(of.income.tier(one) for one in known)
    return TownshipRow(
        code=code,
        villages=len(villages),
        known=len(known),
        total_fen=sum(one.total_fen for one in stated),
        operating_fen=sum(known.values()),
        usable_fen=sum(usable) if usable else None,
        usable_known=len(usable),
        tiers={tier: tiers[tier] for tier in Tier},
        behind=len(late & inside),
        arrears_fen=sum(
            one.rent.arrears_fen for one in of.contracts if one.contract.village_id in inside
        ),
        debt_fen=sum(one.left_fen for one in of.debts if one.debt.village_id in inside),
    )
