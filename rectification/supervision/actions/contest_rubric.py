"""The rubric of a contest: taken over from the last one, else the usual one."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.contest_rows import held
from rectification.supervision.defaults.contests import ASPECTS
from rectification.supervision.models import Contest, ContestAspect
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed
from villages.trace.record import record

Told = tuple[str, bool, Any]


@transaction.atomic
def take_rubric(contest: Contest, *, by: Any) -> Contest:
    """Aspects and points of the county's last contest that has any, else the usual ones.

    The points of both parts follow. Raises `contest_finished`, `rubric_there`.
    """
    row = held(contest)
    if row.aspects.exists():
        words = _("“%s”已有评分项目。") % row.title
        raise DomainError("rubric_there", words, _("请逐项增减,或删除后再采用。"))
    told = list(_last_rubric(row)) or list(ASPECTS)
    ContestAspect.objects.bulk_create(
        ContestAspect(
            county_code=row.county_code, contest=row, seq=place, name=name, at_speech=at_speech,
            points=points,
        )
        for place, (name, at_speech, points) in enumerate(told, start=1)
    )  # fmt: skip
    sums = {part: int(sum(one[2] for one in told if one[1] == part)) for part in (False, True)}
    changed(row, site_points=sums[False], speech_points=sums[True])
    record("contest.rubric", row, by=by, count=len(told))
    return row


def _last_rubric(contest: Contest) -> Iterable[Told]:
    others = Contest.objects.in_county(contest.county_code).filter(aspects__isnull=False)
    last = others.exclude(pk=contest.pk).order_by("-held_on", "-pk").first()
    rows = last.aspects.order_by("seq") if last else ContestAspect.objects.none()
    found: Iterable[Told] = rows.values_list("name", "at_speech", "points")
    return found
