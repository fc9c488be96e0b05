"""Helpers, duty holders, visits and works."""

from django.utils.translation import gettext_lazy as _

from rectification.actions.letters import sign
from rectification.ledgers.belonging import (
    CASE_ITEMS,
    all_of,
    in_case,
    kept_in,
    kept_while_worked_on,
    of_case,
    same_case,
    worked_on,
)
from rectification.ledgers.checks import happened, not_ahead, of_use
from rectification.models import CaseLink, CaseVisit, DutyHolder, WorkDone
from rectification.perms import may_keep_cases, may_log_visits, may_see_cases
from rectification.states import UNDER_WORK
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb

SIGN = Verb(
    "sign", _("登记签订"), "record the signature of", act=happened(sign), may=may_keep_cases,
    offered=lambda _user, row: row.letter_signed_on is None and row.case.status in UNDER_WORK,
    explains=_("责任书签字后登记日期;纸质原件由乡镇保存,不要求上传。"),
    asks=(Ask("on", _("签订日期"), "signed on", Kind.DATE),),
)  # fmt: skip
UNIT = Column(
    "unit", _("单位"), path="kind__unit", width=6, help=_("实事种类的计量单位,在词表中规定。")
)

HELPERS = Ledger(
    key="case-helpers",
    hub="cases",
    model=CaseLink,
    title=_("帮扶力量"),
    one=_("帮扶力量"),
    title_en="helpers of cases",
    one_en="helper of a case",
    items=(
        *CASE_ITEMS,
        Item("kind", by="name", chosen=True, fixed=True),
        Item("person", fixed=True),
        Item("post", width=16),
        Item("unit", chosen=True, fixed=True, width=18),
        Item("phone", shown=False),
        Item("since", fixed=True),
        Item("to"),
    ),
    natural_key=("village", "case", "kind", "person", "unit", "since"),
    order=("-case__listed_year", "village__code", "case", "kind__position", "since"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    check=all_of(in_case(*UNDER_WORK), of_use("helper")),
    holds=kept_in(*UNDER_WORK),
    settle=of_case,
    parts=(Part("visits", "link"),),
    search=("person", "unit"),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有帮扶力量。四个一各登记一名,换人时写明前任的结束日期。"),
)
DUTIES = Ledger(
    key="case-duties",
    hub="cases",
    model=DutyHolder,
    title=_("整顿责任人"),
    one=_("责任人"),
    title_en="duty holders of cases",
    one_en="duty holder of a case",
    items=(
        *CASE_ITEMS,
        Item("kind", chosen=True, fixed=True, width=16),
        Item("name", fixed=True),
        Item("post", width=16),
        Item("since", fixed=True),
        Item("to"),
        Item("letter_signed_on", asked=False),
    ),
    natural_key=("village", "case", "kind", "name", "since"),
    order=("-case__listed_year", "village__code", "case", "kind", "since"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    check=in_case(*UNDER_WORK),
    holds=kept_in(*UNDER_WORK),
    settle=of_case,
    verbs=(SIGN,),
    search=("name",),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有责任人。党委书记、分管副书记、组织委员各登记一名。"),
)
VISITS = Ledger(
    key="visits",
    hub="cases",
    model=CaseVisit,
    title=_("走访"),
    one=_("走访"),
    title_en="visits",
    one_en="visit",
    items=(
        *CASE_ITEMS,
        Item("on", fixed=True),
        Item("visitor", fixed=True),
        Item("done", wide=True, width=36),
        Item("days", total=True),
        Item("solved", total=True),
        Item("link", by="person", shown=False),
    ),
    natural_key=("village", "case", "visitor", "on"),
    order=("-on", "village__code"),
    month="on",
    may_read=may_see_cases,
    may_write=may_log_visits,
    check=all_of(worked_on("on"), not_ahead("on"), same_case("link")),
    holds=kept_while_worked_on("on"),
    settle=of_case,
    parts=(Part("works-done", "visit"),),
    charts=(Chart("townships", _("按乡镇"), by="township", measure="days", unit=_("天")),),
    search=("visitor", "done"),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有走访。不要求打卡和照片,记下做了什么就行。"),
)
WORKS = Ledger(
    key="works-done",
    hub="cases",
    model=WorkDone,
    title=_("办实事"),
    one=_("实事"),
    title_en="works done",
    one_en="work done",
    items=(
        *CASE_ITEMS,
        Item("kind", by="name", chosen=True, fixed=True),
        Item("quantity"),
        Item("done_on", fixed=True),
        Item("households", total=True),
        Item("note", wide=True, fixed=True, width=30),
        Item("visit", shown=False),
    ),
    natural_key=("village", "case", "kind", "done_on", "note"),
    order=("-done_on", "village__code"),
    month="done_on",
    may_read=may_see_cases,
    may_write=may_log_visits,
    columns=(UNIT,),
    check=all_of(worked_on("done_on"), not_ahead("done_on"), of_use("work"), same_case("visit")),
    holds=kept_while_worked_on("done_on"),
    settle=of_case,
    search=("note",),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有办实事。写明种类和数量,单位由词表规定。"),
)
LEDGERS: tuple[Ledger, ...] = (HELPERS, DUTIES, VISITS, WORKS)
