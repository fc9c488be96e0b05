"""Pairs of payments that nobody has looked at yet, and those that were no income."""

from datetime import date

from django.db.models import Count

from collective_economy.checks.gathering import payments_of
from collective_economy.checks.roundtrips import RoundTrip, round_trips
from collective_economy.kinds import Verdict
from collective_economy.models import PassThrough, Voucher
from collective_economy.parameters import number
from villages.common.periods import Month
from villages.common.scope import Scope


def open_round_trips(scope: Scope, county: str, month: Month) -> dict[int, list[RoundTrip]]:
    """Pairs from January to the month by village, without those in the ledger and without
    parties that were once found to be in ordinary business. Two queries."""
    year = (Month(month.year, 1).start, month.end)
    rows = Voucher.objects.in_scope(scope).in_county(county).filter(dated_on__range=year)
    known: set[tuple[object, ...]] = set()
    known_rows = PassThrough.objects.in_scope(scope).in_county(county)
    for village, party, day, fen, verdict in known_rows.values_list(
        "village_id", "party", "received_on", "received_fen", "verdict"
    ):
        known.add((village, party, day, fen))
        known |= {(village, party)} if verdict == Verdict.LEGIT else set()
    days = number("round_trip_days", county=county, on=month.end)
    permille = number("round_trip_permille", county=county, on=month.end)
    found = {
        village: [
            one
            for one in round_trips(payments, days=days, permille=permille)
            if (village, one.party) not in known
            and (village, one.party, one.received_on, one.received_fen) not in known
        ]
        for village, payments in payments_of(rows).items()
    }
    return {village: pairs for village, pairs in found.items() if pairs}


def proven_pass_throughs(scope: Scope, county: str, first: date, last: date) -> dict[int, int]:
    """How many pairs a person found to be no income between two days, by village. One query."""
    rows = PassThrough.objects.in_scope(scope).in_county(county)
    found = rows.filter(verdict=Verdict.PASS_THROUGH, decided_on__range=(first, last))
    return dict(found.order_by().values_list("village_id").annotate(Count("pk")))
