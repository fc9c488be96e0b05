"""Reports of the demo county: issued ones with receipts; the latest month waits for its day."""

from dataclasses import dataclass
from datetime import date

from config.demo.ledgers.warning_people import People, people_found
from config.demo.today import on_day
from config.demo.world import World
from rectification.reports.actions.confirming import confirm
from rectification.reports.actions.issuing import issue
from rectification.reports.actions.making import make_report
from rectification.reports.actions.reviewing import review
from rectification.reports.kinds.dating import due_day
from rectification.reports.models import Report, ReportRun
from rectification.reports.states import RunState
from villages.accounts.actors import SCHEDULE
from villages.common.clock import now
from villages.common.periods import Month, Period, Quarter
from villages.models import County


@dataclass(frozen=True)
class Past:
    """A report of the past: made and issued on a day, and how many townships signed for it."""

    kind: str
    period: Period
    on: date
    signed: int


PASTS = (
    Past("monthly", Month(2026, 8), date(2026, 9, 7), 11),
    Past("monthly", Month(2026, 9), date(2026, 10, 14), 9),
    Past("quarterly", Quarter(2026, 3), date(2026, 10, 15), 10),
)


def build(world: World) -> None:
    """Each was drafted by the calendar, reviewed by the department, issued by the minister."""
    people = people_found(world)
    for past in PASTS:
        with on_day(past.on):
            _confirmed(_issued(world.county, people, past), people, past.signed)


def _issued(county: County, people: People, past: Past) -> Report:
    made = make_report(by=SCHEDULE, kind=past.kind, period=past.period, county=county)
    ReportRun.objects.create(
        county_code=county.code, kind=past.kind, period=past.period.code, report=made,
        due_on=due_day(past.kind, past.period, county.code), state=RunState.MADE, made_at=now(),
    )  # fmt: skip
    read = review(by=people.staff, report=made, revision=made.revision)
    return issue(by=people.minister, report=read, revision=read.revision)


def _confirmed(report: Report, people: People, signed: int) -> None:
    for code in sorted(people.clerks)[:signed]:
        confirm(by=people.clerks[code], report=report)
