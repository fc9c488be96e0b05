"""POST …/filings/bulk/: up to 500 villages of one month in one request."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from villages.common import clock
from villages.common.periods import Month
from villages.filings.actions.pushing import push
from villages.filings.api.answers import Read, read_values, refusal, result
from villages.filings.api.bodies import FilingBulk, FilingRow
from villages.filings.choices import Channel
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import asked
from villages.filings.pushed import REFUSED, Outcome, Push, Stated, Trouble, refused
from villages.models import Village
from villages.rest.refusals import places
from villages.rest.writing import checked

Inputs = Mapping[str, tuple[FilingInput, ...]]


@transaction.atomic
def take_many(user: Any, data: Any) -> list[dict[str, Any]]:
    """The results, row by row. `atomic` takes all rows or raises the problem that names each."""
    body = checked(FilingBulk, data)
    month = Month.from_number(body["period"])
    rows = [_read(row) for row in body["rows"]]
    stated, early = _stated(rows, body, _inputs(user, rows, month))
    pushed = Push(month, stated, Channel.API, body["submit"])
    done = push(pushed=pushed, by=user, at=clock.now())
    outcomes = [
        early[number] if number in early else done[code] for number, (code, *_r) in enumerate(rows)
    ]
    if body["mode"] == "atomic" and any(one.result == REFUSED for one in outcomes):
        raise refusal((number, one.troubles) for number, one in enumerate(outcomes))
    return [result(number, rows[number][0], outcome) for number, outcome in enumerate(outcomes)]


_Read = tuple[str, dict[str, Any], list[Trouble]]


def _read(row: Any) -> _Read:
    """Village, members, what is wrong with the row as a JSON object."""
    if not isinstance(row, dict):
        return "", {}, [Trouble("", "invalid", _("应为一个 JSON 对象。"))]
    code = row["village"] if isinstance(row.get("village"), str) else ""
    try:
        return code, FilingRow(data=row).run_validation(row), []
    except ValidationError as error:
        found = places(error.get_full_details())
        words = (Trouble("", one["code"], f"{one['pointer']} {one['detail']}") for one in found)
        return code, {}, list(words)


def _inputs(user: Any, rows: Sequence[_Read], month: Month) -> Inputs:
    """What is asked, by county of the villages that this person may see."""
    seen = Village.objects.visible_to(user).filter(code__in=[code for code, *_r in rows])
    counties = set(seen.values_list("county_code", flat=True))
    return {county: asked(county, month.end) for county in counties}


def _stated(
    rows: Sequence[_Read], body: dict[str, Any], inputs: Inputs
) -> tuple[dict[str, Stated], dict[int, Outcome]]:
    """What goes on, and the rows that are refused before the villages are looked at. Values of
    a foreign county are not read at all: nothing is said about its form."""
    stated: dict[str, Stated] = {}
    early: dict[int, Outcome] = {}
    for number, (code, said, troubles) in enumerate(rows):
        if code in stated:
            troubles = [Trouble("", "twin", _("这个村在本次请求中已经出现。"))]
        if not troubles:
            own = inputs.get(code[:6])
            read = Read() if own is None else read_values(said["values"], own)
            one = Stated(read.texts, said["notes"], said.get("version"), body["confirm"])
            troubles = read.troubles
        if troubles:
            early[number] = refused(troubles)
        else:
            stated[code] = one
    return stated, early
