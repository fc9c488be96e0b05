"""Deciding whether a pair of payments was pass-through (过账)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.checks.roundtrips import RoundTrip
from collective_economy.kinds import Verdict
from collective_economy.models import PassThrough
from villages.common.errors import DomainError
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def note_round_trips(*, found: Iterable[tuple[Village, RoundTrip]], by: Any) -> list[PassThrough]:
    """Puts pairs that were found into the ledger, to be looked at. Two statements, one entry."""
    rows = [
        PassThrough(
            village=village, county_code=village.county_code, party=one.party,
            received_on=one.received_on, returned_on=one.returned_on,
            received_fen=one.received_fen, returned_fen=one.returned_fen,
            amount_fen=one.amount_fen,
        )
        for village, one in found
    ]  # fmt: skip
    PassThrough.objects.bulk_create(rows)
    if rows:
        county = rows[0].county_code
        record("economy.round_trips_found", by=by, county=county, count=len(rows),
               rows=[[one.village.code, one.party, one.received_fen] for one in rows])  # fmt: skip
    return rows


@transaction.atomic
def decide_round_trip(
    row: PassThrough, *, verdict: Verdict, decided_on: date, reason: str, by: Any
) -> PassThrough:
    """Pass-through counts to no usable income from now on; ordinary business is not asked about
    again. Raises `reason_missing`, `decided_too_early`."""
    if not reason.strip():
        words = _("请写明认定的依据。")
        raise DomainError("reason_missing", words, reason=words)
    if decided_on < row.received_on:
        words = _("认定日期不能早于收款日期。")
        raise DomainError("decided_too_early", words, decided_on=words)
    before = {"verdict": row.verdict}
    row.verdict, row.decided_on, row.reason = verdict, decided_on, reason.strip()[:200]
    row.version += 1
    row.save()
    record(
        "economy.round_trip_decided", row, by=by, name=f"{row.village.name} {row.party}",
        before=before, after={"verdict": str(row.get_verdict_display())}, reason=row.reason,
    )  # fmt: skip
    return row
