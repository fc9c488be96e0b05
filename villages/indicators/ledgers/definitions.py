"""The dictionary itself."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_change_map
from villages.common.columns import Kind
from villages.indicators.actions.life import begin, end, keep_in_force, revise
from villages.indicators.checking import definition_faults, settle_definition
from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb


def _is_draft(_user: Any, row: IndicatorDefinition) -> bool:
    return row.state == IndicatorState.DRAFT


def _is_open(_user: Any, row: IndicatorDefinition) -> bool:
    return row.is_open


def _is_past_draft(_user: Any, row: IndicatorDefinition) -> bool:
    return row.state != IndicatorState.DRAFT


VERBS = (
    Verb(
        "begin", _("生效"), "put into force", act=begin, may=may_change_map, offered=_is_draft,
        asks=(Ask("begun_on", _("生效日期"), "first day in force", Kind.DATE),),
        explains=_("生效后口径不能再改,各村可以填报;同一指标的上一版同时停用。"),
    ),
    Verb(
        "revise", _("修订"), "draft the next edition", act=revise, may=may_change_map,
        offered=_is_past_draft,
        explains=_("照这一版起草新的一版;已填的数留在原来的版次里。"),
    ),
    Verb(
        "end", _("停用"), "stop asking", act=end, may=may_change_map, offered=_is_open, danger=True,
        asks=(
            Ask("ended_on", _("停用日期"), "last day in force", Kind.DATE),
            Ask("reason", _("停用原因"), "reason"),
        ),
        explains=_("停用后不再要求填报,已填的数保留。"),
    ),
)  # fmt: skip

DEFINITIONS = Ledger(
    key="indicators",
    hub="affairs",
    model=IndicatorDefinition,
    title=_("指标字典(一表通)"),
    one=_("指标"),
    title_en="indicator definitions",
    one_en="indicator definition",
    items=(
        Item("name", width=22),
        Item("slug", width=16, fixed=True),
        Item("kind", chosen=True),
        Item("unit"),
        Item("rhythm", chosen=True),
        Item("about", wide=True, width=34),
        Item("direction", shown=False),
        Item("low", shown=False),
        Item("high", shown=False),
        Item("filer", chosen=True),
        Item("office", chosen=True),
        Item("purpose", wide=True, shown=False, width=28),
        Item("basis", wide=True, shown=False, width=24),
        Item("sunset_on"),
        Item("edition", asked=False),
        Item("state", asked=False, chosen=True),
        Item("begun_on", asked=False),
        Item("ended_on", asked=False, shown=False),
        Item("end_reason", asked=False, shown=False, wide=True),
    ),
    natural_key=("slug",),
    order=("stem", "-edition"),
    may_write=may_change_map,
    check=definition_faults,
    settle=settle_definition,
    after=keep_in_force,
    verbs=VERBS,
    parts=(Part("indicator-values", "definition"),),
    search=("name", "slug", "about", "office"),
    names=lambda row: f"{row.name}(第{row.edition}版)" if row.edition > 1 else row.name,
    empty=_("还没有自定义指标。确需统计的数,先看现有台账里有没有;没有再在这里定义。"),
    sections=(
        (_("指标"), ("name", "slug", "kind", "unit", "rhythm", "about")),
        (_("合理范围"), ("direction", "low", "high")),
        (_("谁要、为什么要"), ("filer", "office", "purpose", "basis", "sunset_on")),
    ),
)
