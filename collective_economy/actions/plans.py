"""Taking a village off the list of those that are supported."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.models import SupportVillage
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def end_support(row: SupportVillage, *, delisted_on: date, by: Any) -> SupportVillage:
    """The village is supported until this day. Raises `support_ended`, `date_order`."""
    if row.delisted_on:
        raise DomainError("support_ended", _("这个村已经退出扶持名单。"))
    if delisted_on < row.listed_on:
        words = _("退出日期不能早于列入日期。")
        raise DomainError("date_order", words, delisted_on=words)
    row.delisted_on, row.version = delisted_on, row.version + 1
    row.save()
    record(
        "economy.support_ended", row, by=by, name=row.village.name,
        after={"delisted_on": delisted_on},
    )  # fmt: skip
    return row
