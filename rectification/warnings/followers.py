"""Warning events go along when villages are merged, renumbered or split.

The old village keeps its months and receipts, so that they can be judged again; what waits to be
lowered counts for the main successor from the month of the change on. Where both have an event of
one rule, one goes on, with the worse colour. A colour set by hand and exemptions were decided
about the old village: they end, and are decided anew for the new one.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.choices import AskStatus, DecisionKind, Level
from rectification.warnings.models import Alert, ColourOverride, Exemption, WarningDecision
from rectification.warnings.states import AlertStatus
from villages.common import clock
from villages.common.periods import Month
from villages.common.registries import MapFollower
from villages.divisions.heirs import hand_over
from villages.ledgers.keeping import changed
from villages.models import Village

_CARRIED = (
    "rule", "level", "raised_at", "public_at", "observation_until", "found_in",
    "good_from", "evidence", "explanation", "plan", "planned_on", "result", "acknowledged_on",
    "stated_on", "submitted_on", "asked_false_by_id", "asked_false_reason", "order_id", "case_id",
)  # fmt: skip
_WAITING = (AskStatus.ASKED, AskStatus.APPROVED)


def count(codes: Iterable[str]) -> int:
    """Events of these villages that still count. One query."""
    return int(Alert.objects.live().filter(village__code__in=list(codes)).count())


def move(change: Any, by: Any) -> int:
    """Gives them to the main successors; ends what was decided about the old villages."""

    def inherit(old: Village, new: Village) -> int:
        _end_decided(old, change)
        return _inherit(old, new, change, by)

    return hand_over(change, inherit)


def _inherit(old: Village, new: Village, change: Any, by: Any) -> int:
    rows = Alert.objects.select_for_update(of=("self",)).live().order_by("pk")
    events = list(rows.filter(village=old))
    known = {one.rule: one for one in rows.filter(village=new)}
    for event in events:
        status = event.status
        # It leaves the old village first: of one rule a village has one event at most.
        _leave(event, new, change, by)
        if event.rule in known:
            _join(known[event.rule], event, change)
        else:
            _arrive(event, status, old, new, change, by)
    return len(events)


def _leave(event: Alert, new: Village, change: Any, by: Any) -> None:
    day = change.effective_on
    before = event.status
    changed(event, status=AlertStatus.WITHDRAWN, ended_on=day, ended_from=Month.of(day).number)
    _tell(event, before, _("区划变更,转到%s") % new.name, change, by)


def _join(theirs: Alert, event: Alert, change: Any) -> None:
    if event.level == Level.RED != theirs.level:
        changed(theirs, level=Level.RED, red_from=_before(change))


def _arrive(event: Alert, status: str, old: Village, new: Village, change: Any, by: Any) -> None:
    """It counts as brought into the month of the change, whatever its age."""
    since = _before(change)
    carried = {name: getattr(event, name) for name in _CARRIED}
    heir = Alert(
        **carried, status=status, village=new, county_code=new.county_code, raised_month=since,
        red_from=since if event.red_from else None,
        observed_from=since if event.observed_from else None, parent=event,
    )  # fmt: skip
    heir.save()
    _tell(heir, "", _("区划变更,来自%s") % old.name, change, by)


def _before(change: Any) -> int:
    return Month.of(change.effective_on).previous().number


def _tell(event: Alert, before: str, text: str, change: Any, by: Any) -> None:
    WarningDecision.objects.create(
        county_code=event.county_code, village_id=event.village_id, alert=event,
        month=Month.of(change.effective_on).number, kind=DecisionKind.MOVED, from_status=before,
        to_status=event.status, text=text, on=change.effective_on, at=clock.instant(),
        by_name=getattr(by, "name", "") or str(by),
    )  # fmt: skip


def _end_decided(old: Village, change: Any) -> None:
    month = Month.of(change.effective_on).number
    for model in (ColourOverride, Exemption):
        rows: Any = model._default_manager.filter(village=old, status__in=_WAITING)
        grown = F("version") + 1
        rows.filter(status=AskStatus.APPROVED, until_month__gte=month).update(
            status=AskStatus.ENDED, ended_from=month, version=grown
        )
        rows.filter(status=AskStatus.ASKED).update(
            status=AskStatus.REFUSED, decided_on=change.effective_on,
            decided_reason=_("区划变更,请按新的村重新申请"), version=grown,
        )  # fmt: skip


FOLLOWERS = (MapFollower("warnings", gettext_lazy("没有了结的预警事件"), count, move),)
