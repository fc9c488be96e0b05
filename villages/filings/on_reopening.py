"""What a reopening that a township asked for means for filings that were accepted already."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.periods import Month
from villages.common.registries import ReopenedSource
from villages.filings.actions.reviewing import Objection, send_back
from villages.filings.choices import FilingState, ReturnReason
from villages.filings.models import Filing

_LONGEST = 200


def send_accepted_back(month: Month, codes: Iterable[str], items: str, by: Any) -> None:
    """An accepted or waiting filing of these villages goes back to its township, with what the
    township itself wanted to change as the reason; others are open already."""
    sent = (FilingState.ACCEPTED, FilingState.SUBMITTED)
    rows = Filing.objects.of_month(month).filter(village__code__in=list(codes), state__in=sent)
    words = (_("应乡镇申请重新开放:%s") % items)[:_LONGEST]
    found = [
        Objection(code, "", ReturnReason.OTHER, words)
        for code in rows.order_by("village__code").values_list("village__code", flat=True)
    ]
    if found:
        send_back(month=month, objections=found, by=by, at=clock.now())


REOPENED = (ReopenedSource("filings", send_accepted_back),)
