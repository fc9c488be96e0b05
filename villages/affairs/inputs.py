"""What the monthly form asks about petitions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.affairs.derived import derived
from villages.affairs.models import PetitionCount
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import Faults, FilingInput, InputSource, Landing, Stated
from villages.filings.landing import Wanted, put, take_back
from villages.filings.recalling import monthly

_FIRST, _COLLECTIVE, _UNRESOLVED = (
    f"affairs.petitions_{name}" for name in ("first", "collective", "unresolved")
)
_FIELDS = {_FIRST: "first", _COLLECTIVE: "collective", _UNRESOLVED: "unresolved"}
_BASIS = gettext_lazy("《信访工作条例》")
_OWNER = gettext_lazy("县信访局")


def _input(key: str, label: Any, definition: Any) -> FilingInput:
    return FilingInput(
        key, label, Kind.INTEGER, definition, _OWNER, unit=gettext_lazy("件"), basis=_BASIS,
        most=500, seconds=8, used_by=(gettext_lazy("信访情况"),),
    )  # fmt: skip


INPUTS = (
    _input(
        _FIRST, gettext_lazy("初信初访"),
        gettext_lazy("本月第一次提出的信访件数。重复访、越级访和超期件没有另行登记的,按没有登记。"),
    ),
    _input(_COLLECTIVE, gettext_lazy("集体访"), gettext_lazy("本月五人以上共同提出的信访件数。")),
    _input(_UNRESOLVED, gettext_lazy("未办结"), gettext_lazy("月末尚未办结的信访件数,含往月的。")),
)  # fmt: skip


def read(villages: Sequence[int], month: Month) -> Stated:
    """The counts of the month. One query."""
    return series(villages, [month]).get(month.number, {})


def last(villages: Sequence[int], month: Month) -> Stated:
    """The counts of the month before. One query."""
    return read(villages, month.previous())


def series(villages: Sequence[int], months: Sequence[Month]) -> Mapping[int, Stated]:
    """The counts of these months. One query."""
    rows = PetitionCount.objects.filter(
        village__in=villages, month__in=[one.number for one in months]
    ).order_by()
    found: dict[int, dict[int, dict[str, int]]] = {}
    for village, number, *counts in rows.values_list("village_id", "month", *_FIELDS.values()):
        found.setdefault(number, {})[village] = dict(zip(_FIELDS, counts, strict=True))
    return found


def check(answers: Stated, month: Month) -> Faults:
    """Parts must fit into their whole. One query."""
    standing, found = _standing(list(answers), month), {}
    for village, given in answers.items():
        row = standing.get(village)
        first = given.get(_FIRST, row.first if row else 0)
        collective = given.get(_COLLECTIVE, row.collective if row else 0)
        if collective > first + (row.repeat if row else 0):
            found[village, _COLLECTIVE] = _("集体访不能多于初信初访与重信重访之和。")
        if row and row.beyond > first + row.repeat:
            found[village, _FIRST] = _("已登记越级访 %d 件,初信初访不能更少。") % row.beyond
        if row and row.overdue > given.get(_UNRESOLVED, row.unresolved):
            found[village, _UNRESOLVED] = _("已登记超期 %d 件,未办结不能更少。") % row.overdue
    return found


def land(landing: Landing) -> None:
    """One count for each village and month. At most four statements."""
    standing = _standing(list(landing.answers), landing.month)
    put(
        landing, PetitionCount,
        (
            Wanted(village, standing.get(village), _values(answers, landing, village in standing))
            for village, answers in landing.answers.items()
        ),
    )  # fmt: skip


def _values(answers: Mapping[str, Any], landing: Landing, stands: bool) -> dict[str, Any]:
    """The filed counts; in a new row those that the form does not ask are none, as it says."""
    said = {_FIELDS[key]: value for key, value in answers.items()}
    if stands:
        return said
    rest = ("first", "repeat", "collective", "beyond", "unresolved", "overdue")
    return {"month": landing.month.number, **dict.fromkeys(rest, 0), **said}


def _standing(villages: Sequence[int], month: Month) -> dict[int, PetitionCount]:
    rows = PetitionCount.objects.filter(village__in=villages, month=month.number).order_by()
    return {row.village_id: row for row in rows}


def lift(landing: Landing) -> None:
    """The counts as they were."""
    take_back(landing, PetitionCount)


SOURCES = (
    InputSource(
        "petitions",
        INPUTS,
        read=read,
        last=last,
        land=land,
        lift=lift,
        series=series,
        check=check,
        derived=derived,
        recall=monthly(series),
    ),
)
