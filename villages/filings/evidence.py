"""Filings in packs of evidence: which month came when, late or not, accepted or not."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column, Kind, ListSpec
from villages.common.registries import EvidenceAsked, EvidenceSource, EvidenceTable
from villages.filings.choices import FilingState
from villages.filings.models import Filing
from villages.filings.perms import may_see_filings
from villages.lists.reading import ordered, values

_SPEC = ListSpec(
    key="filings",
    title=_("月度填报"),
    columns=(
        Column("village", _("村"), path="village__name", width=16),
        Column("township", _("乡镇"), path="village__township__name", width=14),
        Column("village_code", _("区划代码"), path="village__code", kind=Kind.CODE, width=16),
        Column("month", _("月份"), kind=Kind.MONTH),
        Column("state", _("状态"), kind=Kind.CHOICE, choices=FilingState.choices),
        Column("is_late", _("迟报"), kind=Kind.BOOLEAN),
        Column("late_reason", _("迟报说明"), width=30),
        Column("first_sent_at", _("首次提交时间"), kind=Kind.INSTANT, width=18),
        Column("sent_at", _("提交时间"), kind=Kind.INSTANT, width=18),
        Column("accepted_at", _("通过时间"), kind=Kind.INSTANT, width=18),
    ),
    order=("village__code", "month"),
)


def _tables(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    columns = tuple(_SPEC.columns)
    found = ordered(asked.rows(Filing), _SPEC, "")
    yield EvidenceTable(
        _SPEC.key, _SPEC.title, columns,
        lambda: values(found, _SPEC, columns).iterator(chunk_size=500),
    )  # fmt: skip


EVIDENCE = (EvidenceSource("filings", _("月度填报"), 20, may_see_filings, _tables),)
