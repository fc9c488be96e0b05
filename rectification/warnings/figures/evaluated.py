"""Which months were judged, when, and how final that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rectification.warnings.choices import Stage
from rectification.warnings.models import Evaluation, VillageWarning
from villages.common import clock
from villages.common.periods import Month


@dataclass(frozen=True)
class Judgement:
    """The last evaluation of a month that changed something."""

    month: Month
    stage: str
    at: datetime
    digest: str

    @property
    def data_day(self) -> date:
        """The day as of which the data were known."""
        return data_day(self.month, self.at)

    @property
    def stage_text(self) -> Any:
        """月中试评, 初评 or 封账后终评."""
        return Stage(self.stage).label if self.stage else ""


def data_day(month: Month, at: datetime) -> date:
    """The month's last day, or that of the evaluation while the month was running."""
    return min(month.end, clock.day_of(at))


def evaluated_months(county: str) -> list[Month]:
    """Months of which there are colours, the newest first. One query."""
    rows = VillageWarning.objects.in_county(county).order_by("-month")
    return [Month.from_number(one) for one in rows.values_list("month", flat=True).distinct()]


def last_judgement(county: str, month: Month) -> Judgement | None:
    """How a month was judged last; None while nobody did. One query."""
    rows = Evaluation.objects.filter(county_code=county, month=month.number).order_by("-id")
    row = rows.values_list("stage", "evaluated_at", "digest").first()
    return None if row is None else Judgement(month, *row)


def neighbours(months: Sequence[Month], month: Month) -> tuple[Month | None, Month | None]:
    """The judged months before and after one."""
    earlier = max((one for one in months if one < month), default=None)
    later = min((one for one in months if one > month), default=None)
    return earlier, later
