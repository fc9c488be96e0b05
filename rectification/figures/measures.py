"""Measure memory (整治措施库): which measures held, against which kinds of problem.

A closed case counts once the time of holding is over, or at once when it relapsed before: younger
ones are not yet known and in no number. A kind of measure is the line of work against a kind of
problem; its share of success is the part of cases with such a measure that held.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rectification.choices import WorkLine
from rectification.models import RectificationCase, TaskItem
from rectification.states import OFF_THE_LIST, CaseStatus
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.scope import Scope
from villages.common.shares import percent

_CLOSED = (*OFF_THE_LIST, CaseStatus.RELAPSED)
_READ = ("case_id", "problem__kind__uid", "problem__kind__name", "line", "measure")


@dataclass(frozen=True)
class Cited:
    """A case that a suggestion rests on."""

    uid: str
    number: str
    village: str
    is_model: bool


@dataclass(frozen=True)
class Measure:
    """One measure in its own words: the cases that held with it, and how many used it."""

    text: str
    held: tuple[Cited, ...]
    base: int


@dataclass(frozen=True)
class KindOfMeasure:
    """A line of work against a kind of problem, with its success and its measures."""

    kind: str
    kind_name: str
    line: str
    held: int
    base: int
    measures: tuple[Measure, ...]

    @property
    def line_label(self) -> str:
        """The line of work in words."""
        return str(WorkLine(self.line).label)

    @property
    def share(self) -> Decimal | None:
        """Held of all, in per cent."""
        return percent(self.held, self.base)


@dataclass(frozen=True)
class Memory:
    """What is remembered; `young` closed cases are not old enough to tell, `months` is how old."""

    kinds: tuple[KindOfMeasure, ...]
    judged: int
    held: int
    young: int
    months: int


@dataclass
class _Group:
    name: str = ""
    cases: set[int] = field(default_factory=set)
    texts: dict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))


def memory(scope: Scope | None, county: str, on: date, kind: str = "") -> Memory:
    """As of a day, of all kinds of problem or of one. Two queries."""
    months = int(parameters.value("rectification.follow_up_months", on=on, county=county))
    cases, young = _judged(scope, county, on, months)
    groups = _groups(cases, kind)
    found = [_kind(key, one, cases) for key, one in groups.items()]
    found.sort(key=lambda one: (one.kind_name, -(one.share or 0), -one.base, one.line))
    held = sum(holds for _cited, holds in cases.values())
    return Memory(tuple(found), len(cases), held, young, months)


def _judged(
    scope: Scope | None, county: str, on: date, months: int
) -> tuple[dict[int, tuple[Cited, bool]], int]:
    """Closed cases old enough to tell, with whether each held; and how many are too young."""
    rows = RectificationCase.objects.in_scope(scope).in_county(county).filter(
        status__in=_CLOSED, closed_on__lte=on
    )  # fmt: skip
    found, young = {}, 0
    for one in rows.select_related("village__township").order_by("number", "round"):
        until = add_months(one.closed_on, months)
        fell = one.relapsed_on is not None and one.relapsed_on < until and one.relapsed_on <= on
        if fell or until <= on:
            where = str(one.village.full_name)
            found[one.pk] = (Cited(one.uid, one.number_shown, where, one.is_model), not fell)
        else:
            young += 1
    return found, young


def _groups(cases: Iterable[int], kind: str) -> Mapping[tuple[str, str], _Group]:
    rows = TaskItem.objects.filter(case__in=list(cases), problem__isnull=False)
    rows = rows.filter(problem__kind__uid=kind) if kind else rows
    found: dict[tuple[str, str], _Group] = defaultdict(_Group)
    for case, key, name, line, measure in rows.order_by("case", "seq").values_list(*_READ):
        group = found[key, line]
        group.name = name
        group.cases.add(case)
        group.texts[" ".join(measure.split())][case] = None
    return found


def _kind(
    key: tuple[str, str], group: _Group, cases: Mapping[int, tuple[Cited, bool]]
) -> KindOfMeasure:
    measures = [_measure(text, used, cases) for text, used in group.texts.items()]
    shown = [one for one in measures if one.held]
    shown.sort(key=lambda one: (-len(one.held), one.base, one.text))
    held = sum(cases[pk][1] for pk in group.cases)
    return KindOfMeasure(key[0], group.name, key[1], held, len(group.cases), tuple(shown))


def _measure(text: str, used: Iterable[int], cases: Mapping[int, tuple[Cited, bool]]) -> Measure:
    told = [cases[pk] for pk in used]
    return Measure(text, tuple(cited for cited, held in told if held), len(told))
