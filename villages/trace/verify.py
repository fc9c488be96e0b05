"""Reading the trail back: is every entry as it was written, and none missing?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

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
    yield from _orphans()


def latest_findings(chains: list[str], limit: int) -> Iterator[Finding]:
    """As `findings`, over the last entries of these chains: `limit` entries in each.

    What lies further back is left to `findings`; the entry before the first one read is trusted.
    """
    for head in AuditHead.objects.filter(chain__in=chains).order_by("chain"):
        yield from _walk(head, first=max(1, head.number - limit + 1))


def _orphans() -> Iterator[Finding]:
    lost = AuditEntry.objects.exclude(chain__in=AuditHead.objects.values("chain"))
    for chain, number in lost.order_by("chain", "number").values_list("chain", "number"):
        yield Finding(chain, number, _("记录所在的链没有链尾"))


def _walk(head: AuditHead, first: int = 1) -> Iterator[Finding]:
    rows = AuditEntry.objects.filter(chain=head.chain)
    previous, expected = _before(rows, first), first
    wanted = rows.filter(number__gte=first).order_by("number").values(*SEALED, "digest")
    for row in wanted.iterator(chunk_size=2000):
        yield from _one(row, previous, expected)
        previous, expected = row["digest"], row["number"] + 1
    if (head.number, head.digest) != (expected - 1, previous):
        yield Finding(head.chain, expected, _("链尾与最后一条记录不符"))


def _before(rows: Any, first: int) -> str:
    """The digest to which the first entry read is chained."""
    if first == 1:
        return ""
    found = rows.filter(number=first - 1).values_list("digest", flat=True).first()
    return str(found or "")


def _one(row: dict[str, Any], previous: str, expected: int) -> Iterator[Finding]:
    chain, number = row["chain"], row["number"]
    if number != expected:
        yield Finding(chain, expected, _("记录缺失"))
    if row["previous"] != previous:
        yield Finding(chain, number, _("与前一条记录不衔接"))
    if seal(row) != row["digest"]:
        yield Finding(chain, number, _("内容被改动"))
