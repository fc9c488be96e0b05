"""Cases in packs of evidence: their files as documents, papers as they came, and, for the county
alone and marked as such, what is restricted. Their tables come with all ledgers."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions.papers import drawn, file_name
from rectification.annexes.store import content_of
from rectification.models import CaseAnnex, CaseEvent, CaseSituation, RectificationCase
from rectification.packs.writing import safe_name
from rectification.perms import may_see_cases, may_see_restricted
from villages.common.columns import Column, Kind, ListSpec
from villages.common.registries import (
    EvidenceAsked,
    EvidenceFile,
    EvidenceSource,
    EvidenceTable,
)
from villages.ledgers.evidence import table_of
from villages.ledgers.finding import ledger_of
from villages.lists.reading import ordered, values

_EVENTS = ListSpec(
    key="restricted-events",
    title=_("限县级知悉的办理说明"),
    columns=(
        Column("village", _("村"), path="village__name", width=16),
        Column("village_code", _("区划代码"), path="village__code", kind=Kind.CODE, width=16),
        Column("case", _("整顿"), path="case__number", width=14),
        Column("on", _("日期"), kind=Kind.DATE),
        Column("step", _("步骤"), width=16),
        Column("reason", _("原因"), width=24),
        Column("text", _("说明"), width=60),
    ),
    order=("village__code", "id"),
)


def _tables(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    """Restricted rows, which the tables of ledgers leave out."""
    if not (asked.restricted and asked.may(may_see_restricted)):
        return
    for model in (CaseSituation, CaseAnnex):
        if ledger := ledger_of(model):
            rows = asked.rows(model).restricted()
            yield table_of(ledger, rows, asked, restricted=True)
    columns = tuple(_EVENTS.columns)
    found = ordered(asked.rows(CaseEvent).filter(restricted=True), _EVENTS, "")
    yield EvidenceTable(
        _EVENTS.key, _EVENTS.title, columns,
        lambda: values(found, _EVENTS, columns).iterator(chunk_size=500), True,
    )  # fmt: skip


def _files(asked: EvidenceAsked) -> Iterator[EvidenceFile]:
    cases = asked.rows(RectificationCase).select_related("village__township")
    for case in cases.order_by("village__code", "number", "round").iterator(chunk_size=100):
        name = safe_name(f"{case.village.township.name}-{file_name(case)}")
        yield EvidenceFile(f"整顿档案/{name}", file_name(case), partial(_drawn, case, asked))
    if asked.originals:
        yield from _papers(asked)


def _drawn(case: RectificationCase, asked: EvidenceAsked) -> bytes:
    return drawn(case, on=asked.on)[0]


def _papers(asked: EvidenceAsked) -> Iterator[EvidenceFile]:
    """Papers under their checksum's head: two files of one name do not cover each other."""
    rows: Any = asked.rows(CaseAnnex).exclude(sha256="")
    if not asked.may(may_see_restricted):
        rows = rows.handed_on()
    for row in rows.select_related("case", "village").order_by("village__code", "case", "id"):
        place = f"{row.village.code}-{row.case.number_shown}"
        name = f"{row.pk}-{safe_name(row.file_name)}"
        yield EvidenceFile(
            f"卷内材料/{place}/{name}", row.title, partial(content_of, row.sha256), row.restricted
        )


EVIDENCE = (EvidenceSource("cases", _("整顿"), 40, may_see_cases, _tables, _files),)
