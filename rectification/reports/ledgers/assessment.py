"""The ledgers of the year-end assessment: schemes with their parts, entries, objections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.reports.actions.assessment_parts import refuse_forbidden
from rectification.reports.assessment.rules.ladder import read_ladder
from rectification.reports.models import (
    AssessmentBlock,
    AssessmentScheme,
    VetoGround,
)
from rectification.reports.perms import (
    may_keep_assessment,
    may_see_assessment,
)
from villages.common import clock
from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger, Part


def _used(scheme: Any, field: str) -> Iterator[Fault]:
    """A scheme by which a year was published stands."""
    if scheme is not None and scheme.used_on is not None:
        words = _now("“%s”已经用于公示,不再改动。") % scheme.title
        yield Fault(field, "scheme_used", words, _now("请另建一份从某天起启用的考核办法。"))


def _check_scheme(_values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from _used(row, "")


def _check_part(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from _used(values.get("scheme"), "scheme")
    try:
        read_ladder(values.get("ladder") or "")
    except ValueError as error:
        words = _now("“%s”看不懂。") % error
        yield Fault("ladder", "ladder", words, _now("写成“80:3;90:1”,表示低于 80% 扣 3 分。"))


def _holds_part(row: Any) -> Iterable[Fault]:
    return _used(row.scheme, "")


def _settle_part(row: Any, _by: Any) -> None:
    """A part is the county's of its scheme; what may not be scored is refused in words."""
    if row.scheme_id:
        row.county_code = row.scheme.county_code
    refuse_forbidden(row.county_code, clock.today(), name=row.name)


SCHEMES = Ledger(
    key="assessment-schemes",
    hub="reports",
    model=AssessmentScheme,
    title=_("考核办法"),
    one=_("考核办法"),
    title_en="schemes of the year-end assessment",
    one_en="scheme of the year-end assessment",
    items=(
        Item("title", width=24),
        Item("valid_from"),
        Item("basis", shown=False, width=24),
        Item("good_from"),
        Item("better_from"),
        Item("fair_from"),
        Item("lowest", shown=False),
        Item("highest", shown=False),
        Item("bonus_most", shown=False),
        Item("penalty_most", shown=False),
        Item("used_on", asked=False),
    ),
    natural_key=("valid_from",),
    order=("-valid_from",),
    may_read=may_see_assessment,
    may_write=may_keep_assessment,
    imported=False,
    check=_check_scheme,
    holds=lambda row: _used(row, ""),
    parts=(Part("assessment-blocks", "scheme"), Part("veto-grounds", "scheme")),
    search=("title",),
    empty=_("还没有考核办法。第一次建立年度考核时按默认权重生成一份,可以先改再公示。"),
)
BLOCKS = Ledger(
    key="assessment-blocks",
    hub="reports",
    model=AssessmentBlock,
    title=_("考核内容"),
    one=_("考核内容"),
    title_en="blocks of schemes",
    one_en="block of a scheme",
    items=(
        Item("scheme", by="title", fixed=True, width=24),
        Item("seq", width=6),
        Item("key", kind=Kind.CODE, width=10),
        Item("name", width=24),
        Item("weight", total=True),
        Item("formula", chosen=True, width=24),
        Item("step_input", shown=False, width=20),
        Item("step_points", shown=False),
        Item("step_most", shown=False),
        Item("ladder", shown=False, width=20),
    ),
    natural_key=("scheme", "key"),
    order=("-scheme__valid_from", "scheme", "seq"),
    may_read=may_see_assessment,
    may_write=may_keep_assessment,
    imported=False,
    check=_check_part,
    holds=_holds_part,
    settle=_settle_part,
    search=("name",),
    names=lambda row: f"{row.scheme.title} {row.name}",
    empty=_("还没有考核内容。权重合计应为 100。"),
)
VETOES = Ledger(
    key="veto-grounds",
    hub="reports",
    model=VetoGround,
    title=_("一票否决事项"),
    one=_("一票否决事项"),
    title_en="grounds of veto",
    one_en="ground of veto",
    items=(
        Item("scheme", by="title", fixed=True, width=24),
        Item("name", width=36),
        Item("best_grade", chosen=True),
    ),
    natural_key=("scheme", "name"),
    order=("-scheme__valid_from", "scheme", "id"),
    may_read=may_see_assessment,
    may_write=may_keep_assessment,
    imported=False,
    check=lambda values, _row: _used(values.get("scheme"), "scheme"),
    holds=_holds_part,
    settle=_settle_part,
    search=("name",),
    names=lambda row: f"{row.scheme.title} {row.name}",
    empty=_("还没有一票否决事项。"),
)
LEDGERS: tuple[Ledger, ...] = (SCHEMES, BLOCKS, VETOES)
