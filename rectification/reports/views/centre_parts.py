"""Every period of a county with the versions of its report."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from rectification.reports.kinds import KINDS
from rectification.reports.models import Report, ReportRecipient
from rectification.reports.states import STANDING, ReportStatus
from rectification.reports.views.at_hand import KIND_NAMES, TONES
from villages.common.periods import Period, parse_period

_READ = (
    "pk", "uid", "kind", "period", "version", "code", "status", "is_open", "sha256", "made_at",
    "stamp", "title",
)  # fmt: skip


@dataclass(frozen=True)
class Versions:
    """A report of one period: its versions, the latest first, and who confirmed the issued one.
    `asked` units received it, `confirmed` of them confirmed it, as far as the reader sees them."""

    rows: tuple[Report, ...]
    asked: int = 0
    confirmed: int = 0

    @property
    def report(self) -> Report:
        """What is said about the period now: the issued version, else the latest draft."""
        standing = [one for one in self.rows if one.status in STANDING]
        issued = [one for one in standing if one.status == ReportStatus.ISSUED]
        return (issued or standing or list(self.rows))[0]

    @property
    def draft(self) -> Report | None:
        """A correction that was begun and is not issued."""
        first = self.rows[0]
        return first if first.pk != self.report.pk and first.status in STANDING else None

    @cached_property
    def period(self) -> Period:
        """The period as a value."""
        return parse_period(self.report.period)

    @property
    def kind(self) -> Any:
        """The kind in words."""
        return KIND_NAMES.get(self.report.kind, self.report.kind)

    @property
    def tone(self) -> str:
        """How loudly the state is shown."""
        return TONES[self.report.status]


def versions_of(user: Any, county: str) -> list[Versions]:
    """Every report of the county that the person sees, the latest period first. Two queries."""
    rows = Report.objects.visible_to(user).filter(county_code=county).only(*_READ)
    groups: dict[tuple[str, str], list[Report]] = {}
    for one in rows.order_by("-version"):
        groups.setdefault((one.kind, one.period), []).append(one)
    receipts = _receipts(user, county)
    found = [Versions(tuple(group)) for group in groups.values()]
    told = [Versions(one.rows, *receipts.get(one.report.pk, (0, 0))) for one in found]
    order = {one.code: place for place, one in enumerate(KINDS)}
    return sorted(
        told, key=lambda one: (one.period.end, -order.get(one.report.kind, 0)), reverse=True
    )


def _receipts(user: Any, county: str) -> Mapping[int, tuple[int, int]]:
    """Units asked and confirmed by report, as far as the person sees them. One query."""
    rows = ReportRecipient.objects.visible_to(user).filter(report__county_code=county)
    counted = rows.order_by().values("report").annotate(
        asked=Count("pk"), confirmed=Count("pk", filter=Q(confirmed_at__isnull=False))
    )  # fmt: skip
    return {one["report"]: (one["asked"], one["confirmed"]) for one in counted}
