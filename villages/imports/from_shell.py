"""A sheet brought in by the command line: one pass, one answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from villages.common import clock, garbage
from villages.common.errors import DomainError
from villages.imports import stated
from villages.imports.actions.confirming import import_now
from villages.imports.declaring import SheetKind
from villages.imports.examining import Examined, Wish, examine
from villages.imports.models import BatchState, ImportBatch
from villages.imports.periods import month_and_day
from villages.imports.reading.run import read_book, refusal
from villages.imports.storing import keep, remove
from villages.models import County

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Order:
    """What the shell asked for."""

    by: Any
    kind: SheetKind
    path: Path
    county: str = ""
    period: str = ""
    dry_run: bool = False
    good_rows_only: bool = False


@dataclass
class Answer:
    """What came of it, in the shape that scripts rely on."""

    kind: str
    period: str | None
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    saved: bool = False
    repairs: list[dict[str, Any]] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    receipt: str = ""

    @classmethod
    def refused(cls, order: Order, error: DomainError) -> "Answer":
        """The file could not be read, or its month is closed: one error without a cell."""
        where = {"sheet": "", "row": 0, "column": "", "value": ""}
        return cls(
            order.kind.key,
            order.period or None,
            errors=[
                {
                    **where,
                    "code": error.code,
                    "message": error.message,
                    "suggestion": error.hint,
                }
            ],
        )

    def json(self) -> dict[str, Any]:
        """In the order in which it is documented."""
        return dict(vars(self))


@garbage.kept()
def bring_in(order: Order) -> Answer:
    """Checks, and unless it is a dry run or there are errors, saves. Raises DomainError where
    nothing can be read or written; `county_unclear` where no county is named."""
    if not order.path.is_file():
        raise refusal("file_missing")
    county = order.county or _county(order)
    month, day = month_and_day(order.kind, order.period)
    wish = Wish(order.by, county, day, month, order.path.name)
    if order.dry_run:
        return _answer(order, examine(order.path, order.kind, wish), receipt="", saved=False)
    return _saved(order, wish)


def _saved(order: Order, wish: Wish) -> Answer:
    stored = keep(_chunks(order.path), order.path.name)
    batch = ImportBatch(
        kind=order.kind.key, county_code=wish.county, unit_code=wish.county,
        as_of=wish.on or clock.today(), file_name=stored.shown, stored_name=stored.name,
        file_digest=stored.digest,
    )  # fmt: skip
    try:
        examined = import_now(
            by=order.by, path=order.path, kind=order.kind, wish=wish, batch=batch,
            good_rows_only=order.good_rows_only,
        )  # fmt: skip
    except BaseException:
        remove(stored.name)
        raise
    saved = batch.state == BatchState.SAVED
    if not saved:
        remove(stored.name)
    return _answer(order, examined, receipt=batch.receipt, saved=saved)


def _answer(order: Order, examined: Examined, *, receipt: str, saved: bool) -> Answer:
    checked, plan = examined.checked, examined.plan
    counted = saved or order.dry_run
    return Answer(
        kind=order.kind.key,
        period=examined.context.month.code if examined.context.month else order.period or None,
        rows=checked.read,
        created=len(plan.new) if counted else 0,
        updated=len(plan.changed) if counted else 0,
        unchanged=plan.same if counted else 0,
        saved=saved,
        repairs=[one.json() for one in checked.mends],
        errors=[one.json() for one in checked.faults],
        questions=[one.json() for one in checked.questions],
        receipt=receipt,
    )


def _county(order: Order) -> str:
    """The only county; in an empty database that of the codes in the roster."""
    known = list(County.objects.order_by("code").values_list("code", flat=True))
    if len(known) == 1:
        return str(known[0])
    if not known and order.kind.place == "roster":
        return _county_of_codes(order.path)
    listed = f"请用 --county 指明:{'、'.join(known[:50])}" if known else "请先导入行政村名册。"
    raise DomainError("county_unclear", f"数据库里有 {len(known)} 个县。", listed)


def _county_of_codes(path: Path) -> str:
    counted = stated.county_codes(read_book(path))
    if not counted:
        raise DomainError(
            "county_unclear", "表中没有区划代码,不知道是哪个县。", "请用 --county 指明县的代码。"
        )
    return max(counted, key=lambda code: counted[code])


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK):
            yield chunk
