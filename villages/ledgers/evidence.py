"""All ledgers about villages in packs of evidence, and what the trail says of their rows.

One table per ledger, from its declaration: items that only some may read are in no list and so in
no pack, restricted rows stay out (`handed_on`).
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.columns import Column, Kind
from villages.common.registries import EvidenceAsked, EvidenceSource, EvidenceTable
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.tables import list_spec
from villages.lists.reading import ordered, values
from villages.querysets import ScopedQuerySet
from villages.trace.models import AuditEntry
from villages.trace.sentences import changes, sentence

_CHUNK = 500
_TRAIL = (
    Column("at", _("时间"), kind=Kind.INSTANT, width=18),
    Column("actor_name", _("操作人"), width=12),
    Column("village_code", _("村代码"), kind=Kind.CODE, width=16),
    Column("said", _("操作"), width=48),
    Column("detail", _("原值和新值"), width=60),
    Column("reason", _("理由"), width=24),
    Column("chain", _("链"), width=10),
    Column("number", _("序号"), kind=Kind.INTEGER, width=10),
    Column("digest", _("本条摘要"), width=66),
)


def _told(asked: EvidenceAsked) -> list[Ledger]:
    """The ledgers about villages that the reader may read."""
    return [one for one in ledgers().values() if one.about_village and asked.may(one.may_read)]


def _tables(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    for ledger in _told(asked):
        rows = asked.rows(ledger.model).handed_on()
        yield table_of(ledger, rows, asked)


def table_of(
    ledger: Ledger, rows: Any, asked: EvidenceAsked, *, restricted: bool = False
) -> EvidenceTable:
    """Rows of a ledger with all columns of its list, in the list's order."""
    spec = list_spec(ledger)
    found = ordered(ledger.annotate(rows, asked.on), spec, "")
    # A cell that only leads somewhere says nothing on paper.
    columns = tuple(one for one in spec.columns if not (one.computed and one.href))

    def read() -> Iterator[dict[str, Any]]:
        yield from values(found, spec, columns).iterator(chunk_size=_CHUNK)

    return EvidenceTable(spec.key, spec.title, columns, read, restricted)


def _trail(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    known = _told(asked)

    def read() -> Iterator[dict[str, Any]]:
        rows = asked.rows(AuditEntry).filter(_about(known, asked)).order_by("id")
        for entry in rows.iterator(chunk_size=_CHUNK):
            yield _line(entry)

    yield EvidenceTable("trail", _("操作留痕摘录"), _TRAIL, read)


def _about(known: list[Ledger], asked: EvidenceAsked) -> Q:
    """Entries about rows of these ledgers; where some rows are restricted, those of open ones."""
    plain = [one.model._meta.label_lower for one in known if not _has_restricted(one.model)]
    condition = Q(object_kind__in=plain)
    for one in known:
        if _has_restricted(one.model):
            open_rows = asked.rows(one.model).handed_on().values("uid")
            kind = Q(object_kind=one.model._meta.label_lower)
            condition |= kind & Q(object_key__in=open_rows)
    return condition


def _has_restricted(model: Any) -> bool:
    own: Callable[..., Any] = type(model.objects.all()).handed_on
    return own is not ScopedQuerySet.handed_on


def _line(entry: AuditEntry) -> dict[str, Any]:
    detail = ";".join(f"{one.label}:{one.before} → {one.after}" for one in changes(entry))
    named = {one.key: getattr(entry, one.key, None) for one in _TRAIL}
    return {**named, "said": sentence(entry), "detail": detail}


EVIDENCE = (
    EvidenceSource("ledgers", _("台账"), 30, works_in_territory, _tables),
    EvidenceSource("trail", _("操作留痕"), 90, works_in_territory, _trail),
)
