"""Months and rows that were written in one go long after (M5). Pure.

Being late is not the matter, and a batch in one sitting is the ordinary way of working: only both
together are. What was declared when it was filed stands beside the question as its answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from rectification.warnings.choices import QuestionKind
from rectification.warnings.questions.noticed import Noticed
from villages.common.clock import day_of

_HOUR = timedelta(hours=1)
TOWNSHIP = 9
# Names that one question lists.
_LISTED = 60


@dataclass(frozen=True)
class Late:
    """From where it is asked: so many days after the due day or the event, and so many villages
    or rows within an hour."""

    days: int = 10
    villages: int = 5
    row_days: int = 60
    rows: int = 8


@dataclass(frozen=True)
class Sent:
    """A village's month: when it was first sent, and the reason that was given for being late."""

    code: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Entered:
    """A row of a ledger: the day that it is about, and when it was entered."""

    code: str
    about: date
    at: datetime
    name: str = ""


def late_batches(sent: Iterable[Sent], due_on: date, late: Late) -> list[Noticed]:
    """One question for each township whose villages' month came in one go, long after."""
    towns: dict[str, list[Sent]] = defaultdict(list)
    for one in sent:
        if (day_of(one.at) - due_on).days >= late.days:
            towns[one.code[:TOWNSHIP]].append(one)
    found = (_busiest(rows) for _town, rows in sorted(towns.items()))
    return [_batch(rows, due_on) for rows in found if len(rows) >= late.villages]


_Row = TypeVar("_Row", Sent, Entered)


def _busiest(rows: Sequence[_Row]) -> list[_Row]:
    """Those of the hour that holds most of them; of equal ones the first."""
    ordered = sorted(rows, key=lambda one: (one.at, one.code))
    best: list[_Row] = []
    start = 0
    for end, one in enumerate(ordered):
        while one.at - ordered[start].at > _HOUR:
            start += 1
        if end + 1 - start > len(best):
            best = ordered[start : end + 1]
    return best


def _batch(rows: Sequence[Sent], due_on: date) -> Noticed:
    codes = sorted(one.code for one in rows)
    first = min(one.at for one in rows)
    reasons = dict.fromkeys(one.reason for one in rows if one.reason)
    facts = {
        "what": "filing", "villages": len(codes), "codes": "、".join(codes[:_LISTED]),
        "sent_on": day_of(first).isoformat(), "late_days": (day_of(first) - due_on).days,
    }  # fmt: skip
    whole = all(one.reason for one in rows)
    return Noticed(
        QuestionKind.BACKFILLED, codes[0], f"filing:{codes[0][:TOWNSHIP]}", facts,
        declared=";".join(reasons) if whole else "",
    )  # fmt: skip


def late_rows(entered: Iterable[Entered], late: Late) -> Iterator[Noticed]:
    """One question for each village with many rows in an hour about days long before."""
    villages: dict[str, list[Entered]] = defaultdict(list)
    for one in entered:
        if (day_of(one.at) - one.about).days >= late.row_days:
            villages[one.code].append(one)
    for code, rows in sorted(villages.items()):
        found = _busiest(rows)
        if len(found) >= late.rows and len({one.about for one in found}) > 1:
            yield _rows(code, found)


def _rows(code: str, rows: Sequence[Entered]) -> Noticed:
    days = sorted(one.about for one in rows)
    facts = {
        "what": "rows", "rows": len(rows), "entered_on": day_of(rows[0].at).isoformat(),
        "first": days[0].isoformat(), "last": days[-1].isoformat(),
        "names": "、".join(dict.fromkeys(one.name for one in rows[:5] if one.name)),
    }  # fmt: skip
    key = f"rows:{code}:{rows[0].at:%Y%m%d%H}"
    return Noticed(QuestionKind.BACKFILLED, code, key, facts)
