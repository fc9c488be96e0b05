"""What waits for the reviewer, township by township."""

from collections import Counter
from dataclasses import dataclass

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.choices import FilingState
from villages.filings.models import Filing


@dataclass(frozen=True)
class Waiting:
    """Villages of one township handed in and not yet looked at."""

    on_time: int = 0
    late: int = 0


def waiting(scope: Scope, county: str, month: Month) -> dict[str, Waiting]:
    """By township code; townships with nothing waiting are absent. One query."""
    rows = Filing.objects.in_scope(scope).in_county(county).of_month(month)
    rows = rows.filter(state=FilingState.SUBMITTED, village__valid_to=None)
    counted = Counter(rows.values_list("village__township__code", "is_late"))
    return {
        code: Waiting(counted[code, False], counted[code, True])
        for code in {code for code, _late in counted}
    }
