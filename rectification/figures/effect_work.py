"""What a batch achieved in its cases: acceptance, problems solved, works done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from rectification.figures.acceptance import LABELS, Fared, fate_figures
from rectification.figures.effect_parts import (
    CODE,
    ONE,
    Batch,
    Behind,
    Effect,
    EffectRow,
    Group,
    LeftOut,
    Listed,
)
from rectification.figures.problems import SOLVED, KindOfProblem, problems, problems_of
from rectification.figures.works import DEFINITION, WorkSum, by_kind, works_of
from rectification.states import CaseStatus, ProblemStatus
from villages.common.figures import Figure

LISTED = "listed"


def of_acceptance(batch: Batch) -> Iterator[Effect]:
    """Listed, applied, passed, failed, waiting, not applied. No query."""
    total, source = len(batch.fate.rows), _("整顿台账和验收")
    whole = Figure(
        CODE + LISTED, _("排查认定"), total, _("个"), source=source,
        definition=_("本批次认定进入整顿的,误列撤销的不计;一个村有两轮的计两个。"),
    )  # fmt: skip
    yield Effect(LISTED, Group.ACCEPTANCE, whole, _cases(batch.fate.rows, source))
    for which, figure in zip(LABELS, fate_figures(batch.fate), strict=False):
        rows = batch.fate.of(which)
        based = replace(figure, numerator=len(rows), denominator=total)
        yield Effect(str(which), Group.ACCEPTANCE, based, _cases(rows, source))


def _cases(rows: tuple[Fared, ...], source: str) -> Callable[[], Behind]:
    def behind() -> Behind:
        return Behind(
            tuple(EffectRow(place_of(one), ONE, _stand(one), source, "cases", one.uid)
                  for one in rows)
        )  # fmt: skip

    return behind


def place_of(one: Fared) -> Listed:
    """Where a case of the batch is."""
    return Listed(one.village_code, one.village, one.township, one.number, one.uid)


def _stand(one: Fared) -> str:
    return str(CaseStatus(one.status).label)


def of_problems(batch: Batch) -> Iterator[Effect]:
    """Problems solved by kind. One query, and one more for rows that are asked for."""
    for one in problems(batch.territory, batch.county, batch.year):
        figure = Figure(
            f"{CODE}problem-{one.key}", _("%s(已解决)") % one.name, one.solved, _("个"),
            numerator=one.solved, denominator=one.all, source=_("问题清单"),
            definition=_("乡镇登记解决和县里已核实的都算解决,重新列入的不算;分母是本批次这类问题。"),
        )  # fmt: skip
        yield Effect(
            f"problem-{one.key}", Group.PROBLEMS, figure, partial(_problems, batch, one),
            name=one.name,
        )  # fmt: skip


def _problems(batch: Batch, kind: KindOfProblem) -> Behind:
    """All problems of the kind: solved ones are the rows, the others are left out."""
    rows = problems_of(batch.territory, batch.county, batch.year).filter(kind__uid=kind.key)
    solved, left = [], []
    for place, uid, text, status in _read(rows, "seq", "uid", "description", "status"):
        if status in SOLVED:
            solved.append(EffectRow(place, ONE, text, _("问题清单"), "case-problems", uid))
        else:
            left.append(LeftOut(place, f"{text}({ProblemStatus(status).label})"))
    return Behind(tuple(solved), tuple(left))


def of_works(batch: Batch) -> Iterator[Effect]:
    """Works done by kind. One query, and one more for rows that are asked for."""
    for one in by_kind(works_of(batch.territory, batch.county, batch.year)):
        figure = Figure(
            f"{CODE}work-{one.key}", one.kind, _whole(one.quantity), one.unit,
            source=_("办实事台账"), definition=DEFINITION,
        )  # fmt: skip
        yield Effect(
            f"work-{one.key}", Group.WORKS, figure, partial(_works, batch, one), one.line,
            one.kind,
        )  # fmt: skip


def _works(batch: Batch, kind: WorkSum) -> Behind:
    rows = works_of(batch.territory, batch.county, batch.year).filter(kind__uid=kind.key)
    source = _("办实事台账")
    return Behind(
        tuple(
            EffectRow(place, _whole(quantity), f"{day} {note}".strip(), source, "works-done", uid)
            for place, uid, quantity, day, note in _read(
                rows, "done_on", "uid", "quantity", "done_on", "note"
            )
        )
    )


_PLACE = (
    "village__code", "village__name", "village__township__name", "case__number", "case__round",
    "case__uid",
)  # fmt: skip


def _read(rows: Any, order: str, *names: str) -> Iterator[tuple[Any, ...]]:
    """Rows of the file in the order of the map, each after the village and case it belongs to."""
    found = rows.order_by("village__township__code", "village__code", order, "pk")
    for code, name, township, number, round_, case, *values in found.values_list(*_PLACE, *names):
        shown = number if round_ == 1 else f"{number}-{round_}"
        yield (Listed(code, name, township, shown, case), *values)


def _whole(quantity: Decimal) -> int | Decimal:
    """A quantity without needless zeros: 42, 3.5."""
    whole = quantity.to_integral_value()
    return int(whole) if quantity == whole else quantity.normalize()
