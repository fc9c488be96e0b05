"""Writing rows of ledgers: scoped, checked, gated by the month, traced."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.months import require_open
from villages.ledgers.checking import faults_of, refuse, twin_fault
from villages.ledgers.completing import complete
from villages.ledgers.declaring import Item, Ledger, Verb
from villages.ledgers.drafts import Draft
from villages.ledgers.keeping import locked as held
from villages.trace.record import record

RESTRICTED = "(限阅)"


def write_row(
    ledger: Ledger,
    *,
    values: Mapping[str, Any],
    by: Any,
    row: Any = None,
    version: int | None = None,
    reason: str = "",
) -> Any:
    """Makes a row, or changes the named fields of one; other fields stay as they are.

    `version` is the one that the person saw. Raises `ledger_not_allowed`, `outside_territory`,
    `version_changed`, `month_closed`, `row_invalid`, `row_conflict`.
    """
    try:
        return _written(ledger, values, by=by, row=row, version=version, reason=reason)
    except IntegrityError as error:
        # Whoever saved the same at the same moment was first; the constraint knew it.
        words = _("刚有人登记了同样的%s,您的这一条没有保存。") % ledger.one
        hint = _("请刷新列表查看;确实是另一条的,改正后再次提交。")
        raise DomainError("row_conflict", words, hint) from error


@transaction.atomic
def _written(
    ledger: Ledger, values: Mapping[str, Any], *, by: Any, row: Any, version: int | None,
    reason: str,
) -> Any:  # fmt: skip
    require_writer(ledger, by)
    row = lock(ledger, row, version) if row is not None else ledger.model()
    before = snapshot(ledger, row) if row.pk else {}
    gate(ledger, row) if row.pk else None
    fill(ledger, row, values if row.pk else _completed(ledger, values, by), by=by)
    ledger.together([row])
    _require_inside(row, by)
    gate(ledger, row)
    refuse(ledger, faults_of(ledger, row))
    _save(ledger, row)
    ledger.after(row, before, by)
    _trace(ledger, row, before, by=by, reason=reason)
    return row


@transaction.atomic
def remove_row(ledger: Ledger, *, row: Any, version: int | None, reason: str, by: Any) -> None:
    """Takes a row away that should not be there; what it said stays in the trail.

    Raises `ledger_not_allowed`, `version_changed`, `month_closed`, `row_in_use`.
    """
    require_writer(ledger, by)
    if not ledger.removable:
        raise not_removable(ledger)
    row = lock(ledger, row, version)
    _require_inside(row, by)
    gate(ledger, row)
    refuse(ledger, list(ledger.holds(row)))
    before, name = snapshot(ledger, row), traced_name(ledger, row)
    record(
        "ledger.removed", row, by=by, name=name, before=before, reason=reason,
        county_only=ledger.secret(row) or ledger.quiet(row),
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.delete()
    except IntegrityError as error:
        raise in_use(ledger) from error


@transaction.atomic
def perform(
    ledger: Ledger, verb: Verb, *, row: Any, version: int | None, by: Any, **asked: Any
) -> Any:
    """Does one of the ledger's verbs to the locked row."""
    if not verb.may(by):
        raise _not_allowed(ledger)
    row = lock(ledger, row, version)
    return verb.act(row, by=by, **asked)


def _completed(ledger: Ledger, values: Mapping[str, Any], by: Any) -> dict[str, Any]:
    """The values of a new row with what its items find for themselves."""
    draft = Draft(dict(values))
    complete(ledger, [draft], by=by)
    refuse(ledger, draft.faults)
    return draft.values


def lock(ledger: Ledger, row: Any, version: int | None) -> Any:
    """The row as it is now, held until the end of the transaction; raises `version_changed`."""
    locked = held(row)
    if version is not None and locked.version != version:
        raise DomainError(
            "version_changed",
            _("“%s”刚被他人改动,您的填写没有保存。") % ledger.names(locked),
            _("请对照最新内容后再次提交。"),
        )
    return locked


def fill(ledger: Ledger, row: Any, values: Mapping[str, Any], *, by: Any) -> None:
    """Puts the values into the row, with what follows from them."""
    for name, value in values.items():
        _require_open(ledger.item(name), row, value)
        setattr(row, name, value)
    if ledger.about_village and row.village_id:
        row.county_code = row.village.county_code
    elif not row.county_code:
        row.county_code = own_county(by)
    ledger.settle(row, by)


def _require_open(item: Item, row: Any, value: Any) -> None:
    """Refuses another value where the row takes none, or none any more."""
    if not ((row.pk and item.fixed) or item.open) or getattr(row, item.name, None) == value:
        return
    if row.pk and item.fixed:
        words = _("这一项确定后不能改动。")
        raise DomainError("field_fixed", words, _("请删除后重新登记。"), **{item.name: words})
    if item.open and not item.open(row):
        words = _("现在这一步不能填写或改动这一项。")
        raise DomainError("field_closed", words, **{item.name: words})


def gate(ledger: Ledger, row: Any) -> None:
    """Refuses rows of a closed month."""
    if month := month_of(ledger, row):
        unit = row.village.code if ledger.about_village and row.village_id else ""
        require_open(county=row.county_code, month=month, unit=unit)


def month_of(ledger: Ledger, row: Any) -> Month | None:
    """The month whose closing guards this row, if any."""
    match _guarding(ledger, row):
        case date() as day:
            return Month(day.year, day.month)
        case int() as number:
            return Month(number // 100, number % 100)
        case _:
            return None


def _guarding(ledger: Ledger, row: Any) -> Any:
    if ledger.dated:
        return ledger.dated(row)
    return getattr(row, ledger.month) if ledger.month else None


def snapshot(ledger: Ledger, row: Any) -> dict[str, Any]:
    """What the trail keeps of a row: its fields as words; restricted texts only as such."""
    if row.pk and ledger.secret(row):
        return {one.name: RESTRICTED for one in ledger.items if getattr(row, one.name)}
    return {
        one.name: RESTRICTED if one.seen_by and getattr(row, one.name) else getattr(row, one.name)
        for one in ledger.items
    }


def traced_name(ledger: Ledger, row: Any) -> str:
    """What the trail calls a row."""
    return f"{ledger.one}{RESTRICTED}" if ledger.secret(row) else ledger.names(row)


def _save(ledger: Ledger, row: Any) -> None:
    if fault := twin_fault(ledger, row):
        refuse(ledger, [fault])
    row.version += 1 if row.pk else 0
    row.save()


def _trace(ledger: Ledger, row: Any, before: Mapping[str, Any], *, by: Any, reason: str) -> None:
    after = snapshot(ledger, row)
    changed = {name for name, value in after.items() if not before or before.get(name) != value}
    record(
        "ledger.changed" if before else "ledger.created",
        row,
        by=by,
        name=traced_name(ledger, row),
        before={name: value for name, value in before.items() if name in changed},
        after={name: value for name, value in after.items() if name in changed},
        reason=reason,
        county_only=ledger.secret(row) or ledger.quiet(row),
    )


def require_writer(ledger: Ledger, by: Any) -> None:
    """Refuses people who do not keep this ledger, and ledgers kept by verbs alone."""
    if not (ledger.writable and ledger.may_write(by)):
        raise _not_allowed(ledger)


def _not_allowed(ledger: Ledger) -> DomainError:
    words = _("您不能登记或改动%s。") % ledger.title
    return DomainError("ledger_not_allowed", words, _("请联系县委组织部。"))


def is_inside(row: Any, by: Any) -> bool:
    """Whether the row's place lies in the person's territory.

    A row may name the unit whose people keep it (`place_code`), where that is not its village.
    """
    village = row.village if getattr(row, "village_id", None) else None
    place = getattr(row, "place_code", "") or (village.code if village else row.county_code)
    return bool(by.territory.covers(place))


def outside(row: Any) -> DomainError:
    """The refusal of a row that belongs to somebody else's place."""
    words = _("这个单位不在您的管辖范围内。")
    field = {"village": words} if hasattr(row, "village_id") else {}
    return DomainError("outside_territory", words, _("请选择本辖区的村。"), **field)


def _require_inside(row: Any, by: Any) -> None:
    if not is_inside(row, by):
        raise outside(row)


def own_county(by: Any) -> str:
    """The only county of a person, where rows that belong to no village go; "" if there are two."""
    codes = sorted({code[:6] for code in by.territory.codes if len(code) >= 6})
    return codes[0] if len(codes) == 1 else ""


def not_removable(ledger: Ledger) -> DomainError:
    """The refusal to remove a row of a ledger that keeps all its rows."""
    return DomainError("not_removable", _("%s不能删除。") % ledger.one, _("请改为更正或终止。"))


def in_use(ledger: Ledger) -> DomainError:
    """The refusal to remove a row that others point at."""
    words = _("别处还在使用这一条%s,不能删除。") % ledger.one
    return DomainError("row_in_use", words, _("请先处理引用它的记录,或改为终止。"))
