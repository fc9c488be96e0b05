"""How often what was seen agrees with what was filed, by township (账实比对).

Shape: one line a township with comparisons. Denominator: answers that could be laid beside a
filing. Private to the township and the county: count only rows that the reader may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from villages.common.shares import percent

DEFINITION = "检查要点与到村时最近一个已提交月份的填报对照,能对照的里面一致的占多少。"


@dataclass(frozen=True)
class Accuracy:
    """Comparisons of one township (empty code: of all), and how many of them agree."""

    code: str
    name: str
    compared: int
    agreeing: int

    @property
    def differing(self) -> int:
        """Comparisons that do not agree."""
        return self.compared - self.agreeing

    @property
    def share(self) -> Decimal | None:
        """Agreeing ones in percent of all comparisons."""
        return percent(self.agreeing, self.compared, 1)


def accuracy(rows: Any) -> Sequence[Accuracy]:
    """By township, in the order of codes, of answers that the reader may see. One query."""
    place = ("village__township__code", "village__township__name")
    found = rows.filter(agrees__isnull=False).order_by().values_list(*place)
    counted = found.annotate(told=Count("pk"), same=Count("pk", filter=Q(agrees=True)))
    return tuple(Accuracy(*one) for one in counted.order_by(place[0]))


def altogether(lines: Sequence[Accuracy]) -> Accuracy:
    """The sum of all townships."""
    return Accuracy("", "", sum(one.compared for one in lines), sum(one.agreeing for one in lines))
