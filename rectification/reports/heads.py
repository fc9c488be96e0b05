"""Head and address of a county's reports: dated rows that the county keeps."""

from dataclasses import dataclass
from datetime import date

from rectification.reports.models import ReportHead
from villages.models import County


@dataclass(frozen=True)
class Head:
    """The issuing organ, the word of its document numbers (代字), who receives the report and
    who a copy, and the sentence that says by whose consent it goes to committees."""

    organ: str
    mark: str
    recipients: str
    copies: str
    consent: str


def head_of(county: County, kind: str, on: date) -> Head:
    """The row of this kind in force on a day, else that of all kinds, else the default. One
    query."""
    rows = ReportHead.objects.in_county(county.code).filter(kind__in=("", kind), valid_from__lte=on)
    row = rows.order_by("-kind", "-valid_from").first()
    organ = county.department_name or f"中共{county.name}委组织部"
    if row is None:
        return Head(organ, "督导", "各乡镇（街道）组织办", "", "")
    return Head(row.organ or organ, row.mark, row.recipients, row.copies, row.consent)
