"""Days of first secretaries and teams in the village."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from cadres.models import Posting, ResidentDuty
from cadres.rules.resident import (
    AbsenceLadder,
    DutyLight,
    DutyLines,
    DutyMonth,
    consequence,
    light,
    month_runs,
)
from cadres.wording.resident import Consequence, PostingRole
from villages import parameters
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope

# So many months, this one included, show how long somebody has been away.
_BACK = 3


@dataclass(frozen=True)
class Resident:
    """One posting in one month.

    `days` are those that count, None where the month was not told; `days_year` are those of the
    year up to the month, over the months that were told. `consequence` follows from the absences
    of the year and is only shown. `absences` are those of the month. `days_back` are the days of
    this month and the ones before, newest first, as far as the posting held the whole of each;
    empty where it did not hold the whole of this one.
    """

    posting: str
    village: int
    village_code: str
    village_name: str
    name: str
    role: str
    days: int | None
    light: DutyLight
    days_year: int
    months_missing: tuple[int, ...]
    absences_year: int
    consequence: Consequence
    is_first_secretary: bool
    absences: int | None
    days_back: tuple[int | None, ...]

    @property
    def missing_words(self) -> str:
        """The months that nobody told, as `1-8月、10月`; empty for none."""
        return "、".join(_("%s月") % run for run in month_runs(self.months_missing))


def residents(scope: Scope, county: str, month: Month) -> tuple[Resident, ...]:
    """Everybody posted for a part of the month, by village. Two queries.

    Source: postings in force, month records of the year and of the month before. A month without
    a record is in `months_missing` and counts no day.
    """
    lines, ladder = _lines(county, month.end), _ladder(county, month.end)
    months = _records(scope, county, month)
    return tuple(
        _resident(one, months[one.pk], month, lines, ladder)
        for one in _posted(scope, county, month)
    )


def resident_figures(found: Iterable[Resident]) -> tuple[Figure, ...]:
    """How the month went: told, short, far too short; whoever was not told is a gap."""
    people = list(found)
    told = [one for one in people if one.days is not None]
    gaps = tuple(sorted({one.village_code for one in people if one.days is None}))
    lights = [one.light for one in told]
    source = _("驻村月记录")
    short = lights.count(DutyLight.RED) + lights.count(DutyLight.YELLOW)
    rows: tuple[tuple[str, Any, int, Any], ...] = (
        ("residents.people", _("驻村人员"), len(people), _("当月在任的第一书记和工作队员。")),
        ("residents.short", _("驻村天数不足"), short,
         _("天数、抽查或连续两个月达不到县定要求的人。")),
        ("residents.red", _("重点提示"), lights.count(DutyLight.RED),
         _("天数过少、抽查无故不在岗,或连续两个月不足的人。")),
    )  # fmt: skip
    counts = (
        Figure(code, label, value, _("人"), missing=gaps, source=source, definition=definition)
        for code, label, value, definition in rows
    )
    told_share = Figure.of_share(
        "residents.told_share", _("月记录登记率"), len(told), len(people), missing=gaps,
        source=source, definition=_("当月已有月记录的人占当月在任的人。"),
    )  # fmt: skip
    return (*counts, told_share)


def _posted(scope: Scope, county: str, month: Month) -> Any:
    rows = Posting.objects.in_scope(scope).in_county(county).filter(started_on__lte=month.end)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=month.start))
    return rows.select_related("village").order_by("village__code", "role", "pk")


def _records(scope: Scope, county: str, month: Month) -> dict[int, dict[int, DutyMonth]]:
    """By posting and month: the year to date, and the months before, be they in the old year."""
    first = min(Month(month.year, 1), month.shift(1 - _BACK))
    rows = ResidentDuty.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__range=(first.number, month.number))
    read = ("posting_id", "month", "days_actual", "business_days_out", "spot_check_absent")
    found: dict[int, dict[int, DutyMonth]] = defaultdict(dict)
    for posting, number, *told in rows.values_list(*read):
        found[posting][number] = DutyMonth(*told)
    return found


def _resident(
    one: Posting, told: dict[int, DutyMonth], month: Month, lines: DutyLines,
    ladder: AbsenceLadder,
) -> Resident:  # fmt: skip
    this, before = told.get(month.number), told.get(month.previous().number)
    year = {number: each for number, each in told.items() if number // 100 == month.year}
    absences = [each.spot_check_absent for each in year.values()]
    return Resident(
        posting=one.uid,
        village=one.village_id,
        village_code=one.village.code,
        village_name=one.village.name,
        name=one.name,
        role=str(PostingRole(one.role).label),
        days=None if this is None else this.counted(lines),
        light=light(this, before, lines),
        days_year=sum(each.counted(lines) for each in year.values()),
        months_missing=tuple(sorted(_due(one, month) - set(year))),
        absences_year=sum(absences),
        consequence=Consequence(consequence(absences, ladder)),
        is_first_secretary=one.role == PostingRole.FIRST_SECRETARY,
        absences=None if this is None else this.spot_check_absent,
        days_back=tuple(_days_back(one, told, month, lines)),
    )


def _days_back(
    one: Posting, told: dict[int, DutyMonth], month: Month, lines: DutyLines
) -> Iterator[int | None]:
    """A month of which the posting held a part cannot be compared with a whole one."""
    for back in range(_BACK):
        each = month.shift(-back)
        if one.started_on > each.start or (one.ended_on and one.ended_on <= each.end):
            return
        record = told.get(each.number)
        yield None if record is None else record.counted(lines)


def _due(one: Posting, month: Month) -> set[int]:
    """The months of the year, up to this one, of which the posting held a part."""
    months = Month(month.year, 1).until(month)
    return {each.number for each in months if _held_in(one.started_on, one.ended_on, each)}


def _held_in(start: date, end: date | None, month: Month) -> bool:
    return start <= month.end and (end is None or end > month.start)


def _lines(county: str, on: date) -> DutyLines:
    warn, red, business = (
        parameters.value(f"cadres.resident_{key}", on=on, county=county)
        for key in ("warn_days", "red_days", "count_business")
    )
    return DutyLines(warn, red, bool(business))


def _ladder(county: str, on: date) -> AbsenceLadder:
    return AbsenceLadder(
        *(
            parameters.value(f"cadres.absence_{key}", on=on, county=county)
            for key in ("no_excellent", "basic", "incompetent")
        )
    )
