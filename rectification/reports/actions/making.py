"""Making a report: composed and drawn without writing, then kept as a version."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction

from rectification.reports.actions.drafts import carried_over
from rectification.reports.actions.messages import tell_of_made
from rectification.reports.actions.requesting import refuse_request
from rectification.reports.actions.storing import keep_parts, template_row
from rectification.reports.asked import asked_of
from rectification.reports.content import ReportContent
from rectification.reports.editing import amended
from rectification.reports.kinds import Kind, kind_of
from rectification.reports.kinds.city import compose_city
from rectification.reports.kinds.composing import Progress
from rectification.reports.kinds.composing import compose as composed
from rectification.reports.models import Report
from rectification.reports.render import RenderedFile, render
from rectification.reports.render.template import template_bytes
from rectification.reports.snapshot import RENDERER, Snapshot, digest
from rectification.reports.states import STANDING, UNISSUED, ReportStatus
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.figures import short_code
from villages.common.periods import Period
from villages.db.locks import hold
from villages.models import County
from villages.trace.record import record


@dataclass(frozen=True)
class Draft:
    """A report in memory: what it says, the template it is drawn with, the version before it,
    the words amended there that still fit, and the code that will be printed."""

    kind: Kind
    period: Period
    content: ReportContent
    template: bytes
    last: Report | None
    code: str

    @cached_property
    def template_digest(self) -> str:
        """The name of the template's bytes."""
        return hashlib.sha256(self.template).hexdigest()

    @cached_property
    def content_sha256(self) -> str:
        """The name of what the rows said: content, template, renderer."""
        return digest(self.content.to_json(), self.template_digest, RENDERER)

    @cached_property
    def edits(self) -> dict[str, str | None]:
        """Amended words of the version before whose sentence is still there."""
        return carried_over(self.last, self.content)

    @property
    def is_known(self) -> bool:
        """Whether the last version says the same."""
        last = self.last
        return bool(last and last.status in STANDING and last.content_sha256 == self.content_sha256)

    @property
    def version(self) -> int:
        """The version that it will be."""
        return self.last.version + 1 if self.last else 1

    @cached_property
    def files(self) -> tuple[RenderedFile, ...]:
        """The documents."""
        said = amended(self.content, self.edits)
        return render(Snapshot(said, self.code, self.version), self.template)

    def draw(self) -> None:
        """Draws the documents now rather than when they are first asked for."""
        assert self.is_known or self.files  # noqa: S101


def compose(
    *, by: Any, kind: str, period: Period, county: County, told: Progress | None = None
) -> Draft:
    """Composes a report; writes nothing. `told(done, all)` hears how many topics were read.

    Raises `report_kind`, `report_period`, `report_ahead`, `report_scope`.
    """
    refuse_request(by=by, kind=kind, period=period, county=county.code)
    which = kind_of(kind)
    asked = asked_of(county, kind, period, clock.today())
    return _drafted(which, period, composed(kind, which.plan, asked, told or _unheard))


def compose_for_city(*, by: Any, kind: str, period: Period, city: str) -> Draft:
    """The report of a city (four digits) from its counties' reports. Raises as `compose`, and
    `report_city` where no county has one."""
    refuse_request(by=by, kind=kind, period=period, county=city)
    content = compose_city(kind, city, period, clock.today())
    return _drafted(kind_of(kind), period, content)


def _drafted(which: Kind, period: Period, content: ReportContent) -> Draft:
    template = template_bytes(content.county_code, which)
    versions = Report.objects.about(content.county_code, which.code, period)
    last = versions.defer("content").first()
    return Draft(which, period, content, template, last, _code(content))


def _unheard(_done: int, _all: int) -> None:
    """Nobody listens."""


def _code(content: ReportContent) -> str:
    """A code that no report bears yet: the same rows give the same one on every machine."""
    stem = digest(content.to_json())
    options = [short_code(stem, attempt) for attempt in range(1, 9)]
    used = set(Report.objects.filter(code__in=options).values_list("code", flat=True))
    return next(one for one in options if one not in used)


def make_report(*, by: Any, kind: str, period: Period, county: County) -> Report:
    """The report on what the rows say now: a new version, or the last one where nothing
    changed."""
    return keep(by=by, draft=compose(by=by, kind=kind, period=period, county=county))


def make_city_report(*, by: Any, kind: str, period: Period, city: str) -> Report:
    """The same for a city."""
    return keep(by=by, draft=compose_for_city(by=by, kind=kind, period=period, city=city))


@transaction.atomic
def keep(*, by: Any, draft: Draft) -> Report:
    """Stores a draft as the next version; the last version is returned where it is the same. A
    version that was not issued gives way; an issued one stays until the next one is issued.

    Raises `report_moved` where somebody made another version meanwhile.
    """
    content = draft.content
    place = content.county_code, content.kind, content.period
    hold(f"report:{':'.join(place)}", exclusive=True)
    # Only what the versions are: what they say is large, and not asked for.
    versions = list(Report.objects.about(*place[:2], draft.period).defer("content", "edits"))
    last: Report | None = versions[0] if versions else None
    if last is not None and last.status in STANDING and last.content_sha256 == draft.content_sha256:
        return last
    if (last and last.pk) != (draft.last and draft.last.pk):
        raise DomainError("report_moved", "别人刚刚生成了这份报告的另一个版本。", "请再生成一次。")
    report = _stored(by, draft, _give_way(versions))
    keep_parts(report, draft.files)
    tell_of_made(report, clock.instant())
    after = {"version": report.version, "sha256": report.sha256}
    record("report.made", report, by=by, after=after, count=len(content.figures))
    return report


def _give_way(versions: Iterable[Report]) -> Report | None:
    """Unissued versions are superseded; the issued one, if any, is what the next one corrects."""
    unissued = [one.pk for one in versions if one.status in UNISSUED]
    if unissued:
        Report.objects.filter(pk__in=unissued).update(status=ReportStatus.SUPERSEDED)
    return next((one for one in versions if one.status == ReportStatus.ISSUED), None)


def _stored(by: Any, draft: Draft, corrects: Report | None) -> Report:
    content, edits = draft.content, draft.edits
    template = template_row(draft.kind.template, draft.template)
    whole = content.to_json()
    return Report.objects.create(
        county_code=content.county_code, kind=content.kind, period=content.period,
        version=draft.version, code=draft.code, title=content.title, is_open=content.is_open,
        content=whole, edits=edits, template=template, renderer=RENDERER, corrects=corrects,
        content_sha256=draft.content_sha256, made_by_id=getattr(by, "pk", None),
        sha256=digest(whole, edits, {}, draft.template_digest, RENDERER, draft.version),
    )  # fmt: skip


def summary(report: Report) -> dict[str, Any]:
    """The shape that scripts rely on."""
    content = report.composed
    return {
        "id": report.uid,
        "kind": report.kind,
        "period": report.period,
        "version": report.version,
        "status": report.status,
        "sha256": report.sha256,
        "files": list(report.files.values("name", "sha256")),
        "figures": [
            {"code": one.code, "label": one.label, "value": one.value, "unit": one.unit}
            for one in content.figures
        ],
        "missing": content.missing,
    }
