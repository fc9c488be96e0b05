"""Making a report: composed and drawn without writing, then kept as a version."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction

from rectification.reports.content import ReportContent
from rectification.reports.kinds import Kind, kind_of
from rectification.reports.models import Report, ReportFigure, ReportFile, ReportTemplate
from rectification.reports.render import RENDERER, RenderedFile, render
from rectification.reports.render.template import template_bytes
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.figures import short_code
from villages.common.periods import Month, Period
from villages.db.locks import hold
from villages.models import County
from villages.trace.chain import canonical
from villages.trace.record import record


@dataclass(frozen=True)
class Draft:
    """A report in memory: what it says, the template it is drawn with."""

    kind: Kind
    period: Period
    content: ReportContent
    template: bytes

    @cached_property
    def template_digest(self) -> str:
        """The name of the template's bytes."""
        return hashlib.sha256(self.template).hexdigest()

    @cached_property
    def sha256(self) -> str:
        """The name of the snapshot: content, template, renderer."""
        whole = canonical([self.content.to_json(), self.template_digest, RENDERER])
        return hashlib.sha256(whole.encode()).hexdigest()

    @cached_property
    def files(self) -> tuple[RenderedFile, ...]:
        """The documents."""
        return render(self.content, self.template)

    def draw(self) -> None:
        """Draws the documents now rather than when they are first asked for."""
        assert self.files  # noqa: S101


def compose(*, by: Any, kind: str, period: Period, county: County) -> Draft:
    """Composes a report; writes nothing. Raises `report_kind`, `report_period`, `report_ahead`
    and what the kind refuses."""
    which = kind_of(kind)
    if not isinstance(period, which.period):
        raise DomainError(
            "report_period", f"{which.label}不能按“{period.label}”生成。", "请核对周期的写法。"
        )
    if period.first_month > Month.of(clock.today()):
        raise DomainError("report_ahead", f"{period.label}还没有开始。", "请换一个周期。")
    content = which.build(period, county, by)
    return Draft(which, period, content, template_bytes(which.template))


def make_report(*, by: Any, kind: str, period: Period, county: County) -> Report:
    """The report on what the rows say now: a new version, or the last one where nothing
    changed."""
    return keep(by=by, draft=compose(by=by, kind=kind, period=period, county=county))


@transaction.atomic
def keep(*, by: Any, draft: Draft) -> Report:
    """Stores a draft as the next version; the last version is returned where it is the same."""
    content = draft.content
    place = content.county_code, content.kind, content.period
    hold(f"report:{':'.join(place)}", exclusive=True)
    versions = Report.objects.about(content.county_code, content.kind, draft.period)
    last: Report | None = versions.first()
    if last is not None and last.sha256 == draft.sha256:
        return last
    report = Report.objects.create(
        county_code=content.county_code, kind=content.kind, period=content.period,
        version=last.version + 1 if last else 1, title=content.title, is_open=content.is_open,
        content=content.to_json(), template=_template(draft), renderer=RENDERER,
        sha256=draft.sha256, made_by_id=getattr(by, "pk", None),
    )  # fmt: skip
    _keep_parts(report, draft)
    after = {"version": report.version, "sha256": report.sha256}
    record("report.made", report, by=by, after=after, count=len(content.figures))
    return report


def _template(draft: Draft) -> ReportTemplate:
    row, _created = ReportTemplate.objects.get_or_create(
        sha256=draft.template_digest,
        defaults={"name": draft.kind.template, "content": draft.template},
    )
    return row


def _keep_parts(report: Report, draft: Draft) -> None:
    ReportFile.objects.bulk_create(
        ReportFile(report=report, name=one.name, sha256=one.sha256, content=one.content)
        for one in draft.files
    )
    codes = _short_codes(report, [one.code for one in draft.content.figures])
    stated = draft.content.to_json()["figures"]
    ReportFigure.objects.bulk_create(
        ReportFigure(
            report=report, place=place, code=one["code"], label=one["label"],
            value="" if one["value"] is None else str(one["value"]), unit=one["unit"],
            gap=one["gap"] or "", formula=one["formula"] or {}, short_code=codes[one["code"]],
        )
        for place, one in enumerate(stated)
    )  # fmt: skip


def _short_codes(report: Report, codes: list[str]) -> dict[str, str]:
    """A short code for each figure, none of them used before. One query."""
    named = f"{report.kind}:{report.version}", report.county_code, report.period
    wanted = {code: [short_code(*named, code, *([n] if n > 1 else [])) for n in (1, 2, 3)]
              for code in codes}  # fmt: skip
    every = [one for options in wanted.values() for one in options]
    used = set(
        ReportFigure.objects.filter(short_code__in=every).values_list("short_code", flat=True)
    )
    chosen: dict[str, str] = {}
    for code, options in wanted.items():
        chosen[code] = next(one for one in options if one not in used)
        used.add(chosen[code])
    return chosen


def summary(report: Report) -> dict[str, Any]:
    """The shape that scripts rely on."""
    content = report.said
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
