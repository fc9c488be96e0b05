"""What was seen in a village, laid beside what was filed (账实比对)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.choices import AnswerKind
from rectification.supervision.models import ChecklistPoint
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings import values
from villages.filings.choices import FilingState
from villages.filings.declaring import FilingInput, inputs_named, sources
from villages.filings.models import Filing
from villages.models import Village

_SENT = (FilingState.SUBMITTED, FilingState.ACCEPTED)
_SHOWN_MOST = 60
_FEN = 100
_QUARTER = 3
_Inputs = Mapping[tuple[str, str], FilingInput]


@dataclass(frozen=True)
class Seen:
    """The answer to a point in a village on a day."""

    point: ChecklistPoint
    village: Village
    on: date
    is_yes: bool | None = None
    number: Decimal | None = None

    @property
    def said(self) -> bool | Decimal | None:
        """What was seen; None where nothing was."""
        return self.is_yes if self.point.answer_kind == AnswerKind.YES_NO else self.number

    @property
    def key(self) -> tuple[str, str]:
        """County and input that it is laid beside."""
        return self.village.county_code, self.point.input_key


@dataclass(frozen=True)
class Compared:
    """The last month compared, what was filed as text, and whether it is the same; None:
    unknown."""

    month: int | None = None
    filed: str = ""
    agrees: bool | None = None


def compare_many(seen: Sequence[Seen]) -> list[Compared]:
    """Each beside the newest month that the village had filed by the day of the visit; what comes
    round once a quarter beside the quarter of that month so far.

    A yes stands for a filed yes or any number above nothing. Money is asked in yuan. Nothing is
    compared where the point names no input, nothing was answered, or nothing was filed. Queries
    grow with months and ledgers, never with answers.
    """
    inputs, filed = _inputs(seen), _filed_months(seen)
    spans = [_months(one, inputs, filed) for one in seen]
    stated = _stated(seen, spans, inputs)
    return [
        _compared(one, inputs.get(one.key), span, stated)
        for one, span in zip(seen, spans, strict=True)
    ]


def agree(one: FilingInput, filed: Any, said: bool | Decimal) -> bool | None:
    """Whether an answer says what the ledger of the input holds; None where nobody can tell."""
    if isinstance(said, bool):
        return said == (bool(filed) if isinstance(filed, bool) else _above_nothing(filed))
    if isinstance(filed, bool) or not isinstance(filed, int | Decimal):
        return None
    stated = Decimal(filed) / _FEN if one.kind is Kind.YUAN else Decimal(filed)
    return stated == said


def _inputs(seen: Iterable[Seen]) -> dict[tuple[str, str], FilingInput]:
    """The inputs that points name, by county and key."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.point.input_key:
            wanted[one.village.county_code].add(one.point.input_key)
    found: dict[tuple[str, str], FilingInput] = {}
    for county, keys in wanted.items():
        known = inputs_named(county, keys)
        found |= {(county, key): known[key] for key in keys if key in known}
    return found


def _filed_months(seen: Iterable[Seen]) -> Mapping[int, list[Month]]:
    """Months that were handed in, by village, the newest first. One query."""
    villages = {one.village.pk for one in seen if one.point.input_key}
    found: defaultdict[int, list[Month]] = defaultdict(list)
    if villages:
        rows = Filing.objects.filter(village__in=villages, state__in=_SENT).order_by("-month")
        for village, number in rows.values_list("village_id", "month"):
            found[village].append(Month.from_number(number))
    return found


def _months(one: Seen, inputs: _Inputs, filed: Mapping[int, list[Month]]) -> list[Month]:
    """The months that the answer is held against, the newest first; none where it is not."""
    about, last = inputs.get(one.key), Month.of(one.on).number
    known = [month for month in filed.get(one.village.pk, ()) if month.number <= last]
    if about is None or not known:
        return []
    if about.months < _QUARTER:
        return known[:1]
    return [month for month in known if month.quarter == known[0].quarter]


def _stated(
    seen: Sequence[Seen], spans: Sequence[list[Month]], inputs: _Inputs
) -> dict[tuple[Any, Month], Any]:
    """What ledgers state, by ledger and month, each read once for all its villages."""
    wanted: defaultdict[tuple[Any, Month], set[int]] = defaultdict(set)
    for one, span in zip(seen, spans, strict=True):
        for month in span:
            wanted[_owner(inputs[one.key]), month].add(one.village.pk)
    return {
        (owner, month): owner.read(sorted(villages), month)
        for (owner, month), villages in wanted.items()
    }


def _owner(one: FilingInput) -> Any:
    return next(source for source in sources() if source.owns(one.key))


def _compared(
    one: Seen, about: FilingInput | None, span: list[Month], stated: Mapping[Any, Any]
) -> Compared:
    told = list(_told(one, about, span, stated)) if about else []
    if not (about and told):
        return Compared()
    shown = _shown(about, told)[:_SHOWN_MOST]
    return Compared(told[0][0].number, shown, _agrees(one, about, told))


def _told(
    one: Seen, about: FilingInput, span: list[Month], stated: Mapping[Any, Any]
) -> Iterator[tuple[Month, Any]]:
    for month in span:
        filed = stated[_owner(about), month].get(one.village.pk, {}).get(about.key)
        if filed is not None:
            yield month, filed


def _agrees(one: Seen, about: FilingInput, told: list[tuple[Month, Any]]) -> bool | None:
    """Any month of a quarter may hold it; a yes is open while the quarter has months to come."""
    if one.said is None:
        return None
    held = [agree(about, filed, one.said) for _month, filed in told]
    if about.months < _QUARTER:
        return held[0]
    if one.said is False:
        return all(held)
    if any(held):
        return True
    newest = told[0][0]
    return False if newest == Month.of(newest.quarter.end) else None


def _shown(about: FilingInput, told: list[tuple[Month, Any]]) -> str:
    """The value; of a quarter each month with its own, the oldest first."""
    if about.months < _QUARTER:
        return values.show(about, told[0][1])
    words = _("%(month)d月 %(filed)s")
    return "、".join(
        words % {"month": month.month, "filed": values.show(about, filed)}
        for month, filed in reversed(told)
    )


def _above_nothing(filed: Any) -> bool:
    return filed > 0 if isinstance(filed, int | Decimal) else bool(filed)
