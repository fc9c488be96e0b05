"""Dispositions in numbers."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from cadres.choices import Post
from cadres.models import Disposition, PostTenure
from cadres.wording.dispositions import UnfitCategory
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class DispositionFigures:
    """Dispositions decided from `since` to a day, by kind and by category, each once.

    Revoked and undecided ones are not counted. `open` have been decided and have not ended,
    `unfiled` are decided longer ago than the county's days and one of the two filings is missing
    (both lists by uid).
    """

    decided: int
    people: int
    by_kind: tuple[tuple[str, int], ...]
    by_category: tuple[tuple[str, int], ...]
    open: tuple[str, ...]
    unfiled: tuple[str, ...]


@dataclass(frozen=True)
class Sanctioned:
    """People of one village who were sanctioned lately, and whether the secretary is among them."""

    people: int
    secretary: bool


def dispositions(scope: Scope, county: str, since: date, on: date) -> DispositionFigures:
    """Dispositions of the territory. One query. Source: the ledger by day of decision."""
    rows = list(_decided(scope, county, on).select_related("kind", "situation"))
    recent = [one for one in rows if one.decided_on >= since]
    days = parameters.value("cadres.disposition_filing_days", on=on, county=county)
    late = on - timedelta(days=days)
    return DispositionFigures(
        decided=len(recent),
        people=len({one.person_id for one in recent}),
        by_kind=_counted((one.kind.position, one.kind.name) for one in recent),
        by_category=_by_category(recent),
        open=tuple(one.uid for one in rows if one.ended_on is None or one.ended_on > on),
        unfiled=tuple(one.uid for one in rows if one.decided_on < late and not _is_filed(one, on)),
    )


def sanctioned(scope: Scope, county: str, on: date) -> dict[int, Sanctioned]:
    """Villages with a cadre sanctioned in the county's last months, by primary key. Two queries.

    The secretary counts who held the post on the day of the decision or holds it on the day.
    """
    months = parameters.value("cadres.sanction_months", on=on, county=county)
    rows = _decided(scope, county, on).filter(decided_on__gt=add_months(on, -months))
    by_village: dict[int, dict[int, date]] = defaultdict(dict)
    for village, person, day in rows.values_list("village_id", "person_id", "decided_on"):
        by_village[village][person] = day
    terms = _secretary_terms(scope, county, set(by_village))
    return {
        village: Sanctioned(
            len(people), any(_led(terms[village, who], day, on) for who, day in people.items())
        )
        for village, people in by_village.items()
    }


def secretaries_on_file(scope: Scope, county: str, on: date) -> set[int]:
    """Villages whose secretary is the subject of a procedure that is not decided yet, by primary
    key. One query."""
    rows = Disposition.objects.in_scope(scope).in_county(county).filter(found_on__lte=on)
    open_ones = rows.filter(Q(decided_on=None) | Q(decided_on__gt=on)).filter(
        Q(ended_on=None) | Q(ended_on__gt=on)
    )
    posts = PostTenure.objects.on(on).filter(post=Post.SECRETARY)
    leads = posts.filter(village=OuterRef("village"), person=OuterRef("person"))
    return set(open_ones.filter(Exists(leads)).values_list("village_id", flat=True))


def disposition_figures(found: DispositionFigures) -> tuple[Figure, ...]:
    """The same for people, with their definitions."""
    source = _("不胜任处置台账")
    rows: tuple[tuple[str, Any, int, Any, Any], ...] = (
        ("dispositions.decided", _("处置"), found.decided, _("人次"),
         _("期内作出决定、没有撤销的处置。")),
        ("dispositions.people", _("受处置的人"), found.people, _("人"),
         _("期内受处置的人,一人多次算一人。")),
        ("dispositions.open", _("影响期内"), len(found.open), _("人次"),
         _("当天还没有结束的处置。")),
        ("dispositions.unfiled", _("逾期未备案"), len(found.unfiled), _("人次"),
         _("决定后超过县定天数,组织部或民政局一方还没有备案的处置。")),
    )  # fmt: skip
    return tuple(
        Figure(code, label, value, unit, source=source, definition=definition)
        for code, label, value, unit, definition in rows
    )


def _decided(scope: Scope, county: str, on: date) -> Any:
    return Disposition.objects.in_scope(scope).in_county(county).decided(on)


def _is_filed(one: Disposition, on: date) -> bool:
    days = (one.filed_organization_on, one.filed_civil_on)
    return all(day is not None and day <= on for day in days)


def _counted(names: Any) -> tuple[tuple[str, int], ...]:
    return tuple((name, count) for (_place, name), count in sorted(Counter(names).items()))


def _by_category(rows: list[Disposition]) -> tuple[tuple[str, int], ...]:
    """All three classes in their order; a class without a disposition is a true zero."""
    counts = Counter(one.situation.category for one in rows)
    return tuple((str(one.label), counts[one.value]) for one in UnfitCategory)


_Terms = dict[tuple[int, int], list[tuple[date | None, date | None]]]


def _secretary_terms(scope: Scope, county: str, villages: set[int]) -> _Terms:
    rows = PostTenure.objects.in_scope(scope).in_county(county)
    rows = rows.filter(post=Post.SECRETARY, village_id__in=villages)
    found: _Terms = defaultdict(list)
    read = ("village_id", "person_id", "started_on", "ended_on")
    for village, person, started_on, ended_on in rows.values_list(*read):
        found[village, person].append((started_on, ended_on))
    return found


def _led(terms: list[tuple[date | None, date | None]], *days: date) -> bool:
    """Whether somebody was secretary on one of the days, the last day of a term included."""
    return any(
        (start is None or start <= day) and (end is None or day <= end)
        for start, end in terms
        for day in days
    )
