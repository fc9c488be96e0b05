"""The reports of counties that stand."""

from collections.abc import Mapping

from rectification.reports.kinds.city_rows import CountyReport
from rectification.reports.models import Report
from rectification.reports.states import STANDING, ReportStatus
from villages.common.periods import Period


def standing(kind: str, period: Period, names: Mapping[str, str]) -> tuple[CountyReport, ...]:
    """What stands for each county, by code: the issued version, else the draft. One query."""
    rows = Report.objects.filter(
        county_code__in=names, kind=kind, period=period.code, status__in=STANDING
    )
    found: dict[str, Report] = {}
    for row in rows.order_by("county_code", "-version"):
        if row.county_code not in found or row.status == ReportStatus.ISSUED:
            found[row.county_code] = row
    return tuple(
        CountyReport(code, names[code], row.code, row.version, row.status, row.said)
        for code, row in found.items()
    )
