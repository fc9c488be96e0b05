"""Major matters: steps of 四议两公开 that are missing, for how long, for how much money (W18)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import MajorMatter
from villages.affairs.models.matters import STEPS
from villages.affairs.parameters import MATTER_DAYS, MATTER_MONEY
from villages.common.figures import Figure
from villages.common.money import to_fen

_DELIBERATED = STEPS[:4]


@dataclass(frozen=True)
class MissingStep:
    """A step that should have been taken, and since when."""

    matter: str
    step: str
    since: date
    days: int
    amount_fen: int | None


@dataclass(frozen=True)
class VillageMatters:
    """One village: its matters, and the steps missing longer than the county allows."""

    total: int
    missing: tuple[MissingStep, ...]

    @property
    def days(self) -> int:
        """The longest time a step has been missing; 0 where none is."""
        return max((one.days for one in self.missing), default=0)

    @property
    def most_fen(self) -> int:
        """The largest stated amount among matters with a missing step; 0 where none is stated."""
        return max((one.amount_fen or 0 for one in self.missing), default=0)


@dataclass(frozen=True)
class MatterFigures:
    """Matters of a territory on a day. Villages without any matter on record are missing."""

    roll: Roll
    by_village: Mapping[str, VillageMatters]

    @property
    def limit_fen(self) -> int:
        """From this amount on a missing step weighs more."""
        return to_fen(self.roll.number(MATTER_MONEY), "万元")

    def figure(self, township: str = "") -> Figure:
        """Villages with a missing step, of those with matters on record."""
        hit = [code for code, one in self.by_village.items() if one.missing]
        return villages_with(
            self.roll, "affairs.steps_missing", _("四议两公开缺步骤的村"), hit, self.by_village,
            township, source=_("重大事项"),
            definition=_("有重大事项缺步骤且超过规定天数;没有登记事项的村不计入。"),
        )  # fmt: skip


def matters(roll: Roll, days: int | None = None) -> MatterFigures:
    """Matters that are not dropped, as they stood on the roll's day. One query.

    Steps missing for longer than `days` count; None takes the county's number.
    """
    limit = roll.number(MATTER_DAYS) if days is None else days
    found: dict[int, list[MajorMatter]] = defaultdict(list)
    for row in MajorMatter.objects.of(roll.scope, roll.county).order_by("pk"):
        found[row.village_id].append(row)
    by_village = {}
    for pk, rows in found.items():
        if pk in roll.codes:
            missing = [one for row in rows for one in missing_steps(row, roll.on)]
            by_village[roll.codes[pk]] = VillageMatters(
                len(rows), tuple(one for one in missing if one.days > limit)
            )
    return MatterFigures(roll, by_village)


def missing_steps(row: MajorMatter, on: date) -> Iterator[MissingStep]:
    """Steps not taken although something after them happened, or a disclosure that is due.

    A deliberation is missing from the day of the first later step or of the carrying out; the
    decision is to be disclosed from the day it was made, the result from the day it was done.
    Days after `on` have not happened yet.
    """
    if row.dropped_on is not None and row.dropped_on <= on:
        return
    days = {name: _past(getattr(row, name), on) for name in (*STEPS, "started_on", "finished_on")}
    for step, since in _due(days):
        if days[step] is None and since is not None:
            yield MissingStep(row.title, step, since, (on - since).days, row.amount_fen)


def _due(days: Mapping[str, date | None]) -> Iterator[tuple[str, date | None]]:
    for place, step in enumerate(_DELIBERATED):
        later = (*STEPS[place + 1 :], "started_on", "finished_on")
        yield step, _first(days[name] for name in later)
    carried = _first(days[name] for name in ("started_on", "finished_on", "result_disclosed_on"))
    yield "decision_disclosed_on", days["decided_on"] or carried
    yield "result_disclosed_on", days["finished_on"]


def _first(days: Iterator[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _past(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None
