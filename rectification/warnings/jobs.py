"""Judging a county in the background."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.actions.clock_papers import KIND as DAILY_KIND
from rectification.warnings.actions.clock_papers import draft_due
from rectification.warnings.actions.evaluating import refuse_evaluation, write
from rectification.warnings.actions.questions import ask_while_open
from rectification.warnings.actions.requesting import KIND
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
    done = write(by=_asker(run), judged=judged).to_json()
    ask_while_open(by=SCHEDULE, county=judged.county, month=judged.month)
    return done


def _asker(run: Run) -> Any:
    return run.job.requested_by or SCHEDULE


def _day(run: Run) -> date:
    return date.fromisoformat(str(run.args["on"]))


def _draft(run: Run, on: date) -> dict[str, Any]:
    # Whoever asked for the job: what it drafts is the system's, for people to look at and send.
    return {"drafted": draft_due(run.job.county_code, on, by=SCHEDULE)}


EVALUATE = JobKind(KIND, gettext_lazy("三色预警评估"), _judge, _write)
DAILY = JobKind(DAILY_KIND, gettext_lazy("三色预警待发文书"), _day, _draft)
JOBS = (EVALUATE, DAILY)
