"""Money that came in and went back to the same party (过账). Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from collective_economy.checks.facts import Payment


@dataclass(frozen=True)
class RoundTrip:
    """A payment in and a near-equal payment out to the same party soon after."""

    party: str
    received_on: date
    returned_on: date
    received_fen: int
    returned_fen: int

    @property
    def amount_fen(self) -> int:
        """What of the income was no income: no more than went back."""
        return min(self.received_fen, self.returned_fen)


def round_trips(payments: Iterable[Payment], *, days: int, permille: int) -> list[RoundTrip]:
    """Every pair within so many days whose amounts differ by at most so many per mille of the
    larger. Each payment stands in one pair at most; the earliest fitting return is taken."""
    by_party: dict[str, list[Payment]] = defaultdict(list)
    for one in sorted(payments, key=lambda one: (one.dated_on, one.voucher_no)):
        by_party[one.party].append(one)
    found = []
    for party, line in by_party.items():
        returns = [one for one in line if not one.is_income]
        for one in line:
            if one.is_income and (back := _return_of(one, returns, days, permille)):
                returns.remove(back)
                found.append(RoundTrip(party, one.dated_on, back.dated_on, one.fen, back.fen))
    return sorted(found, key=lambda one: (one.received_on, one.party))


def _return_of(one: Payment, returns: list[Payment], days: int, permille: int) -> Payment | None:
    for back in returns:
        passed = (back.dated_on - one.dated_on).days
        larger = max(one.fen, back.fen)
        if 0 <= passed <= days and abs(one.fen - back.fen) * 1000 <= larger * permille:
            return back
    return None
