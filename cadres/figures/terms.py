"""Two days or terms compared (换届前后对比): each measure as a share, and its points."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cadres.figures.structure import structure
from cadres.figures.structure_rows import Structure, StructureRow
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.common.shares import points

Part = Callable[[Structure], int]


@dataclass(frozen=True)
class Measure:
    """One measure: part and whole, both counts of the structure."""

    code: str
    label: object
    part: Part
    whole: Part


def _known(unknown: str) -> Part:
    return lambda one: one.people - int(getattr(one, unknown))


MEASURES = (
    Measure("women", gettext_lazy("女干部比例"), lambda s: s.women, _known("sex_unknown")),
    Measure(
        "minority", gettext_lazy("少数民族比例"), lambda s: s.minority, _known("ethnicity_unknown")
    ),
    Measure("young", gettext_lazy("35岁及以下比例"), lambda s: s.to_35, _known("age_unknown")),
    Measure("over_60", gettext_lazy("60岁以上比例"), lambda s: s.over_60, _known("age_unknown")),
    Measure(
        "high_school", gettext_lazy("高中(中专)及以上比例"), lambda s: s.high_school_up,
        _known("education_unknown"),
    ),
    Measure(
        "college", gettext_lazy("大专及以上比例"),
        lambda s: s.postgraduate + s.bachelor + s.college, _known("education_unknown"),
    ),
    Measure("members", gettext_lazy("党员比例"), lambda s: s.members, _known("political_unknown")),
    Measure(
        "veterans", gettext_lazy("退役军人比例"), lambda s: s.veterans, _known("veteran_unknown")
    ),
    Measure(
        "entrepreneurs", gettext_lazy("致富带头人比例"), lambda s: s.entrepreneurs,
        _known("entrepreneur_unknown"),
    ),
    Measure(
        "one_shoulder", gettext_lazy("一肩挑比例"), lambda s: s.one_shoulder,
        lambda s: s.secretaries,
    ),
    Measure("crossing", gettext_lazy("交叉任职比例"), lambda s: s.crossing, lambda s: s.people),
)  # fmt: skip


@dataclass(frozen=True)
class Compared:
    """One measure on two days; `moved` in percentage points, None where one base is empty."""

    before: Figure
    after: Figure
    moved: Decimal | None


@dataclass(frozen=True)
class Comparison:
    """Everything of two days beside each other. `age_moved` is a difference in years."""

    before: StructureRow
    after: StructureRow
    measures: tuple[Compared, ...]

    @property
    def people_moved(self) -> int:
        """How many more people there are."""
        return self.after.counts.people - self.before.counts.people

    @property
    def age_moved(self) -> Decimal | None:
        """How the mean age moved."""
        older, newer = self.before.counts.average_age, self.after.counts.average_age
        return None if older is None or newer is None else newer - older


def comparison(scope: Scope, county: str, before: date, after: date) -> Comparison:
    """The two committees of a territory on two days. Eight queries.

    Ages are those of each day; whatever else is said of a person is what the ledger says now.
    """
    older, newer = structure(scope, county, before)[0], structure(scope, county, after)[0]
    return Comparison(older, newer, tuple(_compared(one, older, newer) for one in MEASURES))


def share_of(measure: Measure, row: StructureRow) -> Figure:
    """One measure of one row of the structure table."""
    return Figure.of_share(
        f"cadres.{measure.code}_share", str(measure.label), measure.part(row.counts),
        measure.whole(row.counts), missing=row.unknown, source=_("村干部台账"),
        definition=_("村两委成员中每人计一次;情况不明的不计入分母。"),
    )  # fmt: skip


def _compared(one: Measure, older: StructureRow, newer: StructureRow) -> Compared:
    return Compared(
        share_of(one, older),
        share_of(one, newer),
        points(
            (one.part(newer.counts), one.whole(newer.counts)),
            (one.part(older.counts), one.whole(older.counts)),
        ),
    )
