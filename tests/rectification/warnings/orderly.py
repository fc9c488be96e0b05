"""A village whose ledgers of affairs, economy, work and filing are kept and in order at the end
of October 2026: none of W15-W28 finds anything."""

from datetime import date, datetime

from tests.cadres.judging import posted, told_month
from tests.collective_economy import factories as economic
from tests.villages.affairs import factories as affair
from villages.common.clock import ZONE
from villages.common.periods import Month, Quarter
from villages.filings.models import Filing
from villages.models import Village

_FEN = 50_000_000


def orderly(code: str, *, income: bool = True) -> None:
    """Rows in every ledger that these rules read.

    `income` states that of October too, where the caller does not.
    """
    village = Village.objects.get(code=code)
    posting = posted("第一书记", village=village)
    for month in (202608, 202609, 202610):
        told_month(posting, month, 22)
    _affairs(village)
    _economy(village, income=income)
    for month in Month(2026, 8).until(Month(2026, 10)):
        Filing.objects.create(
            village=village, county_code=village.county_code, month=month.number,
            state="returned", first_sent_at=datetime(2026, month.month, 20, 9, tzinfo=ZONE),
        )  # fmt: skip


def _affairs(village: Village) -> None:
    affair.disclosed_all(village, *(Quarter(2026, 3).shift(-step) for step in range(4)))
    affair.met(village, date(2026, 9, 9))
    affair.matter(village, proposed_on=date(2026, 10, 1))
    affair.petitioned(village)
    affair.surveyed(village)


def _economy(village: Village, *, income: bool) -> None:
    economic.stated(village, 202510, _FEN)
    economic.stated(village, 202512, _FEN)
    if income:
        economic.stated(village, 202610, _FEN)
    economic.owed(village, 100)
    economic.let(village, yearly_fen=0)
    economic.running(village, date(2026, 1, 1))
