"""The steps of bringing in a sheet, as the page shows them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

_STEPS = {
    "choose": _("选择表类"),
    "upload": _("上传"),
    "check": _("核对"),
    "receipt": _("回执"),
}


def steps(current: str) -> list[tuple[Any, str]]:
    """(label, done | current | todo) for the stepper; after the receipt all is done."""
    order = list(_STEPS)
    at = order.index(current) if current in order else len(order)
    states = ["done" if n < at else "current" if n == at else "todo" for n in range(len(order))]
    return list(zip(_STEPS.values(), states, strict=True))
