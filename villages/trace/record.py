"""Writing the trail, inside the transaction of the change."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import Model

from villages.common import clock
from villages.trace.chain import digest_rows, seal
from villages.trace.context import origin
from villages.trace.models import AuditEntry, AuditHead


def record(
    action: str,
    obj: Model | None = None,
    *,
    by: Any,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    count: int = 1,
    rows: Iterable[Any] | None = None,
    result: str = "ok",
    county: str = "",
    name: str = "",
    county_only: bool = False,
) -> AuditEntry:
    """One entry of the trail, chained to the one before it.

    Write it last in the transaction: it holds the end of its chain until commit. `before` and
    `after` carry only the fields that changed. `rows` is for batches: their digest is kept, not
    they themselves. `county` names the place where there is no object that knows it. `county_only`
    leaves out township and village, so that only those who cover the county read the entry.
    """
    fields = {
        **_who(by),
        **_where(),
        **_what(obj, county, name),
        **(_place(None) if county_only else {}),
        "action": action,
        "result": result,
        "before": plain(before or {}),
        "after": plain(after or {}),
        "reason": reason[:300],
        "count": count,
        "rows_digest": digest_rows(plain(rows)) if rows is not None else "",
    }
    with transaction.atomic():
        return _append(fields)


def _append(fields: dict[str, Any]) -> AuditEntry:
    chain = fields["county_code"] or "main"
    AuditHead.objects.get_or_create(chain=chain)
    head = AuditHead.objects.select_for_update().get(chain=chain)
    fields |= {"chain": chain, "number": head.number + 1, "previous": head.digest}
    fields["digest"] = seal(fields)
    entry = AuditEntry.objects.create(**fields)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry


def _who(by: Any) -> dict[str, Any]:
    deputised = getattr(by, "acting_for", None)
    return {
        "actor_id": getattr(by, "pk", None),
        "actor_name": getattr(by, "name", "") or str(by or "系统"),
        "on_behalf_of": deputised.name if deputised else "",
    }


def _where() -> dict[str, Any]:
    where = origin()
    return {
        "at": clock.instant(),
        "address": where.address,
        "request_id": where.request_id,
        "channel": where.channel,
    }


def _what(obj: Model | None, county: str, name: str) -> dict[str, Any]:
    if obj is None:
        what = {"object_kind": "", "object_key": "", "object_name": name[:120]}
        return {**what, "county_code": county, **_place(None)}
    key = next((str(getattr(obj, f)) for f in ("uid", "code") if getattr(obj, f, None)), obj.pk)
    return {
        "object_kind": obj._meta.label_lower,
        "object_key": str(key),
        "object_name": (name or str(obj))[:120],
        **_place(obj),
        "county_code": county or _county(obj),
    }


def _county(obj: Any) -> str:
    if code := getattr(obj, "county_code", ""):
        return str(code)
    return obj.code if obj._meta.label_lower == "villages.county" else ""


def _place(obj: Any) -> dict[str, str]:
    """The township and village that the object belongs to, by its code or its village."""
    village = getattr(obj, "village", None)
    code = getattr(village, "code", "") or getattr(obj, "unit_code", "") or _own_code(obj)
    return {
        "township_code": code[:9] if len(code) >= 9 else getattr(obj, "township_code", ""),
        "village_code": code if len(code) == 12 else "",
    }


def _own_code(obj: Any) -> str:
    territorial = obj is not None and obj._meta.app_label == "villages"
    return str(getattr(obj, "code", "")) if territorial else ""


def plain(value: Any) -> Any:
    """A JSON-able copy: the trail must read the same in ten years."""
    match value:
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(one) for one in value]
        case datetime() | date():
            return value.isoformat()
        case Decimal() | uuid.UUID() | float():
            # Databases spell floats differently; text reads the same everywhere.
            return str(value)
        case str():
            return value.replace("\x00", "")
        case models.Model():
            return str(value)
        case None | int() | bool():
            return value
        case _:
            return [plain(one) for one in value] if isinstance(value, Iterable) else str(value)
