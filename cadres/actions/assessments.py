"""Scoring a stationed team by the county's ten-point scheme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.defaults.assessment import ITEMS
from cadres.models import AssessmentItem, AssessmentPoints, TeamAssessment
from cadres.rules.assessment import is_assessed_period, is_whole
from villages.common.errors import DomainError
from villages.ledgers.keeping import refuse_broken
from villages.models import County, Village
from villages.trace.record import record


@dataclass(frozen=True)
class Score:
    """What an item is given and on what grounds."""

    points: Decimal
    grounds: str


@transaction.atomic
def assess(
    *, village: Village, period: str, scores: Mapping[int, Score], on: date, by: Any
) -> TeamAssessment:
    """Scores the team of a village for a quarter or half-year; again it replaces the first.

    `scores` by the key of the item, every item in force on the day with grounds. Raises
    `period_not_assessed`, `scheme_not_whole`, `scores_missing`, and what the constraints say.
    """
    if not is_assessed_period(period):
        raise DomainError("period_not_assessed", _("考核周期应为季度或半年,例如 2026Q3。"))
    items = scheme(village.county_code, on)
    _refuse_gaps(items, scores)
    total = sum((scores[item.pk].points for item in items), Decimal(0))
    row, before = _row(village, period)
    row.total, row.assessed_on, row.assessed_by = total, on, by.name
    row.version += 1 if row.pk else 0
    refuse_broken(row)
    row.save()
    _replace_points(row, items, scores)
    after = {"period": period, "total": total}
    record("team.assessed", row, by=by, before=before, after=after)
    return row


def scheme(county: str, on: date) -> list[AssessmentItem]:
    """The items in force on a day, ten points in all. Raises `scheme_not_whole`."""
    items = list(AssessmentItem.objects.in_county(county).on(on))
    if not is_whole(item.max_points for item in items):
        raise DomainError(
            "scheme_not_whole",
            _("十分制项目的分值合计不是 10 分。"),
            _("请先在十分制项目清单中调整。"),
        )
    return items


@transaction.atomic
def install_default_scheme(*, county: County, on: date, by: Any) -> int:
    """Five items of two points where the county has none; gives how many rows."""
    if AssessmentItem.objects.in_county(county.code).exists():
        return 0
    AssessmentItem.objects.bulk_create(
        AssessmentItem(
            county_code=county.code, position=place, name=name, max_points=points, valid_from=on
        )
        for place, (name, points) in enumerate(ITEMS, start=1)
    )
    record("team.scheme_installed", county, by=by, count=len(ITEMS))
    return len(ITEMS)


def _row(village: Village, period: str) -> tuple[TeamAssessment, dict[str, Any]]:
    rows = TeamAssessment.objects.select_for_update().filter(village=village, period=period)
    if found := rows.first():
        return found, {"total": found.total}
    return TeamAssessment(village=village, county_code=village.county_code, period=period), {}


def _refuse_gaps(items: list[AssessmentItem], scores: Mapping[int, Score]) -> None:
    missing = [
        item.name for item in items if item.pk not in scores or not scores[item.pk].grounds.strip()
    ]
    if missing:
        words = _("每一项都要有得分和依据,还缺:%s。") % "、".join(missing)
        raise DomainError("scores_missing", words)


def _replace_points(
    row: TeamAssessment, items: list[AssessmentItem], scores: Mapping[int, Score]
) -> None:
    row.points.all().delete()
    given = [
        AssessmentPoints(
            assessment=row, item=item, max_points=item.max_points, points=scores[item.pk].points,
            grounds=scores[item.pk].grounds.strip(),
        )
        for item in items
    ]  # fmt: skip
    for one in given:
        refuse_broken(one)
    AssessmentPoints.objects.bulk_create(given)
