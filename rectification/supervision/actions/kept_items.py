"""Items of a draft that something else rests on."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.models import Finding
from villages.common.errors import DomainError


def refuse_found(items: Any) -> None:
    """An item that came of an inspection stays on its draft. Raises `order_item_found`."""
    found = Finding.objects.filter(order_item__in=items).first()
    if found is not None:
        words = _("这个事项由检查发现的问题转来,不能单独移出。")
        hint = _("不发的请作废整张单子,再在检查发现里退回待处理。")
        raise DomainError("order_item_found", words, hint)
