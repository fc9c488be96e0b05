"""How a year's batch fared at the acceptance: applied, passed, failed, not applied."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.choices import AcceptanceResult, SpotResult
from rectification.models import Acceptance, CaseEvent, RectificationCase
from rectification.states import APPLY, OFF_THE_LIST, CaseStatus
from villages.common.figures import Figure
from villages.common.scope import Scope


class Fate(StrEnum):
    """How far a case got with the acceptance."""

    PASSED = "passed"
    FAILED = "failed"
    PENDING = "pending"
    NOT_APPLIED = "not-applied"


APPLIED = "applied"
LABELS = {
    APPLIED: gettext_lazy("申请验收"),
    Fate.PASSED: gettext_lazy("验收合格"),
    Fate.FAILED: gettext_lazy("验收不合格"),
    Fate.PENDING: gettext_lazy("等待结论"),
    Fate.NOT_APPLIED: gettext_lazy("没有申请"),
}
DEFINITIONS = {
    APPLIED: gettext_lazy("批次中申请过验收的整顿,包括合格、不合格和等待结论的。"),
    Fate.PASSED: gettext_lazy("最近一次结论为合格的,市级抽查不合格的除外;已销号的都算。"),
    Fate.FAILED: gettext_lazy("最近一次结论为不合格、此后没有合格的,含市级抽查不合格。"),
    Fate.PENDING: gettext_lazy("申请过验收、还没有结论的。"),
    Fate.NOT_APPLIED: gettext_lazy("批次中从没有申请过验收的整顿。"),
}


@dataclass(frozen=True)
class Fared:
    """One case of the batch and how it fared."""

    uid: str
    village: str
    village_code: str
    township: str
    number: str
    status: str
    fate: Fate
    attempts: int
    last_uid: str
    last_result: str


@dataclass(frozen=True)
class BatchFate:
    """A batch by fate. Withdrawn cases are in no number; every case has one fate."""

    year: int
    rows: tuple[Fared, ...]

    def of(self, which: str) -> tuple[Fared, ...]:
        """The rows behind one number: `applied` or a fate."""
        if which == APPLIED:
            return tuple(one for one in self.rows if one.fate != Fate.NOT_APPLIED)
        return tuple(one for one in self.rows if one.fate == which)

    def count(self, which: str) -> int:
        """How many."""
        return len(self.of(which))

    @property
    def sentence(self) -> str:
        """The batch in one sentence, as the monthly notice prints it."""
        numbers = {
            "applied": self.count(APPLIED), "passed": self.count(Fate.PASSED),
            "failed": self.count(Fate.FAILED), "rest": self.count(Fate.NOT_APPLIED),
        }  # fmt: skip
        said = _("申请 %(applied)d,合格 %(passed)d,不合格 %(failed)d,未申请 %(rest)d") % numbers
        waiting = self.count(Fate.PENDING)
        return said + (_(",等待结论 %d") % waiting if waiting else "")


def batch_fate(scope: Scope | None, county: str, year: int) -> BatchFate:
    """The batch of a year inside a territory. One query.

    Source: cases, their attempts and their events.
    """
    rows = RectificationCase.objects.in_scope(scope).in_county(county).listed(year)
    return BatchFate(year, tuple(_fared(row) for row in _told(rows)))


def fate_figures(found: BatchFate) -> tuple[Figure, ...]:
    """The same for people, with their definitions."""
    counted = tuple(
        Figure(
            f"cases.acceptance.{which}", str(LABELS[which]), found.count(which), _("个"),
            source=_("整顿台账和验收"), definition=str(DEFINITIONS[which]),
        )
        for which in LABELS
    )  # fmt: skip
    share = Figure.of_share(
        "cases.acceptance.passed_share", _("验收合格率"), found.count(Fate.PASSED),
        found.count(APPLIED), source=_("整顿台账和验收"),
        definition=_("合格的占申请验收的;没有申请的不在分母中。"),
    )  # fmt: skip
    return (*counted, share)


def _told(rows: Any) -> Iterator[dict[str, Any]]:
    tries = Acceptance.objects.filter(case=OuterRef("pk")).order_by("-attempt")
    applied = CaseEvent.objects.filter(case=OuterRef("pk"), step=APPLY.key)
    annotated = rows.annotate(
        last_try=Subquery(tries.values("attempt")[:1]),
        last_uid=Subquery(tries.values("uid")[:1]),
        last_result=Subquery(tries.exclude(result="").values("result")[:1]),
        ever_applied=Exists(applied),
        township=F("village__township__name"),
    )
    names = (
        "uid", "number", "round", "status", "applied_on", "spot_result", "failed_count",
        "last_try", "last_uid", "last_result", "ever_applied", "township", "village__name",
        "village__code",
    )  # fmt: skip
    ordered = annotated.order_by("village__township__code", "village__code", "round")
    return iter(ordered.values(*names))


def _fared(row: dict[str, Any]) -> Fared:
    number = row["number"] if row["round"] == 1 else f"{row['number']}-{row['round']}"
    return Fared(
        uid=row["uid"], village=row["village__name"], village_code=row["village__code"],
        township=row["township"], number=number, status=row["status"], fate=_fate(row),
        attempts=row["last_try"] or 0, last_uid=row["last_uid"] or "",
        last_result=row["last_result"] or "",
    )  # fmt: skip


def _fate(row: dict[str, Any]) -> Fate:
    if row["status"] in (*OFF_THE_LIST, CaseStatus.RELAPSED):
        return Fate.PASSED
    if row["spot_result"] == SpotResult.FAILED:
        return Fate.FAILED
    if row["last_result"] == AcceptanceResult.PASSED:
        return Fate.PASSED
    if row["last_result"] == AcceptanceResult.FAILED or row["failed_count"]:
        return Fate.FAILED
    asked = row["applied_on"] or row["ever_applied"] or row["last_try"]
    return Fate.PENDING if asked else Fate.NOT_APPLIED
