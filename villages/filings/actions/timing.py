"""Adding up how long forms take: whole counties and months, never a person."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from villages import parameters
from villages.common.periods import Month
from villages.filings.models import FormTime
from villages.filings.parameters import SPENT


@transaction.atomic
def add_time(
    *, county: str, month: Month, seconds: int, villages: int, inputs: int, on: date
) -> None:
    """Adds the typing time of one submission to its county's month.

    No more than the county's limit for each village is counted; nothing measured adds nothing.
    Who typed is not given here and not kept.
    """
    if min(seconds, villages, inputs) <= 0:
        return
    most = villages * int(parameters.value(SPENT.key, on=on, county=county))
    empty: dict[str, Any] = {"seconds": 0, "villages": 0, "inputs": inputs}
    row, _new = FormTime.objects.get_or_create(
        county_code=county, month=month.number, defaults=empty
    )
    FormTime.objects.filter(pk=row.pk).update(
        seconds=F("seconds") + min(seconds, most), villages=F("villages") + villages, inputs=inputs
    )
