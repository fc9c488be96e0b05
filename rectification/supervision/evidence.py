"""Orders in packs of evidence: what was issued to or by the unit, as documents."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.packs.writing import safe_name
from rectification.supervision.ledgers.extensions import EXTENSIONS
from rectification.supervision.ledgers.items import ITEMS
from rectification.supervision.ledgers.orders import ORDERS
from rectification.supervision.ledgers.replies import REPLIES
from rectification.supervision.ledgers.units import UNITS
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.papers.drawing import draw
from rectification.supervision.papers.gathering import papers_of
from rectification.supervision.perms import may_see_orders
from rectification.supervision.states import SENT
from villages.common.registries import (
    EvidenceAsked,
    EvidenceFile,
    EvidenceSource,
    EvidenceTable,
)
from villages.ledgers.evidence import table_of

_PARTS = ((ITEMS, "unit__order"), (REPLIES, "unit__order"), (EXTENSIONS, "unit__order"))


def _tables(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    """Drafts belong to nobody's evidence."""
    yield table_of(ORDERS, asked.rows(SupervisionOrder).sent(), asked)
    yield table_of(UNITS, asked.rows(OrderUnit).filter(order__status__in=SENT), asked)
    for ledger, path in _PARTS:
        rows = asked.rows(ledger.model).filter(**{f"{path}__status__in": SENT})
        yield table_of(ledger, rows, asked)


def _files(asked: EvidenceAsked) -> Iterator[EvidenceFile]:
    rows = asked.rows(SupervisionOrder).sent().order_by("issued_at", "pk")
    for order in rows.iterator(chunk_size=100):
        name = safe_name(f"{order.number_shown}.docx")
        title = str(order)
        yield EvidenceFile(f"督办单/{name}", title, partial(_drawn, order, asked))


def _drawn(order: SupervisionOrder, asked: EvidenceAsked) -> bytes:
    parts: Any = asked.rows(OrderUnit).filter(order=order)
    return draw(papers_of(order, list(parts)))


EVIDENCE = (EvidenceSource("orders", _("督办"), 45, may_see_orders, _tables, _files),)
