"""Money that came in and went back (M6), as questions. Pure.

The pairs themselves are found by collective_economy/checks/roundtrips.py; what the ledger of
pass-through already holds, or found to be ordinary business, is asked there and not here.
"""

from collections.abc import Iterable

from collective_economy.checks.roundtrips import RoundTrip
from rectification.warnings.choices import QuestionKind
from rectification.warnings.questions.noticed import Noticed, short

_DECEMBER = 12


def round_trip(code: str, pairs: Iterable[RoundTrip], total_fen: int | None) -> list[Noticed]:
    """One question for each pair; with the share of what the village had this year, if known."""
    return [_asked(code, one, total_fen or 0) for one in pairs]


def _asked(code: str, one: RoundTrip, total_fen: int) -> Noticed:
    facts = {
        "party": one.party, "received_on": one.received_on.isoformat(),
        "returned_on": one.returned_on.isoformat(), "received_fen": one.received_fen,
        "returned_fen": one.returned_fen, "days": (one.returned_on - one.received_on).days,
        # Vouchers of more than the year's income say that one of the two is not complete.
        "percent": one.amount_fen * 100 // total_fen if total_fen >= one.amount_fen else None,
        "year_end": one.received_on.month == _DECEMBER,
    }  # fmt: skip
    key = f"{code}:{short(one.party, one.received_on, one.received_fen)}"
    return Noticed(QuestionKind.ROUND_TRIP, code, key, facts)
