"""Inspections in known situations, on days of October 2026."""

from datetime import UTC, date, datetime
from typing import Any

from rectification.supervision.actions.inspecting import publish, start
from rectification.supervision.actions.site_records import Found, record_site
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import (
    ChecklistPoint,
    Finding,
    Inspection,
    InspectionPlan,
    InspectionSite,
)
from tests.rectification.supervision.situations import COUNTY, Cast, village
from villages.filings.choices import FilingState
from villages.filings.models import Filing, FilingReceipt

BEGUN, SEEN, TOLD = date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 20)
SECRET = "暗访十月"
LATE_BOARD = "公开栏停在六月"


def hidden_visit(**given: Any) -> Inspection:
    """A hidden visit that is being prepared."""
    values = {
        "kind": "hidden", "title": SECRET, "from_on": BEGUN, "to_on": date(2026, 10, 16),
        "county_code": COUNTY, **given,
    }  # fmt: skip
    return Inspection.objects.create(**values)


def on_list(inspection: Inspection, code: str) -> InspectionSite:
    """A village chosen by hand."""
    where = village(code)
    return InspectionSite.objects.create(
        county_code=where.county_code, inspection=inspection, village=where
    )


def visited(cast: Cast, *codes: str, found: str = LATE_BOARD, **more: Any) -> list[Finding]:
    """An inspection under way in which every one of these villages has one finding."""
    inspection = hidden_visit()
    for code in codes:
        on_list(inspection, code)
    start(inspection, by=cast.author, on=BEGUN)
    told = Found("公开", found, **more)
    for site in inspection.sites.all():
        record_site(site, by=cast.author, on=SEEN, values={"on_duty": False}, found=[told])
    return list(Finding.objects.filter(site__inspection=inspection).order_by("village__code"))


def published(cast: Cast, *codes: str, **more: Any) -> list[Finding]:
    """The same, made known to townships."""
    rows = visited(cast, *codes, **more)
    publish(rows[0].site.inspection, by=cast.author, on=TOLD, summary="总体较好")
    return [Finding.objects.get(pk=one.pk) for one in rows]


def inspection_in(status: InspectionStatus, code: str) -> Inspection:
    """An inspection of one village in any state."""
    drawn = {"seed": "abc", "sample_size": 1, "drawn_on": BEGUN, "drawn_by": "钱多"}
    more = drawn if status == InspectionStatus.DRAWN else {}
    more |= {"published_on": TOLD} if status == InspectionStatus.PUBLISHED else {}
    row = hidden_visit(status=status, **more)
    site = on_list(row, code)
    site.note = "下雪封路"
    site.save()
    return row


def point(name: str, key: str = "", kind: str = "yes_no", group: str = "公开") -> ChecklistPoint:
    """A point of the county's checklist."""
    return ChecklistPoint.objects.create(
        county_code=COUNTY, group=group, name=name, answer_kind=kind, input_key=key,
        valid_from=date(2026, 1, 1),
    )  # fmt: skip


def plan(title: str, office: str = "县委组织部", **given: Any) -> InspectionPlan:
    """A plan of 2026."""
    values = {"from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31), **given}
    return InspectionPlan.objects.create(
        county_code=COUNTY, year=2026, title=title, office=office, **values
    )


def filed(cast: Cast, code: str, month: int, **given: Any) -> Filing:
    """The filing of a village and month, handed in."""
    where, at = village(code), datetime(2026, 10, 24, 3, tzinfo=UTC)
    receipt = FilingReceipt.objects.create(
        county_code=COUNTY, township_code=code[:9], month=month, number=f"{month}{code}",
        villages=1, channel="grid", key=f"{month}{code}", digest="0" * 64,
        submitted_by=cast.clerk, submitted_at=at,
    )  # fmt: skip
    return Filing.objects.create(
        county_code=COUNTY, village=where, month=month, sent_at=at, first_sent_at=at,
        receipt=receipt, **{"state": FilingState.SUBMITTED, **given},
    )  # fmt: skip
