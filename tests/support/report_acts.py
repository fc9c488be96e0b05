"""Reports are asked for by the calendar and by people while processes die."""

import threading
from datetime import date, timedelta
from typing import Any

from django.db import connection

from rectification.reports.actions.requesting import ask
from rectification.reports.actions.running import tick_county
from rectification.reports.models import Report, ReportRun
from rectification.reports.states import STANDING
from tests.factories import small_county
from villages.accounts.actors import COMMAND_LINE, SCHEDULE
from villages.common.periods import Month
from villages.imports.actions.months import close_month, open_month
from villages.jobs.tasks import run_job
from villages.models import County

COUNTY = "999901"


def _county(last: Month) -> County:
    """A small county whose months up to this one are closed."""
    county = small_county(COUNTY, "青原县")
    for month in Month(2026, 1).until(last):
        open_month(by=COMMAND_LINE, county=COUNTY, month=month)
        close_month(by=COMMAND_LINE, county=COUNTY, month=month)
    return county


def reporting(count: str) -> dict[str, Any]:
    """So many months are wanted, one job each."""
    months = Month(2026, 1).until(Month(2026, 10))[: int(count)]
    _county(months[-1])
    jobs = [ask(COMMAND_LINE, COUNTY, "monthly", month, "asked-1") for month in months]
    return {"periods": [one.period for one in jobs]}


def redelivering(times: str) -> dict[str, Any]:
    """One report, its message many times over."""
    _county(Month(2026, 9))
    job = ask(COMMAND_LINE, COUNTY, "monthly", Month(2026, 9), "asked-1")
    for _turn in range(int(times)):
        run_job.apply_async((job.uid,))
    return {"uid": job.uid}


def ticking(first: str, hours: str, beats: str) -> dict[str, Any]:
    """So many beats tick at the same moment, hour after hour from a day on."""
    _county(Month(2026, 9))
    for hour in range(int(hours)):
        _at_once(int(beats), date.fromisoformat(first) + timedelta(hours=hour))
    runs = ReportRun.objects.order_by("kind", "period").values_list("kind", "period")
    return {"runs": [list(one) for one in runs]}


def awaking(day: str) -> dict[str, Any]:
    """The machine was off and comes back on this day: one tick."""
    jobs = tick_county(COUNTY, on=date.fromisoformat(day), by=SCHEDULE)
    return {"asked": sorted([job.args["kind"], job.period] for job in jobs)}


def standing() -> dict[str, Any]:
    """Reports that stand: kind, period, how many files each has, of how many versions in all."""
    rows = Report.objects.filter(status__in=STANDING).order_by("kind", "period")
    return {
        "reports": [[one.kind, one.period, one.files.count()] for one in rows],
        "versions": Report.objects.count(),
    }


def _at_once(beats: int, day: date) -> None:
    barrier = threading.Barrier(beats)

    def beat() -> None:
        connection.ensure_connection()
        barrier.wait()
        tick_county(COUNTY, on=day, by=SCHEDULE)
        connection.close()

    threads = [threading.Thread(target=beat) for _turn in range(beats)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
