"""Making a report in the background."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.reports.actions.making import Draft, compose, keep, summary
from villages.accounts.actors import SCHEDULE
from villages.common.periods import parse_period
from villages.jobs.registry import JobKind
from villages.jobs.run import Run
from villages.models import County


def _compose(run: Run) -> Draft:
    """The slow part; it writes nothing, so that a killed worker leaves nothing behind."""
    run.stage(_("汇总数据"), 0, 2)
    draft = compose(
        by=_asker(run),
        kind=str(run.args["kind"]),
        period=parse_period(run.job.period),
        county=County.objects.get(code=run.job.county_code),
    )
    run.stage(_("生成文档"), 1, 2)
    draft.draw()
    return draft


def _keep(run: Run, draft: Draft) -> dict[str, Any]:
    report = keep(by=_asker(run), draft=draft)
    told = summary(report)
    return {key: told[key] for key in ("id", "kind", "period", "version", "sha256", "files")}


def _asker(run: Run) -> Any:
    return run.job.requested_by or SCHEDULE


MAKE = JobKind("reports.make", gettext_lazy("生成报告"), _compose, _keep)
JOBS = (MAKE,)
