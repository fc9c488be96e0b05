"""Objections by rule: how many, how many upheld, and what they showed to be wrong.

Shape: one line a rule with objections, most upheld first. Denominator of the share: answered
objections. Upheld ones lead to the repair of the rule. Count only rows that the reader may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from rectification.warnings.choices import DisputeCause, DisputeStatus
from villages.common.shares import percent

DEFINITION = "按规则统计异议:已答复的里面成立的占多少,成立的原因各有几件。"


@dataclass(frozen=True)
class RuleDisputes:
    """Objections to one rule (empty code: to all)."""

    rule: str
    total: int
    open: int
    upheld: int
    rejected: int
    causes: dict[str, int]

    @property
    def answered(self) -> int:
        """Those that were decided."""
        return self.upheld + self.rejected

    @property
    def share(self) -> Decimal | None:
        """Upheld ones in percent of those decided."""
        return percent(self.upheld, self.answered, 1)


def dispute_figures(rows: Any) -> Sequence[RuleDisputes]:
    """By rule, of objections that the reader may see. One query."""
    counts = {
        "total": Count("pk"), **{one.value: _with(status=one) for one in DisputeStatus},
        **{f"cause_{one.value}": _with(status=DisputeStatus.UPHELD, cause=one)
           for one in DisputeCause},
    }  # fmt: skip
    found = rows.order_by().values("rule").annotate(**counts)
    lines = [_line(one) for one in found]
    return tuple(sorted(lines, key=lambda one: (-one.upheld, -one.total, one.rule)))


def altogether(lines: Sequence[RuleDisputes]) -> RuleDisputes:
    """The sum of all rules."""
    causes = {
        one.value: sum(line.causes.get(one.value, 0) for line in lines) for one in DisputeCause
    }
    return RuleDisputes(
        "", sum(one.total for one in lines), sum(one.open for one in lines),
        sum(one.upheld for one in lines), sum(one.rejected for one in lines),
        {cause: count for cause, count in causes.items() if count},
    )  # fmt: skip


def _with(**lookup: Any) -> Count:
    return Count("pk", filter=Q(**lookup))


def _line(one: dict[str, Any]) -> RuleDisputes:
    causes = {cause.value: one[f"cause_{cause.value}"] for cause in DisputeCause}
    return RuleDisputes(
        one["rule"], one["total"], one["open"], one["upheld"], one["rejected"],
        {cause: count for cause, count in causes.items() if count},
    )  # fmt: skip
