"""What the escalation clock drafts every day: papers for a person to look at and send.

Nothing leaves the county by itself. A second run of the day adds nothing: what was drafted is told
in the decisions, and what a person gave up is not drafted again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.choices import OrderKind
from rectification.warnings.actions.papers import data_of, draft_for, link, words_of
from rectification.warnings.actions.telling import tell
from rectification.warnings.figures.papers_due import Due, Lasting, events_due, villages_due
from rectification.warnings.models import Alert
from rectification.warnings.paper_rules import Rung, paper_key
from rectification.warnings.sentences import reason
from villages.common.periods import Month
from villages.db.locks import hold
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.ledgers.keeping import locked
from villages.models import County

KIND = "warnings.daily"
_SAID = 3


@transaction.atomic
def draft_due(county: str, on: date, *, by: Any) -> int:
    """One draft for each township and kind of silence; how many drafts were made."""
    hold(f"warning-papers:{county}", exclusive=True)
    events, lasting = events_due(county, on), villages_due(county, on)
    made = sum(_events(rung, group, by, on) for (_c, rung), group in _by_rung(events).items())
    return made + sum(
        _lasting(OrderKind(kind), group, by, on)
        for (_code, kind), group in _by_kind(lasting).items()
    )


def is_due(county: str, on: date) -> bool:
    """Whether the clock has anything to draft."""
    return bool(events_due(county, on) or villages_due(county, on))


def request_daily(*, on: date, by: Any) -> list[Job]:
    """A job for every county in which a paper is due; asking twice gives the same one."""
    counties = County.objects.on(on).order_by("code")
    return [_request(one, on, by) for one in counties if is_due(one.code, on)]


def _request(county: County, on: date, by: Any) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county.code}:{on.isoformat()}",
        title=_("%(county)s三色预警待发文书") % {"county": county.name},
        county=county.code, args={"on": on.isoformat()},
    )  # fmt: skip


def _events(rung: Rung, group: Sequence[Due], by: Any, on: date) -> int:
    held = [locked(one.alert) for one in group]
    township = held[0].village.township
    late = {one.alert.pk: one for one in group}
    order = draft_for(
        township, by=by, on=on, kind=rung.kind, requirement=str(rung.asks),
        subject=_("%(township)s三色预警:%(why)s") % {"township": township.name, "why": rung.why},
        matters=[
            (one.village, words_of(one),
             _("%(data)s;应于 %(day)s 前办理") % {
                 "data": data_of(one), "day": late[one.pk].by.isoformat()})
            for one in held
        ],
    )  # fmt: skip
    link(held, order, by=by, on=on, why=str(rung.why))
    return 1


def _lasting(kind: OrderKind, group: Sequence[Lasting], by: Any, on: date) -> int:
    warnings = [one.warning for one in group]
    township = warnings[0].village.township
    order = draft_for(
        township, by=by, on=on, kind=kind, requirement=str(group[0].asks),
        subject=_("%(township)s %(count)d 个村连续红色预警") % {
            "township": township.name, "count": len(warnings)},
        matters=[(one.village, _stays_red(one), _said(one.reasons)) for one in warnings],
    )  # fmt: skip
    for one in warnings:
        alerts = list(
            Alert.objects.live().filter(village_id=one.village_id, level="red").order_by("pk")
        )
        link([locked(alert) for alert in alerts], order, by=by, on=on)
        if not alerts:
            month = Month.from_number(one.month)
            text = str(kind.label)
            tell(one, paper_key(kind), by=by, on=on, month=month, text=text)
    return 1


def _stays_red(one: Any) -> str:
    told = {"village": one.village.name, "months": one.red_months}
    return _("%(village)s连续 %(months)d 个月红色预警") % told


def _said(reasons: Iterable[dict[str, Any]]) -> str:
    grave = [one for one in reasons if one["level"] == "red"]
    return ";".join(reason(one) for one in grave[:_SAID])


def _by_rung(due: Iterable[Due]) -> dict[tuple[str, Rung], list[Due]]:
    found: dict[tuple[str, Rung], list[Due]] = defaultdict(list)
    for one in due:
        found[one.alert.village.township.code, one.rung].append(one)
    return found


def _by_kind(due: Iterable[Lasting]) -> dict[tuple[str, str], list[Lasting]]:
    found: dict[tuple[str, str], list[Lasting]] = defaultdict(list)
    for one in due:
        found[one.warning.village.township.code, one.kind].append(one)
    return found
