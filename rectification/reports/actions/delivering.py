"""To whom an issued report goes: each township of the county gets a line for its receipt."""

from datetime import date
from typing import Any

from rectification.reports.models import Report, ReportRecipient
from villages.common.scope import COUNTY
from villages.models import County, Township


def deliver(report: Report, on: date) -> int:
    """Lines for the townships that there are on a day (a city's report goes to its counties); how
    many. Two queries."""
    if len(report.county_code) < COUNTY:
        units: Any = County.objects.filter(code__startswith=report.county_code)
    else:
        units = Township.objects.in_county(report.county_code)
    lines = [
        ReportRecipient(report=report, unit_code=code, unit_name=name)
        for code, name in units.on(on).order_by("code").values_list("code", "name")
    ]
    return len(ReportRecipient.objects.bulk_create(lines))
