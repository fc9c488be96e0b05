"""New, worse and lowered events for the daily digest: one line a township and kind, no more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.news_sources import NewsSource
from rectification.warnings.choices import DecisionKind
from rectification.warnings.models import WarningDecision
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.states import LOWER, PASS_OBSERVATION, VERIFY_YELLOW
from villages.common.clock import ZONE
from villages.common.scope import Scope

_DAY = timedelta(days=1)
_LOWERED = (VERIFY_YELLOW.key, LOWER.key, PASS_OBSERVATION.key)
_KINDS = (DecisionKind.RAISED.value, DecisionKind.WORSENED.value, *_LOWERED)


def lines(channel: Any, since: date, on: date) -> Iterator[str]:
    """What happened since the last digest in the owner's territory, counted. One query."""
    first, last = (datetime.combine(day, time.min, ZONE) for day in (since, on + _DAY))
    rows = _rows(channel).filter(at__gte=first, at__lt=last, kind__in=_KINDS)
    counted = Counter(
        _said(kind, level) for kind, level in rows.values_list("kind", "alert__level")
    )
    for words in (_("新增红色"), _("新增黄色"), _("由黄转红"), _("核实降级")):
        if count := counted[words]:
            yield _("三色预警:%(words)s %(count)d 条") % {"words": words, "count": count}


def _said(kind: str, level: str) -> str:
    if kind in _LOWERED:
        return _("核实降级")
    if kind == DecisionKind.WORSENED:
        return _("由黄转红")
    return _("新增红色") if level == "red" else _("新增黄色")


def _rows(channel: Any) -> Any:
    """A person's own territory; a unit's; departments have no villages."""
    rows = WarningDecision.objects.in_county(channel.county_code)
    if channel.user_id:
        return rows.visible_to(channel.user) if may_see_warnings(channel.user) else rows.none()
    return rows.in_scope(Scope.of([channel.unit_code])) if channel.unit_code else rows.none()


NEWS = (NewsSource("warnings", lines),)
