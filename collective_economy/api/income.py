"""`income`: statements to read, one to write, many to push again and again."""

from typing import Any

from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from collective_economy.actions.pushing import Outcome, push_income
from collective_economy.actions.stating import Entry
from collective_economy.api.fields import FIELDS, INPUTS
from collective_economy.models import IncomeEntry
from collective_economy.perms import may_state_income
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.ledgers.api.bulk_answer import answer_schema
from villages.ledgers.api.bulk_body import BulkBody, body_schema
from villages.models import Village
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.refusals import places
from villages.rest.resources import Resource
from villages.rest.writing import WriteSerializer, checked

SUPERSEDED = Filter(
    Field(
        "include_superseded", "含已更正", "Whether to include what corrections replaced",
        Kind.BOOLEAN,
    ),
    lambda rows, wanted: rows if wanted else rows.current(),
)  # fmt: skip
_RESULTS = {
    "created": "created",
    "corrected": "updated",
    "unchanged": "unchanged",
    "refused": "refused",
}


# Faults of what is stored rather than of what was sent.
_OF_STATE = frozenset({"month_closed", "corrections_closed", "reason_required", "ytd_falls"})


class IncomeWrite(WriteSerializer):
    """One statement."""

    inputs = INPUTS


class Income(Resource):
    """Statements of income in force; a statement is found again by village, category and months.

    A push may be repeated: what is said again changes nothing. What differs from the statement in
    force needs a reason and takes its place, the old one stays readable.
    """

    key, label_zh, label_en = "income", "集体收入", "income of collectives"
    model, component, fields = IncomeEntry, "Income", FIELDS
    allowed = works_in_territory
    filters = (SUPERSEDED,)
    ordering = ("-to_month",)
    operations = {
        "create": Operation(
            "income_create", "State or correct one income", "填报或更正一条收入",
            answer="Income", fields=FIELDS, body="IncomeWrite", inputs=INPUTS, status=201,
            repeatable=True,
        ),
        "bulk": Operation(
            "income_bulk", "State or correct many incomes", "批量填报收入",
            answer="BulkResults", schema=answer_schema(), body="IncomeBulk",
            whole_body=body_schema("Income"), repeatable=True,
        ),
    }  # fmt: skip

    def listed(self, request: Request) -> Any:
        """Statements in force, unless the request says otherwise."""
        rows = self.rows(request)
        return rows if "include_superseded" in request.query_params else rows.current()

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """The statement as it stands now: 201 when it is new or corrected, 200 when unchanged."""
        _require_writer(request)
        entry = _entries(request, [checked(IncomeWrite, request.data)])[0]
        if isinstance(entry, DomainError):
            raise entry
        done = self._push(request, [entry])[0]
        if done.error:
            raise done.error
        row = self._row(entry)
        status = 200 if done.outcome == "unchanged" else 201
        address = f"/api/v1/income/{row.uid}/"
        query = self.reader.item(request.query_params)
        return self.show(request, row.uid, query, status=status, headers={"Location": address})

    @action(detail=False, methods=["post"], url_path="bulk")
    @repeatable()
    def bulk(self: Any, request: Request) -> HttpResponse:
        """Up to 500 statements, each with its own result, in a fixed number of statements."""
        _require_writer(request)
        body = checked(BulkBody, request.data)
        if body["act"] == "remove":
            raise Problem("invalid_body")
        read = [_read(row, body["reason"]) for row in body["rows"]]
        good = [one for one in read if isinstance(one, dict)]
        entries = iter(_entries(request, good))
        said = [next(entries) if isinstance(one, dict) else one for one in read]
        whole = body["mode"] == "atomic"
        faulty = any(not isinstance(one, Entry) for one in said)
        outcomes: dict[int, Outcome] = {}
        if not (whole and faulty):
            good_ones = [one for one in said if isinstance(one, Entry)]
            done = self._push(request, good_ones, whole=whole)
            outcomes = {id(one.entry): one for one in done}
        if whole and (faulty or any(one.error for one in outcomes.values())):
            raise _refusal(_answer(said, outcomes, {}))
        return respond(request._request, _answer(said, outcomes, _uids(request, said)))

    def _push(
        self, request: Request, entries: list[Entry], *, whole: bool = False
    ) -> list[Outcome]:
        """Statements of several counties are written county by county."""
        found: list[Outcome] = []
        for county in dict.fromkeys(one.village.county_code for one in entries):
            own = [one for one in entries if one.village.county_code == county]
            found += push_income(own, county=county, on=clock.today(), by=request.user, whole=whole)
        return found

    def _row(self, entry: Entry) -> IncomeEntry:
        row: IncomeEntry = IncomeEntry.objects.visible_to(self.request.user).current().get(
            village=entry.village, category=entry.category, from_month=entry.first,
            to_month=entry.last,
        )  # fmt: skip
        return row


def _require_writer(request: Request) -> None:
    if not may_state_income(request.user):
        raise Problem("permission_denied")


Said = Entry | DomainError | list[dict[str, Any]]


def _read(row: Any, reason: str) -> dict[str, Any] | list[dict[str, Any]]:
    """One row of a push, read strictly; its mistakes as errors of the answer."""
    if not isinstance(row, dict):
        return [{"pointer": "", "code": "invalid", "detail": "应为一个 JSON 对象。"}]
    try:
        read: dict[str, Any] = checked_row(row)
    except ValidationError as error:
        return list(places(error.get_full_details()))
    return {**read, "reason": read["reason"] or reason}


def checked_row(row: dict[str, Any]) -> dict[str, Any]:
    """The values of a row. Raises ValidationError."""
    serializer = IncomeWrite(data=row)
    return dict(serializer.run_validation(row))


def _entries(request: Request, rows: list[dict[str, Any]]) -> list[Entry | DomainError]:
    """Rows with their villages among the visible ones. One query."""
    codes = {row["village"] for row in rows}
    visible = Village.objects.visible_to(request.user).filter(code__in=codes)
    known = {one.code: one for one in visible}
    return [_entry(row, known.get(row["village"])) for row in rows]


def _entry(row: dict[str, Any], village: Village | None) -> Entry | DomainError:
    if village is None:
        words = "没有这个村,或不在您的管辖范围内。"
        return DomainError("unknown_village", words, "请核对村代码。", village=words)
    last = row["to_month"]
    first = row["from_month"] or Month(last // 100, 1).number
    if first > last or first // 100 != last // 100:
        words = "起止月份应在同一年内,先后有序。"
        return DomainError("months_in_order", words, from_month=words)
    if row["amount"] < 0:
        return DomainError("negative", "收入不能为负数。", amount="收入不能为负数。")
    return Entry(
        village, str(row["category"]), first, last, row["amount"], row["operating_part"],
        row["regular_part"], reason=row["reason"], source=row["source"] or "接口",
    )  # fmt: skip


def _uids(request: Request, said: list[Any]) -> dict[tuple[Any, ...], str]:
    """The statements in force under these keys. One query."""
    entries = [one for one in said if isinstance(one, Entry)]
    rows = (
        IncomeEntry.objects.visible_to(request.user)
        .current()
        .filter(
            village__in={one.village.pk for one in entries},
            to_month__in={one.last for one in entries},
        )
    )
    keyed = rows.values_list("village_id", "category", "from_month", "to_month", "uid")
    return {tuple(key): uid for *key, uid in keyed}


def _refusal(answer: dict[str, Any]) -> Problem:
    """Why nothing was saved: 409 where only what is stored stands against it, else 400."""
    errors = [error for one in answer["results"] for error in one["errors"]]
    stored = all(error["code"] in _OF_STATE for error in errors)
    return Problem("refused" if stored else "invalid_body", errors=errors)


def _answer(
    said: list[Any], outcomes: dict[int, Outcome], uids: dict[tuple[Any, ...], str]
) -> dict[str, Any]:
    return {"results": [_result(n, one, outcomes, uids) for n, one in enumerate(said)]}


def _result(
    number: int, one: Said, outcomes: dict[int, Outcome], uids: dict[tuple[Any, ...], str]
) -> dict[str, Any]:
    done = outcomes.get(id(one))
    error = one if isinstance(one, DomainError) else done.error if done else None
    faults = one if isinstance(one, list) else _faults(error) if error else []
    return {
        "row": number,
        "result": _RESULTS[done.outcome] if done else "refused",
        "uid": uids.get(one.key, "") if isinstance(one, Entry) else "",
        "version": None,
        "errors": [{**fault, "pointer": f"/rows/{number}{fault['pointer']}"} for fault in faults],
    }


def _faults(error: DomainError) -> list[dict[str, Any]]:
    field = next(iter(error.fields), "")
    pointer = f"/{field}" if field else ""
    return [{"pointer": pointer, "code": error.code, "detail": str(error)}]
