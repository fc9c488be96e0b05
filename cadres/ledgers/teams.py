"""Seats, terms, reserve cadres, supervision, and what is told to everybody."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.actions.answering import end_link, end_term
from cadres.actions.settling import settle_reserve
from cadres.models import (
    Establishment,
    PublicContact,
    ReservePlan,
    SupervisionLink,
    TermChange,
)
from villages.accounts.perms import may_change_map
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb


def _open(_user: Any, row: Any) -> bool:
    return row.ended_on is None


_ENDED_ON = Ask("ended_on", _("结束日期"), "ended on", Kind.DATE)

ESTABLISHMENTS = Ledger(
    key="establishments",
    hub="cadres",
    model=Establishment,
    title=_("职数核定"),
    one=_("职数核定"),
    title_en="establishments",
    one_en="establishment",
    items=(
        Item("village", width=14),
        Item("valid_from"),
        Item("party_seats", total=True),
        Item("committee_seats", total=True),
        Item("supervision_seats", total=True),
        Item("basis", wide=True, width=24),
    ),
    natural_key=("village", "valid_from"),
    order=("village__code", "-valid_from"),
    charts=(Chart("townships", _("按乡镇"), by="township"),),
    empty=_("还没有核定职数。核定之后才能判断班子是否健全、缺员几人。"),
)
TERMS = Ledger(
    key="term-changes",
    hub="cadres",
    model=TermChange,
    title=_("换届"),
    one=_("换届"),
    title_en="term changes",
    one_en="term change",
    items=(
        Item("number"),
        Item("started_on"),
        Item("ended_on", asked=False),
        Item("basis", wide=True, width=24),
    ),
    natural_key=("number",),
    order=("-number",),
    may_write=may_change_map,
    verbs=(
        Verb(
            "end", _("登记届满"), "end term", act=end_term, asks=(_ENDED_ON,), may=may_change_map,
            offered=_open,
        ),
    ),
    empty=_("还没有登记换届。登记之后可以对比两届班子的结构。"),
)  # fmt: skip
RESERVES = Ledger(
    key="reserve-cadres",
    hub="cadres",
    model=ReservePlan,
    title=_("后备干部培养"),
    one=_("后备干部培养"),
    title_en="reserve cadres",
    one_en="reserve cadre",
    items=(
        Item("village", width=14),
        Item("person", by="name", width=10),
        Item("aim", chosen=True, width=18),
        Item("listed_on"),
        Item("ready_on"),
        Item("mentor", shown=False),
        Item("trained_on"),
        Item("training", wide=True, shown=False),
    ),
    natural_key=("village", "person"),
    order=("village__code", "id"),
    settle=settle_reserve,
    charts=(Chart("aims", _("按培养方向"), by="aim"),),
    search=("person__name",),
    empty=_("还没有培养计划。先在任职台账登记后备干部,再在这里写培养方向和时间。"),
)
LINKS = Ledger(
    key="supervision-links",
    hub="cadres",
    model=SupervisionLink,
    title=_("监督联系"),
    one=_("监督联系"),
    title_en="supervision links",
    one_en="supervision link",
    items=(
        Item("village", width=14),
        Item("kind", chosen=True),
        Item("officer", width=10),
        Item("position", width=20),
        Item("started_on"),
        Item("ended_on", asked=False),
    ),
    natural_key=("village", "kind", "officer", "started_on"),
    order=("village__code", "-started_on", "id"),
    verbs=(Verb("end", _("结束联系"), "end link", act=end_link, asks=(_ENDED_ON,), offered=_open),),
    charts=(Chart("kinds", _("按类别"), by="kind"),),
    search=("officer",),
    empty=_("还没有监督联系。一名纪检干部联系几个村,就登记几条。"),
)
CONTACTS = Ledger(
    key="public-contacts",
    hub="cadres",
    model=PublicContact,
    title=_("公开联系方式"),
    one=_("公开联系方式"),
    title_en="public contacts",
    one_en="public contact",
    items=(
        Item("village", width=14),
        Item("office_phone", width=16),
        Item("duty_line", wide=True, width=24),
        Item("as_of"),
    ),
    natural_key=("village",),
    order=("village__code",),
    empty=_("还没有登记。这里只登记村办公电话和值班安排,会出现在公开页上。"),
)
LEDGERS = (ESTABLISHMENTS, TERMS, RESERVES, LINKS, CONTACTS)
