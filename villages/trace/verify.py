"""Reading the trail back: is every entry as it was written, and none missing?"""

from collections.abc import Iterator
from dataclasses import dataclass

from villages.trace.chain import SEALED, seal
from villages.trace.models import AuditEntry, AuditHead


@dataclass(frozen=True)
class Finding:
    """A broken place: which chain, which number, what is wrong."""

    chain: str
    number: int
    problem: str


def findings() -> Iterator[Finding]:
    """Everything that does not hold, chain by chain, in order; nothing when all is well."""
    for head in AuditHead.objects.order_by("chain"):
        yield from _walk(head)
    orphans = AuditEntry.objects.exclude(chain__in=AuditHead.objects.values("chain"))
    for chain, number in orphans.order_by("chain", "number").values_list("chain", "number"):
        yield Finding(chain, number, "记录所在的链没有链尾")


def _walk(head: AuditHead) -> Iterator[Finding]:
    previous, expected = "", 1
    rows = AuditEntry.objects.filter(chain=head.chain).order_by("number").values(*SEALED, "digest")
    for row in rows.iterator(chunk_size=2000):
        if row["number"] != expected:
            yield Finding(head.chain, expected, "记录缺失")
        if row["previous"] != previous:
            yield Finding(head.chain, row["number"], "与前一条记录不衔接")
        if seal(row) != row["digest"]:
            yield Finding(head.chain, row["number"], "内容被改动")
        previous, expected = row["digest"], row["number"] + 1
    if (head.number, head.digest) != (expected - 1, previous):
        yield Finding(head.chain, expected, "链尾与最后一条记录不符")
