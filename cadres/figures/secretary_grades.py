"""How secretaries in office were graded, for rules that judge villages."""

from collections import defaultdict
from datetime import date
from typing import Any

from cadres.choices import Post
from cadres.models import Appraisal, PostTenure
from villages.common.scope import Scope

Grades = tuple[tuple[int, str], ...]


def secretary_grades(scope: Scope, county: str, on: date) -> dict[int, Grades]:
    """Years and grades of each village's secretary in that village, newest first, as known on a
    day; a village without a secretary or without a grade has no entry. Two queries."""
    tenures = PostTenure.objects.in_scope(scope).in_county(county).on(on)
    led = set(tenures.filter(post=Post.SECRETARY).values_list("village_id", "person_id"))
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for village, person, year, grade in _graded(scope, county, on, {who for _at, who in led}):
        if (village, person) in led:
            found[village][year] = grade
    return {village: tuple(sorted(each.items(), reverse=True)) for village, each in found.items()}


def _graded(scope: Scope, county: str, on: date, people: set[int]) -> Any:
    rows = Appraisal.objects.in_scope(scope).in_county(county)
    rows = rows.filter(person__in=people, year__lte=on.year).exclude(graded_on__gt=on)
    return rows.order_by("year", "pk").values_list("village_id", "person_id", "year", "grade")
