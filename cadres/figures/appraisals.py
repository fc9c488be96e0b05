"""Yearly appraisals in numbers."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cadres.models import Appraisal
from cadres.rules.dispositions import incompetent_run
from cadres.wording.appraisal import Grade
from villages import parameters
from villages.common.scope import Scope


@dataclass(frozen=True)
class TownshipGrades:
    """Grades of one township in one year; whoever has no grade is in no count.

    `too_many_excellent` asks a question: the share of excellent lies above the county's line.
    """

    code: str
    name: str
    grades: tuple[tuple[str, int], ...]
    too_many_excellent: bool

    @property
    def graded(self) -> int:
        """All people with a grade."""
        return sum(count for _grade, count in self.grades)


@dataclass(frozen=True)
class Run:
    """Somebody graded incompetent several years one after another."""

    person: str
    village: str
    years: int


@dataclass(frozen=True)
class AppraisalFigures:
    """Townships by code, and the people whom the county should look at."""

    townships: tuple[TownshipGrades, ...]
    runs: tuple[Run, ...]


def appraisals(scope: Scope, county: str, year: int, on: date) -> AppraisalFigures:
    """Grades of a year by township, and runs of incompetent ones up to it. One query."""
    line = parameters.value("cadres.appraisal_excellent_share", on=on, county=county)
    most = parameters.value("cadres.appraisal_incompetent_run", on=on, county=county)
    rows = Appraisal.objects.in_scope(scope).in_county(county)
    rows = rows.filter(year__gt=year - max(most, 1) * 2, year__lte=year)
    people: dict[tuple[str, str, int], dict[int, str]] = defaultdict(dict)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    read = (
        "village__township__code", "village__township__name", "village__name", "person__name",
        "person_id", "year", "grade",
    )  # fmt: skip
    for code, township, village, name, person, of, grade in rows.values_list(*read):
        people[village, name, person][of] = grade
        if of == year:
            counts[code, township][grade] += 1
    return AppraisalFigures(
        tuple(_township(*key, one, line) for key, one in sorted(counts.items())),
        tuple(_runs(people, year, most)),
    )


def _township(code: str, name: str, counts: Counter[str], line: int) -> TownshipGrades:
    share = Fraction(counts[Grade.EXCELLENT], counts.total())
    grades = tuple((str(grade.label), counts[grade.value]) for grade in Grade)
    return TownshipGrades(code, name, grades, share > Fraction(line, 100))


def _runs(people: dict[tuple[str, str, int], dict[int, str]], year: int, most: int) -> list[Run]:
    found = [
        Run(name, village, incompetent_run(grades, year))
        for (village, name, _person), grades in people.items()
    ]
    return sorted(
        (one for one in found if one.years >= most), key=lambda one: (one.village, one.person)
    )
