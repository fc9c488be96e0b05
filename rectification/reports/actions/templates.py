"""A county's own print templates: taken after checks, taken out of use, tried on a report."""

from typing import Any

from django.db import transaction

from rectification.reports.actions.drafts import refuse_foreign
from rectification.reports.actions.making import compose
from rectification.reports.actions.storing import template_row
from rectification.reports.kinds import Kind, kind_of
from rectification.reports.models import Report, TemplateEdition
from rectification.reports.paper_parameters import TEMPLATE_MB
from rectification.reports.render.checking import check_template
from rectification.reports.render.docx import docx_bytes
from rectification.reports.snapshot import Snapshot, snapshot_of
from villages import parameters
from villages.common import clock
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.models import County
from villages.trace.record import record


@transaction.atomic
def keep_template(
    *, by: Any, county: County, kind: str, content: bytes, note: str = ""
) -> TemplateEdition:
    """A template from now on: checked, then the edition in force of this kind. Reports that
    exist keep theirs. Raises what `checking.check_template` raises, `report_kind`,
    `report_scope`, `template_same` where this very template is in force."""
    which = _which(by, county, kind)
    _check(by, county, which, content)
    hold(f"template:{county.code}:{kind}", exclusive=True)
    row, last = template_row(f"{which.code}.docx", content), edition_in_force(county.code, kind)
    if last is not None and last.template_id == row.pk:
        raise DomainError("template_same", "现在用的就是这个模板。", "没有改动,不需要再次上传。")
    edition = TemplateEdition.objects.create(
        county_code=county.code, kind=kind, template=row, note=note,
        made_by_id=getattr(by, "pk", None),
    )  # fmt: skip
    after = {"kind": str(which.label), "sha256": row.sha256[:12]}
    record("report-template.kept", edition, by=by, after=after, reason=note)
    return edition


@transaction.atomic
def withdraw_template(*, by: Any, edition: TemplateEdition, reason: str) -> TemplateEdition:
    """Takes an edition out of use: the one before counts again, or the shipped one. Raises
    `report_scope`, `template_withdrawn` where it is out of use already."""
    refuse_foreign(by, edition.county_code)
    rows = TemplateEdition.objects.filter(pk=edition.pk, withdrawn=False)
    if not rows.update(withdrawn=True):
        raise DomainError("template_withdrawn", "这个模板已经停用。", "请刷新页面。")
    edition.withdrawn = True
    after = {"kind": str(kind_of(edition.kind).label)}
    record("report-template.withdrawn", edition, by=by, after=after, reason=reason)
    return edition


def preview(*, by: Any, county: County, kind: str, content: bytes) -> tuple[str, bytes]:
    """The last report of this kind on an uploaded template: name and bytes; keeps nothing.
    Raises what `keep_template` raises for a template."""
    which = _which(by, county, kind)
    sample = _check(by, county, which, content)
    return f"{sample.content.title}（模板预览）.docx", docx_bytes(sample, content)


def edition_in_force(county: str, kind: str) -> TemplateEdition | None:
    """The edition that the next report of this kind is printed with; None for the shipped one.
    One query."""
    rows = TemplateEdition.objects.in_county(county).filter(kind=kind, withdrawn=False)
    found: TemplateEdition | None = rows.order_by("-id").first()
    return found


def _which(by: Any, county: County, kind: str) -> Kind:
    which = kind_of(kind)
    refuse_foreign(by, county.code)
    return which


def _check(by: Any, county: County, which: Kind, content: bytes) -> Snapshot:
    """Checks a template on the last report; gives what it was tried on."""
    sample = sample_of(by, county, which)
    most = parameters.value(TEMPLATE_MB.key, on=clock.today(), county=county.code)
    check_template(content, int(most) * 2**20, sample)
    return sample


def sample_of(by: Any, county: County, which: Kind) -> Snapshot:
    """The last report of a kind as it is printed; where there is none, what the period before
    the current one would say."""
    rows = Report.objects.visible_to(by).filter(county_code=county.code, kind=which.code)
    report = rows.order_by("-period", "-version").first()
    if report is not None:
        return snapshot_of(report)
    period = which.period.of(clock.today()).previous()
    draft = compose(by=by, kind=which.code, period=period, county=county)
    return Snapshot(draft.content, draft.code)
