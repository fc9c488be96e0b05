"""Is the trail whole? A bounded look for the page; the whole is the command's."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from villages.trace.models import AuditHead
from villages.trace.verify import Finding, latest_findings

NEWEST = 5_000
SHOWN = 50


@dataclass(frozen=True)
class Proof:
    """What a look at the newest entries found; `checked` entries in all chains together."""

    checked: int
    findings: list[Finding]


def heads_for(user: Any) -> list[AuditHead]:
    """Ends of the chains whose entries this person reads: his counties', and the main one."""
    scope = user.territory
    if scope.everything:
        return list(AuditHead.objects.order_by("chain"))
    counties = {code[:6] for code in scope.codes if len(code) >= 6}
    condition = Q(chain="main") | Q(chain__in=counties)
    for wide in scope.wide():
        condition |= Q(chain__startswith=wide)
    return list(AuditHead.objects.filter(condition).order_by(F("chain")))


def look(user: Any) -> Proof:
    """Reads back the newest entries of one's chains, `NEWEST` shared among them."""
    heads = heads_for(user)
    share = max(1, NEWEST // max(1, len(heads)))
    found = list(latest_findings([head.chain for head in heads], share))
    return Proof(sum(min(head.number, share) for head in heads), found)
