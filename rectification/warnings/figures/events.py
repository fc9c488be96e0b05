"""How the warning events of villages stand in a month."""

from typing import Any

from rectification.warnings.models import Alert
from rectification.warnings.states import AlertStatus
from villages.common.periods import Month

_LABELS = dict(AlertStatus.choices)


def of_month(user: Any, month: Month) -> Any:
    """Events that a person may see and that counted, or ended, in a month."""
    return Alert.objects.visible_to(user).held_in(month)


def events_of(user: Any, county: str, month: Month) -> dict[int, str]:
    """By village, each event with its state: “W01 待签收;W22 整改中”. One query."""
    rows = of_month(user, month).in_county(county).order_by("rule", "pk")
    found: dict[int, str] = {}
    for village, rule, status in rows.values_list("village_id", "rule", "status"):
        said = f"{rule} {_LABELS[status]}"
        found[village] = f"{found[village]};{said}" if village in found else said
    return found
