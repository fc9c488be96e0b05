"""Orders go out on paper."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.papers.drawing import draw
from rectification.supervision.papers.gathering import names_of, papers_of
from villages.trace.record import record


@transaction.atomic
def print_order(
    order: SupervisionOrder, parts: Sequence[OrderUnit], *, by: Any, each: bool = False
) -> tuple[bytes, str]:
    """The document of these parts and its name; the trail keeps who took it."""
    content = draw(papers_of(order, parts, each=each))
    whom = f"-{names_of(parts)}" if parts else ""
    record("order.printed", order, by=by)
    return content, f"{order.number_shown or order.get_kind_display()}{whom}.docx"
