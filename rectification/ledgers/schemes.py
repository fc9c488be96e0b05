"""Acceptance schemes with their aspects and vetoes. What a case holds is frozen."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.actions import schemes
from rectification.figures.schemes import FULL, is_used
from rectification.models import AcceptanceScheme, SchemeAspect, SchemeVeto
from rectification.perms import may_keep_schemes, may_see_cases
from rectification.wording.acceptance import plain
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb


def _copy(
    row: AcceptanceScheme, *, by: Any, name: str, valid_from: date, document_no: str = ""
) -> AcceptanceScheme:
    return schemes.copy_scheme(
        row, by=by, name=name, valid_from=valid_from, document_no=document_no or ""
    )


def _settle_scheme(row: AcceptanceScheme, _by: Any) -> None:
    schemes.refuse_frozen(row)


def _settle_part(row: Any, _by: Any) -> None:
    """A part is the county's of its scheme, and changes only while no case holds the scheme."""
    if row.scheme_id:
        row.county_code = row.scheme.county_code
        schemes.refuse_frozen(row.scheme)
    schemes.refuse_demands(row.name, getattr(row, "standards", ""))


def _kept(row: Any) -> Iterator[Fault]:
    if is_used(row.scheme):
        words = _now("这个验收办法已有整顿在用。")
        yield Fault("", "scheme_frozen", words, _now("请复制成新的办法再改。"))


def _total(row: dict[str, Any]) -> str:
    total = row["points_total"]
    whole = total == FULL
    return plain(total or 0) if whole else _now("%s(应为 100)") % plain(total or 0)


COPY = Verb(
    "copy", _("复制成新的办法"), "copy", act=_copy, may=may_keep_schemes,
    explains=_("方面、满分、标准和否决情形一并复制,可以再改;原办法到新办法启用前一天为止。"
               "已认定的整顿仍按原办法验收。"),
    asks=(
        Ask("name", _("名称"), "name", most=80),
        Ask("valid_from", _("启用日期"), "valid from", Kind.DATE),
        Ask("document_no", _("文号"), "document number", required=False, most=60),
    ),
)  # fmt: skip
END = Verb(
    "end", _("停用"), "end", act=schemes.end_scheme, may=may_keep_schemes, danger=True,
    offered=lambda _user, row: row.valid_to is None,
    asks=(Ask("valid_to", _("停用日期"), "last day", Kind.DATE),),
)  # fmt: skip

SCHEMES = Ledger(
    key="acceptance-schemes",
    hub="cases",
    model=AcceptanceScheme,
    title=_("验收办法"),
    one=_("验收办法"),
    title_en="acceptance schemes",
    one_en="acceptance scheme",
    items=(
        Item("name", width=24),
        Item("document_no", shown=False, width=18),
        Item("valid_from"),
        Item("valid_to", asked=False),
        Item("pass_score"),
        Item("satisfied_share", kind=Kind.DECIMAL),
        Item("dissatisfied_share", kind=Kind.DECIMAL),
        Item("votes_at_least"),
        Item("votes_share", kind=Kind.DECIMAL),
        Item("team_at_least"),
    ),
    natural_key=("valid_from",),
    order=("-valid_from",),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    imported=False,
    settle=_settle_scheme,
    annotate=lambda rows, _on: rows.annotate(points_total=Sum("aspects__points")),
    columns=(
        Column(
            "total", _("满分合计"), computed=True, needs=("points_total",), show=_total,
            help=_("各方面满分相加,应为 100 分才能使用。"),
        ),
    ),
    verbs=(COPY, END),
    parts=(Part("scheme-aspects", "scheme"), Part("scheme-vetoes", "scheme")),
    search=("name",),
    empty=_("还没有验收办法。可以先采用默认办法,再按本县规定修改。"),
)  # fmt: skip
ASPECTS = Ledger(
    key="scheme-aspects",
    hub="cases",
    model=SchemeAspect,
    title=_("验收方面"),
    one=_("验收方面"),
    title_en="aspects of acceptance schemes",
    one_en="aspect of an acceptance scheme",
    items=(
        Item("scheme", chosen=True, fixed=True, width=24),
        Item("position", width=6),
        Item("name", width=20),
        Item("points", total=True),
        Item("standards", wide=True, width=40),
    ),
    natural_key=("scheme", "position"),
    order=("-scheme__valid_from", "position"),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    imported=False,
    settle=_settle_part,
    holds=_kept,
    search=("name",),
    names=lambda row: f"{row.scheme.name} {row.name}",
    empty=_("还没有验收方面。"),
)
VETOES = Ledger(
    key="scheme-vetoes",
    hub="cases",
    model=SchemeVeto,
    title=_("一票否决情形"),
    one=_("否决情形"),
    title_en="vetoes of acceptance schemes",
    one_en="veto of an acceptance scheme",
    items=(
        Item("scheme", chosen=True, fixed=True, width=24),
        Item("position", width=6),
        Item("name", width=40),
    ),
    natural_key=("scheme", "position"),
    order=("-scheme__valid_from", "position"),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    imported=False,
    settle=_settle_part,
    holds=_kept,
    search=("name",),
    names=lambda row: f"{row.scheme.name} {row.name}",
    empty=_("还没有否决情形。"),
)
LEDGERS = (SCHEMES, ASPECTS, VETOES)
