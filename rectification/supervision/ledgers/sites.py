"""The villages of inspections, and what was seen there."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.checks import not_ahead
from rectification.supervision.actions.inspection_stepping import RECORDED, is_hidden
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.models import Inspection, InspectionSite
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger, Part


def _check_site(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    inspection, village = values.get("inspection"), values.get("village")
    yield from not_ahead("visited_on")(values, row)
    if inspection is None:
        return
    yield from over(inspection, "inspection")
    if village is not None and village.county_code != inspection.county_code:
        words = say("这个村不在检查的县里。")
        yield Fault("village", "other_county", words, say("请选择本县的村。"))


def over(inspection: Inspection, place: str) -> Iterator[Fault]:
    """Nothing is written down once it is published or cancelled."""
    if inspection.status not in RECORDED:
        words = say("“%(row)s”%(status)s,不能再登记或改动。") % {
            "row": inspection, "status": inspection.get_status_display(),
        }  # fmt: skip
        yield Fault(place, "inspection_over", words, say("需要时另行登记一次检查。"))


def _held_site(row: InspectionSite) -> Iterator[Fault]:
    """What chance chose is not taken away by hand."""
    yield from over(row.inspection, "")
    if row.is_drawn:
        hint = say("没有去的写明原因;要换名单的,重新抽取并写明原因。")
        yield Fault("", "site_drawn", say("随机抽取的村不能删除。"), hint)


SITES = Ledger(
    key="inspection-sites",
    hub="orders",
    model=InspectionSite,
    title=_("检查村"),
    one=_("检查村"),
    title_en="villages of inspections",
    one_en="village of an inspection",
    items=(
        Item("village", fixed=True),
        Item("inspection", by="title", fixed=True, width=30),
        Item("is_drawn", chosen=True, asked=False, width=8),
        Item("planned_on"),
        Item("visited_on", chosen=True),
        Item("on_duty", chosen=True, width=8),
        Item("board_updated", chosen=True, width=8),
        Item("board_latest_on", shown=False),
        Item("meeting_book", chosen=True, width=8),
        Item("venue_in_use", chosen=True, width=8),
        Item("interviewed", shown=False, width=8),
        Item("satisfied", shown=False, width=8),
        Item("note", wide=True, shown=False, width=40),
        Item("weight", asked=False, shown=False, width=8),
        Item("why", asked=False, wide=True, shown=False, width=40),
    ),
    natural_key=("village", "inspection"),
    order=("-inspection__from_on", "village__code"),
    may_read=may_see_inspections,
    may_write=may_keep_inspections,
    imported=False,
    check=_check_site,
    holds=_held_site,
    quiet=is_hidden,
    parts=(Part("findings", "site"), Part("inspection-answers", "site")),
    search=("inspection__title", "note"),
    names=lambda row: f"{row.village.name} {row.inspection}",
    empty=_("还没有检查村。抽取名单或者逐个登记,公布以后乡镇看到。"),
)
LEDGERS = (SITES,)
