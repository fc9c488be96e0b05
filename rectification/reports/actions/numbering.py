"""Numbers of issued reports: one gap-free series a county and year."""

from rectification.reports.models import ReportSeries


def next_number(county: str, year: int) -> int:
    """The next number of the year, taken: it is lost with the transaction alone, so that no number
    is left out. Three queries, two from the second report of a year on."""
    ReportSeries.objects.get_or_create(county_code=county, year=year)
    row = ReportSeries.objects.select_for_update().get(county_code=county, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return int(row.last)


def number_text(mark: str, year: int, number: int) -> str:
    """As documents print it: 督导〔2026〕12号."""
    return f"{mark}〔{year}〕{number}号"
