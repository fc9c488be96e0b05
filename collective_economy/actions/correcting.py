"""Correcting what one village stated."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.actions.judging import judge_of
from collective_economy.actions.stating import Entry, standing, supersedes, write
from collective_economy.choices import Category
from collective_economy.models import IncomeEntry
from villages.common.errors import DomainError
from villages.common.money import json_yuan
from villages.common.periods import Month
from villages.trace.record import record


@transaction.atomic
def correct_income(entry: Entry, *, on: date, by: Any) -> IncomeEntry:
    """Another amount for a statement in force, with the reason; the old one stays beside it.

    Passes while the month is open, and after its closing until the last day for corrections.
    Raises `corrections_closed`, `reason_required`, `nothing_stated`, `nothing_changed`,
    `ytd_falls`, `part_too_large`.
    """
    county, month = entry.village.county_code, Month.from_number(entry.last)
    judge = judge_of(county, month, on, [entry.village.pk])
    stated = standing(county, entry.first, entry.last)
    old = stated.get(entry.key)
    if old is None:
        raise DomainError("nothing_stated", _("这个村这一类还没有填报,不能更正。"))
    if not supersedes(entry, old):
        words = _("金额没有变化。")
        raise DomainError("nothing_changed", words, amount=words)
    judge.refuse(entry, old)
    uid = write([entry], stated, county=county, on=on)[0]
    row: IncomeEntry = IncomeEntry.objects.select_related("village").get(uid=uid)
    record(
        "income.corrected", row, by=by, name=_name(row), reason=row.reason,
        before={"amount": json_yuan(old.fen)}, after={"amount": json_yuan(row.amount_fen)},
    )  # fmt: skip
    return row


def _name(row: IncomeEntry) -> str:
    month = Month.from_number(row.to_month).label
    return f"{row.village.name}{month}{Category(row.category).label}"
