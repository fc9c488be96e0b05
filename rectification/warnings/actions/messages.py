"""Messages to channels of what an evaluation raised and what people lowered: one an evaluation."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.announcing import announce
from rectification.supervision.actions.outbox import page_url
from rectification.warnings.announcements import LOWERED, RAISED
from rectification.warnings.choices import DecisionKind, Level
from rectification.warnings.models import Alert
from villages.common.periods import Month

_TOLD = frozenset({DecisionKind.RAISED.value, DecisionKind.WORSENED.value})


def tell_of_raised(county: str, month: Month, told: Iterable[Any], at: datetime) -> None:
    """What is new or worse in this evaluation, counted; nothing where nothing is."""
    found = [one for one in told if one.kind in _TOLD]
    if not found:
        return
    levels = Counter(one.alert.level for one in found)
    name = _("%(month)s 红 %(red)d 条、黄 %(yellow)d 条") % {
        "month": month.label, "red": levels[Level.RED], "yellow": levels[Level.YELLOW],
    }  # fmt: skip
    data = {"period": month.code, "red": levels[Level.RED], "yellow": levels[Level.YELLOW],
            "events": [one.alert.uid for one in found]}  # fmt: skip
    announce(
        RAISED, county=county, about=f"{month.code}:{at:%Y%m%d%H%M%S}", name=name, at=at,
        url=page_url("warnings:events"), data=data,
    )  # fmt: skip


def tell_of_lowered(alert: Alert, name: str, at: datetime) -> None:
    """One event was lowered by a person."""
    announce(
        LOWERED, county=alert.county_code, about=f"{alert.uid}:{alert.version}", name=name, at=at,
        url=page_url("warnings:event", alert.uid),
        data={"event": alert.uid, "rule": alert.rule, "status": alert.status},
    )  # fmt: skip
