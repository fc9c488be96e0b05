"""Handing out a template: made for one person, written into the trail."""

from typing import Any

from villages.common import clock
from villages.common.periods import Month
from villages.imports.actions.receiving import unit_of
from villages.imports.declaring import Context, SheetKind
from villages.imports.templating import template
from villages.models import County
from villages.trace.record import record


def blank_for(
    *, by: Any, kind: SheetKind, county: County, month: Month | None = None
) -> tuple[bytes, str]:
    """The workbook and its name; a kind that has months is for this one where none is named."""
    today = clock.today()
    period = (month or Month.of(today)) if kind.needs_month else None
    context = Context(by, county.code, today, period)
    content = template(kind, context, unit_of(by, county.code))
    record("import.template", county, by=by, after={"kind": kind.key}, name=kind.title)
    label = period.label if period else f"{today:%Y-%m-%d}"
    return content, f"{county.name}{kind.title}模板-{label}.xlsx"
