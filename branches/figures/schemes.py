"""How branches are rated: grades by township, with those that are not rated."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.utils.translation import gettext as _

from branches.models import PartyBranch, SchemeRating
from branches.schemes.choices import FINAL
from villages.common.figures import Figure
from villages.common.periods import Period
from villages.common.scope import Scope


@dataclass(frozen=True)
class Unrated:
    """A branch without a rating that stands: `state` is empty where nobody has begun."""

    branch: int
    uid: str
    name: str
    village_code: str
    state: str


@dataclass(frozen=True)
class GradeTable:
    """Ratings of one unit (a township; the whole county has the code of the county).

    `grades` counts branches by grade, of those rated. `unrated` are the others.
    """

    code: str
    name: str
    grades: Mapping[str, int]
    unrated: tuple[Unrated, ...]

    @property
    def rated(self) -> int:
        """The denominator of every share by grade."""
        return sum(self.grades.values())

    @property
    def branches(self) -> int:
        """Branches that should be rated."""
        return self.rated + len(self.unrated)

    def share(self, grade: str) -> Figure:
        """The share of a grade among the rated branches, in percent with its base."""
        return self._share(f"branches.grade.{grade}", grade, self.grades.get(grade, 0), self.rated)

    @property
    def coverage(self) -> Figure:
        """The share of branches that are rated."""
        return self._share("branches.rated", _("已评定"), self.rated, self.branches)

    def _share(self, code: str, label: str, part: int, whole: int) -> Figure:
        about = _("按已确认或申诉已裁定的结果计算;自评、申诉中的和没有评定的不计入等次比例的分母。")
        return Figure.of_share(
            code, label, part, whole, missing=self.villages_missing,
            source=_("党组织评定"), definition=about,
        )  # fmt: skip

    @property
    def villages_missing(self) -> tuple[str, ...]:
        """Codes of villages with an unrated branch."""
        return tuple(sorted({one.village_code for one in self.unrated}))


def grades(scope: Scope, county: str, kind: str, period: Period, on: date) -> list[GradeTable]:
    """Ratings of a period by township in order of codes, and those of the whole as last row.

    Counts branches that exist on the earlier of the day and the period's end. Two queries.
    """
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(min(on, period.end))
    known = _ratings(scope, county, kind, period)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    gaps: defaultdict[tuple[str, str], list[Unrated]] = defaultdict(list)
    for row in rows.order_by("village__township__code", "village__code", "pk").values(*_BRANCH):
        unit = (row["village__township__code"], row["village__township__name"])
        state, grade = known.get(row["pk"], ("", ""))
        gaps[unit], counts[unit]  # both know every township
        if state in FINAL:
            counts[unit][grade] += 1
        else:
            gaps[unit].append(
                Unrated(row["pk"], row["uid"], row["name"], row["village__code"], state)
            )
    tables = [GradeTable(*unit, counts[unit], tuple(gaps[unit])) for unit in sorted(counts)]
    return [*tables, _whole(county, tables)]


_BRANCH = (
    "pk", "uid", "name", "village__code", "village__township__code", "village__township__name",
)  # fmt: skip


def _ratings(scope: Scope, county: str, kind: str, period: Period) -> dict[int, tuple[str, str]]:
    rows = SchemeRating.objects.in_scope(scope).in_county(county)
    found = rows.filter(kind=kind, period=period.code).order_by()
    return {
        branch: (state, grade)
        for branch, state, grade in found.values_list("branch_id", "state", "grade__name")
    }


def _whole(code: str, tables: Iterable[GradeTable]) -> GradeTable:
    whole: Counter[str] = Counter()
    gaps: list[Unrated] = []
    for one in tables:
        whole.update(one.grades)
        gaps.extend(one.unrated)
    return GradeTable(code, "", whole, tuple(gaps))


def wrong_scores(scope: Scope, county: str) -> list[str]:
    """Uids of ratings whose score is not the sum of their receipts; none in a sound database.

    One query.
    """
    rows = SchemeRating.objects.in_scope(scope).in_county(county).order_by()
    summed = rows.annotate(total=Sum("receipts__points")).values_list("uid", "score", "total")
    return [uid for uid, score, total in summed if score != total]
