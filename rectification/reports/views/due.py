"""Reports that are due: since when, and how they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from rectification.reports.figures.due import Wanted
from rectification.reports.kinds import KINDS
from rectification.reports.kinds.dating import due_day
from rectification.reports.kinds.naming import report_name
from rectification.reports.models import ReportRun
from rectification.reports.states import RunState
from rectification.reports.views.at_hand import KIND_NAMES
from rectification.reports.views.centre_parts import Versions
from villages.common.periods import parse_period


@dataclass(frozen=True)
class Due:
    """A report that the calendar wants: since when, how it stands, in words and tone."""

    wanted: Wanted
    versions: Versions | None = None
    run: ReportRun | None = None
    on: date = field(default=date.min)

    @property
    def name(self) -> str:
        """Kind and period in words."""
        return report_name(self.wanted.period.label, KIND_NAMES[self.wanted.kind])

    @property
    def choice(self) -> str:
        """The value that asks for it."""
        return f"{self.wanted.kind}:{self.wanted.period.code}"

    @property
    def failed(self) -> str:
        """Why it could not be made, for people; empty where nothing failed."""
        run = self.run
        return run.error if run is not None and run.state == RunState.FAILED else ""

    @property
    def is_late(self) -> bool:
        """Whether its day is over, or its making failed, and there is no report."""
        return self.versions is None and bool(self.failed or self.wanted.due_on < self.on)

    @property
    def words(self) -> str:
        """How it stands."""
        if self.versions is not None:
            return _STANDING[str(self.versions.report.status)]()
        if self.failed:
            return _("生成失败")
        if self.is_late:
            return _("到期没有生成")
        return _("到期自动生成,也可以现在生成")

    @property
    def tone(self) -> str:
        """How loudly that is shown."""
        if self.versions is not None:
            return self.versions.tone
        return "bad" if self.is_late else "plain"


_STANDING = {
    "draft": lambda: _("草稿待审核"), "reviewed": lambda: _("已审核,待签发"),
    "issued": lambda: _("已签发"), "superseded": lambda: _("已被替代"),
}  # fmt: skip


def due_now(
    county: str, on: date, known: Iterable[Versions], runs: Iterable[ReportRun]
) -> list[Due]:
    """Of each kind the last complete period and the running one, and older ones that the run
    ledger lacks, by the day on which they are due."""
    said = {(one.report.kind, one.report.period): one for one in known}
    ledger = {(one.kind, one.period): one for one in runs}
    wanted = {(one.kind, one.period.code): one for one in _calendar(county, on)}
    for key, run in ledger.items():
        if key not in wanted and run.state != RunState.MADE:
            wanted[key] = Wanted(run.kind, parse_period(run.period), run.due_on)
    found = [Due(one, said.get(key), ledger.get(key), on) for key, one in wanted.items()]
    return sorted(found, key=lambda one: (one.wanted.due_on, one.wanted.kind))


def _calendar(county: str, on: date) -> list[Wanted]:
    """The last complete period and the running one of each kind."""
    running = [(kind.code, kind.period.of(on)) for kind in KINDS]
    pairs = [(kind, one) for kind, now in running for one in (now.previous(), now)]
    return [Wanted(kind, one, due_day(kind, one, county)) for kind, one in pairs]
