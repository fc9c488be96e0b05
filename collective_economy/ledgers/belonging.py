"""What several ledgers of the economy ask of a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from villages.common.faults import Fault

Check = Callable[[Mapping[str, Any], Any], Iterable[Fault]]


def same_village(through: str) -> Check:
    """A part belongs to the village of its whole."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        whole, village = values.get(through), values.get("village")
        if whole is not None and village is not None and whole.village_id != village.pk:
            yield Fault(
                through, "other_village", _("它属于另一个村。"), _("请选择同一个村的记录。")
            )

    return check


def not_before(through: str, begins: str, day: str) -> Check:
    """A part is not dated before its whole begins."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        whole, on = values.get(through), values.get(day)
        first = getattr(whole, begins) if whole is not None else None
        if first is not None and on is not None and on < first:
            yield Fault(day, "too_early", _("日期早于 %s。") % first, _("请核对日期。"))

    return check


def all_of(*checks: Check) -> Check:
    """Several checks as one."""

    def check(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
        for one in checks:
            yield from one(values, row)

    return check
