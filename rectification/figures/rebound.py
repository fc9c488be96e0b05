"""Rebound (反弹): closed villages that came back, by kind of problem and line of measure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Min, OuterRef, Subquery
from django.utils.translation import gettext as _

from rectification.choices import WorkLine
from rectification.models import ProblemItem, RectificationCase, TaskItem
from rectification.states import LISTED, OFF_THE_LIST, CaseStatus
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class Closed:
    """One closed case: when it was closed, and when it came back if it did in time."""

    uid: str
    village: str
    village_code: str
    township: str
    number: str
    listed_year: int
    closed_on: date
    back_on: date | None


@dataclass(frozen=True)
class Group:
    """Closed cases that have something in common, and those among them that came back."""

    key: str
    label: str
    rows: tuple[Closed, ...]

    @property
    def back(self) -> tuple[Closed, ...]:
        """Those that came back."""
        return tuple(one for one in self.rows if one.back_on)

    @property
    def figure(self) -> Figure:
        """The share with its base."""
        return Figure.of_share(
            f"cases.rebound.{self.key}", self.label, len(self.back), len(self.rows),
            source=_("整顿台账"),
            definition=_("销号后在县定月数内认定反弹或再次列入的,占已销号的;不知道销号日期的不计。"),
        )  # fmt: skip


@dataclass(frozen=True)
class Rebound:
    """The whole, then by kind of problem and by line of measure; a case counts once in each."""

    months: int
    whole: Group
    kinds: tuple[Group, ...]
    lines: tuple[Group, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them, in the order of the page."""
        return tuple(one.figure for one in (self.whole, *self.kinds, *self.lines))

    def group(self, key: str) -> Group | None:
        """One group by its key."""
        everything = (self.whole, *self.kinds, *self.lines)
        return next((one for one in everything if one.key == key), None)


def rebound(scope: Scope | None, county: str, on: date) -> Rebound:
    """Cases of a territory that were closed by a day. Three queries.

    Back is: found relapsed, or confirmed again as another case of the village, within the months
    that the county counts as a relapse.
    """
    months = parameters.value("rectification.relapse_months", on=on, county=county)
    cases = {row["pk"]: _closed(row, months, on) for row in _rows(scope, county, on)}
    # Those that came back are what people look for.
    cases = dict(sorted(cases.items(), key=lambda pair: pair[1].back_on is None))
    kinds = _groups(_kinds(cases), cases, "kind")
    lines = _groups(_lines(cases), cases, "line")
    return Rebound(months, Group("all", _("反弹率"), tuple(cases.values())), kinds, lines)


def _rows(scope: Scope | None, county: str, on: date) -> Iterable[dict[str, Any]]:
    rows = RectificationCase.objects.in_scope(scope).in_county(county)
    rows = rows.filter(status__in=[*OFF_THE_LIST, CaseStatus.RELAPSED], closed_on__lte=on)
    again = RectificationCase.objects.filter(
        village=OuterRef("village"), status__in=LISTED, confirmed_on__gte=OuterRef("closed_on")
    ).exclude(pk=OuterRef("pk"))
    first = again.order_by().values("village").annotate(day=Min("confirmed_on")).values("day")
    annotated = rows.annotate(
        listed_again=Subquery(first[:1]), township=F("village__township__name")
    )
    ordered = annotated.order_by("village__township__code", "village__code", "round")
    told: Iterable[dict[str, Any]] = ordered.values(
        "pk", "uid", "village__name", "village__code", "township", "number", "round",
        "listed_year", "closed_on", "relapsed_on", "listed_again",
    )  # fmt: skip
    return told


def _closed(row: dict[str, Any], months: int, on: date) -> Closed:
    last = min(on, add_months(row["closed_on"], months))
    days = [one for one in (row["relapsed_on"], row["listed_again"]) if one and one <= last]
    return Closed(
        uid=row["uid"], village=row["village__name"], village_code=row["village__code"],
        township=row["township"], listed_year=row["listed_year"], closed_on=row["closed_on"],
        number=row["number"] if row["round"] == 1 else f"{row['number']}-{row['round']}",
        back_on=min(days, default=None),
    )  # fmt: skip


def _kinds(cases: dict[int, Closed]) -> Iterable[tuple[str, str, int]]:
    rows = ProblemItem.objects.filter(case__in=list(cases)).order_by("kind__position", "kind_id")
    return rows.values_list("kind__uid", "kind__name", "case_id")


def _lines(cases: dict[int, Closed]) -> Iterable[tuple[str, str, int]]:
    rows = TaskItem.objects.filter(case__in=list(cases))
    labels, order = dict(WorkLine.choices), list(WorkLine.values)
    found = sorted(set(rows.values_list("line", "case_id")), key=lambda one: order.index(one[0]))
    return [(line, str(labels[line]), case) for line, case in found]


def _groups(
    told: Iterable[tuple[str, str, int]], cases: dict[int, Closed], prefix: str
) -> tuple[Group, ...]:
    members: defaultdict[tuple[str, str], dict[int, Closed]] = defaultdict(dict)
    for key, label, case in told:
        members[key, label][case] = cases[case]
    return tuple(
        Group(f"{prefix}.{key}", label, tuple(rows.values()))
        for (key, label), rows in members.items()
    )
