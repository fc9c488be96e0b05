"""What the page of a trial shows."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.warnings.choices import Colour
from rectification.warnings.figures.trials import Changed, Trial
from rectification.warnings.rules import by_code
from rectification.warnings.wording import change_text

_SHOWN = 100
Row = dict[str, Any]


def parts_of(found: Trial) -> Row:
    """Tiles, bars and rows; the workbook has what is too much for a page."""
    return {
        "tiles": list(_tiles(found)),
        "bars": [
            (one.month.label, one.changed,
             _("%(changed)d(红 %(before)d → %(after)d)") % {
                 "changed": one.changed, "before": one.before[Colour.RED],
                 "after": one.after[Colour.RED],
             })
            for one in found.months
        ],
        "rows": [(one.month.label, _pairs(one.before, one.after), one.changed)
                 for one in reversed(found.months)],
        "colours": [label for _key, label in Colour.choices],
        "changed": [_changed(one) for one in _worst_first(found)[:_SHOWN]],
        "more": max(0, len(found.changed) - _SHOWN),
        "cases": [
            (one, reverse("cases:case", args=[one.uid])) for one in found.changed_cases[:_SHOWN]
        ],
        "disputes": [(one, _title(one.rule)) for one in found.disputes],
    }  # fmt: skip


def _tiles(found: Trial) -> Iterator[Row]:
    yield {"label": _("试算的依据"), "value": found.receipts, "unit": _("份")}
    yield {
        "label": _("颜色有变化的村"), "value": len(found.changed), "unit": _("个"),
        "note": _("共 %d 村月") % found.village_months,
    }  # fmt: skip
    worse = sum(one.is_worse for one in found.changed)
    yield {"label": _("其中更严"), "value": worse, "unit": _("个")}
    earlier = [one for one in found.cases if one.earlier > 0]
    yield {
        "label": _("更早发现的整顿村"), "value": len(earlier), "unit": _("个"),
        "note": _("窗口内认定 %d 个") % len(found.cases),
    }  # fmt: skip


def _pairs(before: Any, after: Any) -> list[tuple[int, int]]:
    return [(before[key], after[key]) for key in Colour.values]


def _worst_first(found: Trial) -> list[Changed]:
    return sorted(found.changed, key=lambda one: (not one.is_worse, -one.months, one.code))


def _changed(one: Changed) -> Row:
    return {
        "one": one,
        "change": change_text(one.before, one.after),
        "url": reverse("warnings:village_month", args=[one.code, one.month.code]),
        "rules": "、".join(_title(code) for code in one.rules),
    }


def _title(code: str) -> str:
    """A rule by its code and title; combined reasons and the county's own have a code alone."""
    rule = by_code().get(code)
    words = {"C1": _("多类黄色"), "C2": _("持续黄色"), "C3": _("红色之后")}
    return f"{code} {rule.title}" if rule else f"{code} {words.get(code, '')}".strip()
