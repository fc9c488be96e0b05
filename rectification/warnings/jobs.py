"""Judging a county in the background."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.actions.evaluating import refuse_evaluation, write
from rectification.warnings.judging import CountyJudged, judge_county
from villages.accounts.actors import SCHEDULE
from villages.common.periods import parse_month
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def _judge(run: Run) -> CountyJudged:
    month = parse_month(run.job.period)
    refuse_evaluation(_asker(run), run.job.county_code, month)
    run.stage(_("按规则评估各村"))
    return judge_county(run.job.county_code, month)


def _write(run: Run, judged: CountyJudged) -> dict[str, Any]:
    return write(by=_asker(run), judged=judged).to_json()


def _asker(run: Run) -> Any:
    return run.job.requested_by or SCHEDULE


EVALUATE = JobKind("warnings.evaluate", gettext_lazy("三色预警评估"), _judge, _write)
JOBS = (EVALUATE,)
