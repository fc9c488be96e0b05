"""Filed answers on their way into real ledgers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from villages.common.periods import Month
from villages.filings.declaring import FILED, InputSource, Landing
from villages.filings.models import Filing
from villages.models import Village

MONTH = Month(2026, 10)
RECEIPT = f"{FILED}999901001-202610-001"


def filings(villages: Sequence[Village], month: Month = MONTH) -> dict[int, str]:
    """The uid of each village's filing, made where it is missing."""
    return {
        one.pk: Filing.objects.get_or_create(
            village=one, month=month.number, county_code=one.county_code
        )[0].uid
        for one in villages
    }  # fmt: skip


def landing(said: Mapping[Village, Mapping[str, Any]], month: Month = MONTH) -> Landing:
    """The answers of these villages as a submission brings them."""
    answers = {village.pk: answers for village, answers in said.items()}
    county = next(iter(said)).county_code
    uids = filings(list(said), month)
    return Landing(county, month, answers, uids, RECEIPT, None, date(2026, 10, 28))


def says(source: InputSource, village: Village, month: Month = MONTH) -> Mapping[str, Any]:
    """What the ledger states for a village and month."""
    return source.read([village.pk], month).get(village.pk, {})


def rows_of(*models: Any) -> list[dict[str, Any]]:
    """Every row, without what grows with each writing."""
    return [
        {key: value for key, value in row.items() if key != "version"}
        for model in models
        for row in model.objects.order_by("pk").values()
    ]


def statements(work: Any) -> int:
    """How many statements a piece of work takes."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        work()
    return len(seen)


def many(count: int, township_of: Village) -> list[Village]:
    """So many further villages of a township."""
    return Village.objects.bulk_create(
        Village(
            township=township_of.township, county_code=township_of.county_code,
            code=f"{township_of.code[:9]}{500 + place}", name=f"新{place}村",
        )
        for place in range(count)
    )  # fmt: skip
