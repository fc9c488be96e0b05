"""Attempts at the acceptance, who went, and what they found."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.actions import recording
from rectification.ledgers.belonging import CASE_ITEMS, all_of, in_case, of_case, same_case
from rectification.ledgers.schemes import LEDGERS as SCHEME_LEDGERS
from rectification.models import Acceptance, AspectScore, TeamMember, VetoFound
from rectification.perms import may_see_cases, may_take_county_steps
from rectification.states import CaseStatus
from rectification.wording.acceptance import plain
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.common.shares import share
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb

_GOING_ON = in_case(CaseStatus.COUNTY_ACCEPTANCE)


def _concluded(attempt: Acceptance, place: str) -> Iterator[Fault]:
    if attempt.result:
        words = _now("这次验收已有结论,不能再改动。")
        yield Fault(place, "attempt_concluded", words, _now("请刷新页面后查看。"))


def _unconcluded(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    if (attempt := values.get("acceptance")) is not None:
        yield from _concluded(attempt, "acceptance")


def _kept(row: Any) -> Iterator[Fault]:
    yield from _concluded(row.acceptance, "")


def _held_on(row: Any) -> date | None:
    """What belongs to an acceptance is of the day on which it was held."""
    return row.acceptance.held_on if row.acceptance_id else None


def _of_scheme(name: str) -> Any:
    """An aspect or a veto is one of the scheme by which the case is accepted."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        case, part = values.get("case"), values.get(name)
        if case is not None and part is not None and part.scheme_id != case.scheme_id:
            words = _now("它不属于这个村的验收办法。")
            yield Fault(name, "not_of_scheme", words, _now("请从本村的验收办法中选择。"))

    return check


def _at_most(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    aspect, points = values.get("aspect"), values.get("points")
    if aspect is not None and points is not None and points > aspect.points:
        words = _now("这个方面的满分是 %s 分。") % plain(aspect.points)
        yield Fault("points", "points_too_many", words, _now("请核对得分。"))


def _recount(row: AspectScore, _before: Any, _by: Any) -> None:
    recording.recount(row.acceptance)


def _valid(row: dict[str, Any]) -> int | None:
    piles = [row["satisfied"], row["basically"], row["dissatisfied"]]
    return None if None in piles else sum(piles)


def _happy(row: dict[str, Any]) -> Any:
    valid = _valid(row)
    return share(row["satisfied"] + row["basically"], valid) if valid else None


def _pile(name: str, label: Any, en: str, *, required: bool = True) -> Ask:
    return Ask(name, label, en, Kind.INTEGER, required=required, unit="票")


VOTES = Verb(
    "votes", _("登记票数"), "record votes of", act=recording.record_votes,
    may=may_take_county_steps,
    offered=lambda _user, row: not row.result and row.case.status == CaseStatus.COUNTY_ACCEPTANCE,
    explains=_("只记票数。得分和否决情形在验收表上填写。"),
    asks=(
        Ask("held_on", _("验收日期"), "held on", Kind.DATE),
        Ask("eligible", _("应到党员和村民代表"), "who may vote", Kind.INTEGER, unit="人"),
        _pile("satisfied", _("满意票"), "satisfied"),
        _pile("basically", _("基本满意票"), "basically satisfied"),
        _pile("dissatisfied", _("不满意票"), "dissatisfied"),
        _pile("invalid", _("无效票"), "invalid", required=False),
    ),
)  # fmt: skip
_VOTES = ("satisfied", "basically", "dissatisfied")
ACCEPTANCES = Ledger(
    key="acceptances",
    hub="cases",
    model=Acceptance,
    title=_("县级验收"),
    one=_("验收"),
    title_en="acceptances",
    one_en="acceptance",
    items=(
        *CASE_ITEMS,
        Item("attempt", asked=False, width=8),
        Item("applied_on", asked=False, shown=False),
        Item("begun_on", asked=False, shown=False),
        Item("held_on", asked=False),
        Item("score", asked=False),
        Item("eligible", asked=False, shown=False),
        Item("satisfied", asked=False),
        Item("basically", asked=False),
        Item("dissatisfied", asked=False),
        Item("invalid", asked=False, shown=False),
        Item("result", asked=False, chosen=True),
        Item("concluded_on", asked=False),
        Item("reasons", asked=False, wide=True, shown=False, width=36),
        Item("new_deadline", asked=False, shown=False),
    ),
    natural_key=("village", "case", "attempt"),
    order=("-case__listed_year", "village__code", "case", "attempt"),
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    writable=False,
    imported=False,
    columns=(
        Column(
            "happy_share", _("满意率"), kind=Kind.SHARE, computed=True, show=_happy, needs=_VOTES,
            help=_("满意票和基本满意票之和除以有效票;无效票不计。"),
        ),
        Column(
            "sheet", _("验收表"), computed=True, show=lambda _row: str(_now("打开验收表")),
            needs=("uid",), href=lambda row: reverse("cases:acceptance", args=[row["uid"]]),
        ),
    ),
    verbs=(VOTES,),
    parts=(
        Part("acceptance-members", "acceptance"),
        Part("acceptance-scores", "acceptance"),
        Part("acceptance-vetoes", "acceptance"),
    ),
    charts=(Chart("results", _("按结论"), by="result", unit=_("次")),),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有验收。乡镇申请以后,由县里组织。"),
)  # fmt: skip
MEMBERS = Ledger(
    key="acceptance-members",
    hub="cases",
    model=TeamMember,
    title=_("验收组成员"),
    one=_("验收组成员"),
    title_en="members of acceptance teams",
    one_en="member of an acceptance team",
    items=(
        *CASE_ITEMS,
        Item("acceptance", by="attempt", fixed=True, width=14),
        Item("name"),
        Item("unit", width=20),
        Item("leads", chosen=True),
    ),
    natural_key=("village", "case", "acceptance", "name", "unit"),
    order=("-acceptance__begun_on", "village__code", "-leads", "id"),
    dated=_held_on,
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    imported=False,
    check=all_of(_GOING_ON, same_case("acceptance"), _unconcluded),
    holds=_kept,
    settle=of_case,
    search=("name",),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有验收组成员。组织验收时登记。"),
)
SCORES = Ledger(
    key="acceptance-scores",
    hub="cases",
    model=AspectScore,
    title=_("验收得分"),
    one=_("验收得分"),
    title_en="scores of acceptances",
    one_en="score of an acceptance",
    items=(
        *CASE_ITEMS,
        Item("acceptance", by="attempt", fixed=True, width=14),
        Item("aspect", fixed=True, width=20),
        Item("points"),
        Item("note", wide=True, width=30),
    ),
    natural_key=("village", "case", "acceptance", "aspect"),
    order=("-acceptance__begun_on", "village__code", "acceptance", "aspect__position"),
    dated=_held_on,
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    imported=False,
    removable=False,
    check=all_of(_GOING_ON, same_case("acceptance"), _unconcluded, _of_scheme("aspect"), _at_most),
    settle=of_case,
    after=_recount,
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有得分。在验收表中填写。"),
)
FOUND = Ledger(
    key="acceptance-vetoes",
    hub="cases",
    model=VetoFound,
    title=_("一票否决记录"),
    one=_("否决记录"),
    title_en="vetoes found by acceptances",
    one_en="veto found by an acceptance",
    items=(
        *CASE_ITEMS,
        Item("acceptance", by="attempt", fixed=True, width=14),
        Item("veto", fixed=True, width=30),
        Item("note", wide=True, width=36),
    ),
    natural_key=("village", "case", "acceptance", "veto"),
    order=("-acceptance__begun_on", "village__code", "veto__position"),
    dated=_held_on,
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    imported=False,
    check=all_of(_GOING_ON, same_case("acceptance"), _unconcluded, _of_scheme("veto")),
    holds=_kept,
    settle=of_case,
    names=lambda row: f"{row.village.name} {row}",
    empty=_("没有否决记录。"),
)
LEDGERS = (*SCHEME_LEDGERS, ACCEPTANCES, MEMBERS, SCORES, FOUND)
