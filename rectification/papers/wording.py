"""Small words of a case file."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.states import BY_KEY

# Events that are no step of the table.
FURTHER = {
    "opened": gettext_lazy("登记排查"),
    "taken-over": gettext_lazy("由纸质台账接管"),
    "relapse-opened": gettext_lazy("反弹后重新整顿"),
    "extended": gettext_lazy("延期"),
    "transferred": gettext_lazy("移交经办人"),
}


def step_word(key: str) -> str:
    """What an event is called."""
    step = BY_KEY.get(key)
    return str(step.label if step else FURTHER.get(key, key))


def chinese_day(day: date | None) -> str:
    """2026年3月5日; nothing for no day."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def short_day(day: date | None) -> str:
    """2026-03-05, for tables."""
    return day.isoformat() if day else ""


def span(since: date | None, to: date | None) -> str:
    """From a day to a day, for tables."""
    return _("%(since)s 至 %(to)s") % {
        "since": short_day(since), "to": short_day(to) or _("今"),
    }  # fmt: skip


def number(value: Any) -> str:
    """A number without idle zeros; nothing for none."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def joined(*texts: Any, by: str = " ") -> str:
    """What is said, one behind the other."""
    return by.join(str(one) for one in texts if one)
