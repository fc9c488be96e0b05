"""Making a report in the background."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.reports.actions.making import Draft, compose, compose_for_city, keep, summary
from rectification.reports.actions.requesting import KIND
from rectification.reports.actions.running import note_made
from villages.accounts.actors import SCHEDULE
from villages.common import clock
from villages.common.periods import parse_period
from villages.common.scope import COUNTY
from villages.jobs.registry import JobKind
from villages.jobs.run import Run
from villages.models import County


def _compose(run: Run) -> Draft:
    """The slow part; it writes nothing, so that a killed worker leaves nothing behind."""
    run.stage(_("汇总数据"), 0, 10)
    draft = _drafted(run)
    run.stage(_("生成文档"), 8, 10)
    draft.draw()
    run.stage(_("保存"), 9, 10)
    return draft


def _drafted(run: Run) -> Draft:
    asked = {
        "by": _asker(run), "kind": str(run.args["kind"]), "period": parse_period(run.job.period),
    }  # fmt: skip
    code = run.job.county_code
    if len(code) < COUNTY:
        return compose_for_city(**asked, city=code)
    return compose(
        **asked, county=County.objects.get(code=code),
        told=lambda done, all_: run.stage(_("汇总数据"), 8 * done, 10 * all_),
    )  # fmt: skip


def _keep(run: Run, draft: Draft) -> dict[str, Any]:
    report = keep(by=_asker(run), draft=draft)
    note_made(report, clock.now())
    told = summary(report)
    kept = {key: told[key] for key in ("id", "kind", "period", "version", "sha256", "files")}
    return {**kept, "url": reverse("reports:report", args=[report.uid])}


def _asker(run: Run) -> Any:
    return run.job.requested_by or SCHEDULE


MAKE = JobKind(KIND, gettext_lazy("生成报告"), _compose, _keep)
JOBS = (MAKE,)
