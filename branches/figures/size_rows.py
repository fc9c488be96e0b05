"""Members and activity of organizations, as further columns of their rows."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Subquery, Sum

from branches.choices import HOLDS_MEMBERS
from branches.models import Meeting, MemberCount, PartyBranch, QuietMonth
from branches.querysets import exists_on
from villages.common.periods import Month


def with_members(rows: Any, on: date) -> Any:
    """Adds `own`, `below` (formal members by the newest counts up to a day, its own and those of
    the branches under it), `parts` and `parts_counted` (how many branches those are), `counted_on`.
    No query."""
    newer = MemberCount.objects.filter(
        branch=OuterRef("branch"), as_of__gt=OuterRef("as_of"), as_of__lte=on
    )
    newest = MemberCount.objects.filter(~Exists(newer), as_of__lte=on).order_by()
    own = newest.filter(branch=OuterRef("pk"))
    below = newest.filter(
        exists_on(on, "branch__"), branch__parent=OuterRef("pk"), branch__kind__in=HOLDS_MEMBERS
    )
    children = PartyBranch.objects.on(on).holding_members().filter(parent=OuterRef("pk")).order_by()
    return rows.annotate(
        own=Subquery(own.values("formal")[:1]),
        counted_on=Subquery(own.values("as_of")[:1]),
        below=_grouped(below, "branch__parent", Sum("formal")),
        parts=_grouped(children, "parent", Count("pk")),
        parts_counted=_grouped(below, "branch__parent", Count("pk")),
    )


def _grouped(rows: Any, by: str, aggregate: Any) -> Subquery:
    return Subquery(rows.values(by).annotate(answer=aggregate).values("answer"))


def with_activity(rows: Any, on: date, months: int) -> Any:
    """Adds `last_met` (newest meeting up to a day) and `quiet` (how many of the last complete
    months are stated to have had none). No query."""
    last = Month.of(on).previous()
    span = (last.shift(1 - months).number, last.number)
    met = Meeting.objects.filter(branch=OuterRef("pk"), held_on__lte=on).order_by()
    quiet = QuietMonth.objects.filter(branch=OuterRef("pk"), month__range=span).order_by()
    return rows.annotate(
        last_met=_grouped(met, "branch", Max("held_on")),
        quiet=_grouped(quiet, "branch", Count("pk")),
    )


def members_of(row: dict[str, Any]) -> int | None:
    """Formal members of an organization, from a row of `with_members`; None where a count is
    missing."""
    if row["kind"] in HOLDS_MEMBERS or not row["parts"]:
        return row["own"]  # type: ignore[no-any-return]
    return row["below"] if row["parts_counted"] == row["parts"] else None
