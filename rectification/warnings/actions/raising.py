"""Events that an evaluation raises, worsens, finds good or no longer finds."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from rectification.warnings.actions.many_rows import write_events
from rectification.warnings.actions.messages import tell_of_raised
from rectification.warnings.choices import DecisionKind, Level
from rectification.warnings.judgement import COMBINED, HELD, LASTING, is_found
from rectification.warnings.judging import CountyJudged, Judged
from rectification.warnings.models import Alert, WarningDecision
from rectification.warnings.parameters import NOTICE_HOURS
from rectification.warnings.states import ENDED, PASS_OBSERVATION, WITHDRAW, AlertStatus
from villages import parameters
from villages.common import clock

_KEPT = (
    "level", "status", "red_from", "ended_from", "ended_on", "found_in", "good_from", "evidence",
    "version",
)  # fmt: skip
_WARNED = (Level.RED, Level.YELLOW)
# So many villages are named in a query; of more, the whole county's events are read.
_FEW = 200


@dataclass
class _Changes:
    """What to write: new events, changed ones, and what is told about both."""

    judged: CountyJudged
    settled: bool
    at: datetime
    public_at: datetime
    by_name: str
    new: list[Alert] = field(default_factory=list)
    changed: list[Alert] = field(default_factory=list)
    told: list[WarningDecision] = field(default_factory=list)

    def tell(self, alert: Alert, kind: str, before: str = "") -> None:
        """One line of what happened to an event."""
        self.told.append(
            WarningDecision(
                county_code=alert.county_code, village_id=alert.village_id, alert=alert,
                month=self.judged.month.number, kind=kind, from_status=before,
                to_status=alert.status, on=self.judged.on, at=self.at, by_name=self.by_name,
            )
        )  # fmt: skip


def raise_events(*, by: Any, judged: CountyJudged, settled: bool) -> int:
    """Brings the events of a county up to what a month's judgement found. Returns how many rows
    it wrote: none on a second run. A fixed number of statements."""
    at = clock.now()
    hours = int(parameters.value(NOTICE_HOURS.key, on=judged.on, county=judged.county))
    public_at = at + timedelta(hours=hours)
    changes = _Changes(judged, settled, at, public_at, getattr(by, "name", "") or str(by))
    stored = _stored(judged)
    for one in judged.villages:
        _village(changes, one, stored.get(one.village, {}))
    write_events(judged.county, judged.month, changes.new, changes.changed, _KEPT, changes.told)
    tell_of_raised(judged.county, judged.month, changes.told, at)
    return len(changes.new) + len(changes.changed)


def _stored(judged: CountyJudged) -> dict[int, dict[str, list[Alert]]]:
    """Events that count, or ended, in the month or later, by village and rule."""
    found: dict[int, dict[str, list[Alert]]] = {}
    for row in held_events(judged):
        found.setdefault(row.village_id, {}).setdefault(row.rule, []).append(row)
    return found


def held_events(judged: CountyJudged) -> Any:
    """The events of the judged villages, held: nobody takes a step meanwhile that would be lost."""
    rows = Alert.objects.in_county(judged.county).not_over_before(judged.month).order_by("pk")
    if len(judged.villages) <= _FEW:
        rows = rows.filter(village_id__in=[one.village for one in judged.villages])
    return rows.select_for_update(no_key=True)


def _village(changes: _Changes, one: Judged, stored: dict[str, list[Alert]]) -> None:
    reasons = {reason["rule"]: reason for reason in one.reasons}
    lasting = reasons.get(LASTING, {}).get("evidence", {}).get("rules", "").split(",")
    for code, reason in reasons.items():
        if code not in COMBINED and reason["level"] in _WARNED and "observed" not in reason:
            _found(changes, one, reason, stored.get(code, []), lasts=code in lasting)
    for code, events in stored.items():
        for event in events:
            if event.raised_month <= changes.judged.month.number:
                _unfound(changes, event, reasons.get(code))


def _found(
    changes: _Changes, one: Judged, reason: dict[str, Any], events: list[Alert], *, lasts: bool
) -> None:
    """A red or yellow reason: its event is worsened, or a new one is raised."""
    if not is_found(reason) or _is_cleared(changes, events):
        return
    live = next((event for event in events if event.ended_from is None), None)
    if live is None:
        if not _is_told(changes, events):
            _raise(changes, one, reason, None)
    elif live.raised_month > changes.judged.month.number:
        # An earlier month judged again: what stands today was raised since, one is enough.
        return
    elif _is_observed(changes, live):
        # Its observation is broken: it still counts as what came in, a new one takes over.
        following = changes.judged.month.next().number
        _end(changes, live, DecisionKind.RELAPSED, following, AlertStatus.LOWERED)
        _raise(changes, one, reason, live)
    else:
        _worsen(changes, live, reason, lasts=lasts)


def _is_told(changes: _Changes, events: list[Alert]) -> bool:
    """Whether an event that ended later already tells of this month, which is judged again."""
    month = changes.judged.month.number
    return any(one.raised_month <= month < (one.ended_from or month) for one in events)


def _is_observed(changes: _Changes, event: Alert) -> bool:
    """Watched by this month already, and not only since a later one."""
    since = event.observed_from or 0
    return event.status == AlertStatus.OBSERVING and since <= changes.judged.month.number


def _is_cleared(changes: _Changes, events: list[Alert]) -> bool:
    """Somebody found it to be a false alarm while this judgement was being made."""
    month = changes.judged.month.number
    return any(one.status == AlertStatus.FALSE_ALARM and one.ended_from == month for one in events)


def _raise(changes: _Changes, one: Judged, reason: dict[str, Any], parent: Alert | None) -> None:
    month = changes.judged.month.number
    red = reason["level"] == Level.RED
    alert = Alert(
        county_code=changes.judged.county, village_id=one.village, rule=reason["rule"],
        level=reason["level"], raised_month=month, raised_at=changes.at,
        public_at=changes.public_at, red_from=month if red else None, found_in=month,
        evidence=reason["evidence"], parent=parent,
    )  # fmt: skip
    changes.new.append(alert)
    changes.tell(alert, DecisionKind.RAISED)


def _worsen(changes: _Changes, event: Alert, reason: dict[str, Any], *, lasts: bool) -> None:
    month = changes.judged.month.number
    before = (event.level, event.red_from, event.found_in, event.good_from)
    red = reason["level"] == Level.RED or lasts
    if red and event.level != Level.RED:
        event.level, event.red_from = Level.RED, month
        changes.tell(event, DecisionKind.WORSENED, event.status)
    elif not red and event.red_from == month and event.raised_month == month:
        # Judged again before closing: what looked red this month is yellow after all.
        event.level, event.red_from = Level.YELLOW, None
    event.found_in = max(event.found_in, month)
    if event.good_from is not None and event.good_from <= month:
        event.good_from = None
    if before != (event.level, event.red_from, event.found_in, event.good_from):
        changes.changed.append(event)


def _unfound(changes: _Changes, event: Alert, reason: dict[str, Any] | None) -> None:
    """An event whose rule finds nothing wrong now."""
    if event.ended_from is not None or event.status in ENDED:
        return
    if reason is not None and reason["level"] in _WARNED and is_found(reason):
        return
    month = changes.judged.month.number
    if event.raised_month == month:
        _withdraw(changes, event)
    elif event.status == AlertStatus.OBSERVING and reason is None:
        _end(changes, event, PASS_OBSERVATION.key, month, AlertStatus.LOWERED)
    elif _turned_good(reason) and event.good_from is None and event.found_in < month:
        event.good_from = month
        changes.changed.append(event)
        changes.tell(event, DecisionKind.TURNED_GOOD, event.status)


def _turned_good(reason: dict[str, Any] | None) -> bool:
    """The rule looked and found nothing; exempt or unknown is not good."""
    told = reason if reason and reason["level"] in _WARNED else None
    return told is not None and told["evidence"].get("why") == HELD


def _withdraw(changes: _Changes, event: Alert) -> None:
    """Data corrected before the month was judged for good: the event never counted. What people
    already did about it stays in its history; afterwards only a person takes it back."""
    if not changes.settled:
        month = changes.judged.month.number
        _end(changes, event, WITHDRAW.key, month, AlertStatus.WITHDRAWN)


def _end(changes: _Changes, event: Alert, kind: str, month: int, status: AlertStatus) -> None:
    before = event.status
    event.status, event.ended_on, event.ended_from = status, changes.judged.on, month
    event.version += 1
    changes.changed.append(event)
    changes.tell(event, kind, before)
