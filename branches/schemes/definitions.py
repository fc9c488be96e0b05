"""What a scheme says, apart from its row: to be edited, copied, checked and carried as a file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from branches.models import Scheme
from branches.schemes.choices import Judged
from branches.scoring import Grade, Rule, plain


@dataclass(frozen=True)
class ItemDefinition:
    """One item; `rule` is there where it is computed."""

    number: int
    text: str
    points: Decimal
    judged: str = Judged.YES_NO
    part: str = ""
    rule: Rule | None = None
    veto: bool = False


@dataclass(frozen=True)
class SchemeDefinition:
    """A scheme's content without version, dates and basis."""

    kind: str
    title: str
    cycle: str
    items: tuple[ItemDefinition, ...] = field(default=())
    grades: tuple[Grade, ...] = field(default=())

    @property
    def total(self) -> Decimal:
        """Full points."""
        return sum((item.points for item in self.items), Decimal(0))


def definition_of(scheme: Scheme) -> SchemeDefinition:
    """What the stored version says. Two queries."""
    items = tuple(item_definition(row) for row in scheme.items.order_by("number"))
    grades = tuple(Grade(row.name, row.least) for row in scheme.grades.order_by("-least"))
    return SchemeDefinition(scheme.kind, scheme.title, scheme.cycle, items, grades)


def item_definition(row: object) -> ItemDefinition:
    """One stored item."""
    values = {name: getattr(row, name) for name in ("number", "text", "points", "judged", "part")}
    return ItemDefinition(**values, rule=rule_of(row), veto=row.veto)  # type: ignore[attr-defined]


def rule_of(row: object) -> Rule | None:
    """The rule of a stored item; None where people judge it."""
    names = ("figure", "comparison", "wanted", "per_unit")
    figure, comparison, wanted, per_unit = (getattr(row, name) for name in names)
    return Rule(figure, comparison, wanted, per_unit) if figure else None


def faults(
    scheme: SchemeDefinition, *, figures: Iterable[str], forbidden: Sequence[str]
) -> list[str]:
    """What keeps a scheme from being used, one sentence each.

    `figures` are the known figures, `forbidden` the words that no item may hold: photos, notes,
    media pieces and leaders' comments are no measure of work (中央关于为基层减负的规定, 2024).
    """
    known = set(figures)
    found = list(_grade_faults(scheme))
    for item in scheme.items:
        found.extend(_item_faults(item, known, forbidden))
    return found


def _grade_faults(scheme: SchemeDefinition) -> Iterator[str]:
    if not scheme.items:
        yield _("方案还没有评定项目。")
    if not any(grade.least == 0 for grade in scheme.grades):
        yield _("要有一个最低得分为 0 的等次,否则得分低的党组织没有等次。")
    for grade in scheme.grades:
        if scheme.items and grade.least > scheme.total:
            yield _("等次“%(name)s”的最低得分 %(least)s 超过满分 %(total)s。") % {
                "name": grade.name, "least": plain(grade.least), "total": plain(scheme.total),
            }  # fmt: skip


def _item_faults(item: ItemDefinition, known: set[str], forbidden: Sequence[str]) -> Iterator[str]:
    if item.rule and item.rule.figure not in known:
        yield _("第 %(number)s 项的数据项“%(figure)s”不存在。") % {
            "number": item.number, "figure": item.rule.figure,
        }  # fmt: skip
    for word in forbidden:
        if word in item.text:
            yield _("第 %(number)s 项含有“%(word)s”:为基层减负的规定不允许以此评分。") % {
                "number": item.number, "word": word,
            }  # fmt: skip
