"""Payments that stand twice, and villages that grew by exactly the same share. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from collective_economy.checks.facts import Payment


def doubled(by_village: Mapping[int, Iterable[Payment]]) -> dict[int, list[Payment]]:
    """Receipts whose bank serial stands twice anywhere, whose voucher number stands twice in
    the village on one day's amount, or whose amount and day stand in two villages."""
    receipts = [
        (village, one) for village, line in by_village.items() for one in line if one.is_income
    ]
    serials = Counter(one.bank_serial for _village, one in receipts if one.bank_serial)
    own = Counter((village, one.voucher_no, one.fen) for village, one in receipts)
    places: dict[tuple[object, int], set[int]] = defaultdict(set)
    for village, one in receipts:
        places[one.dated_on, one.fen].add(village)
    found: dict[int, list[Payment]] = defaultdict(list)
    for village, one in receipts:
        if (
            serials[one.bank_serial] > 1
            or own[village, one.voucher_no, one.fen] > 1
            or len(places[one.dated_on, one.fen]) > 1
        ):
            found[village].append(one)
    return dict(found)


def equal_growths(
    rows: Iterable[tuple[int, object, int, int]],
) -> dict[int, int]:
    """How many villages of one filing grew by exactly the same share, by village.

    `rows` are (village, filing, now, before) in fen; nothing and no change are left out.
    """
    shares = {
        village: (filing, Fraction(now, before))
        for village, filing, now, before in rows
        if before > 0 and now not in (0, before)
    }
    counted = Counter(shares.values())
    return {village: counted[share] for village, share in shares.items()}
