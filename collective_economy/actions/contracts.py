"""Ending a contract before its time."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.models import Contract
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def end_contract(row: Contract, *, ended_on: date, end_reason: str, by: Any) -> Contract:
    """No rent is due for days after this one.

    Raises `contract_ended`, `ended_outside`, `reason_missing`.
    """
    if row.ended_on:
        raise DomainError("contract_ended", _("这份合同已经提前终止。"))
    if not row.starts_on <= ended_on <= row.ends_on:
        words = _("终止日期应在合同期内。")
        raise DomainError("ended_outside", words, ended_on=words)
    if not end_reason.strip():
        words = _("请写明终止原因。")
        raise DomainError("reason_missing", words, end_reason=words)
    row.ended_on, row.end_reason = ended_on, end_reason.strip()[:120]
    row.version += 1
    row.save()
    record(
        "economy.contract_ended", row, by=by, name=row.number, after={"ended_on": ended_on},
        reason=row.end_reason,
    )  # fmt: skip
    return row
