"""The county's checklist of inspections."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.models import ChecklistPoint
from villages.common.faults import Fault
from villages.common.forbidden import RULES, demanded
from villages.filings.declaring import inputs_named
from villages.ledgers.declaring import Item, Ledger


def _check_point(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    key = values.get("input_key") or ""
    if key and key not in inputs_named(row.county_code, [key]):
        words = say("月度填报中没有“%s”这一项。") % key
        yield Fault("input_key", "input_unknown", words, say("请按填报项清单填写编号,或者留空。"))
    if word := demanded(values.get("name") or ""):
        words = say("检查要点不能有“%(word)s”:%(rules)s。") % {"word": word, "rules": RULES}
        yield Fault("name", "point_forbidden", words, say("请改为看实绩的内容。"))


POINTS = Ledger(
    key="inspection-points",
    hub="orders",
    model=ChecklistPoint,
    title=_("检查要点"),
    one=_("检查要点"),
    title_en="points of the checklist",
    one_en="point of the checklist",
    items=(
        Item("position", width=6),
        Item("group", chosen=True, fixed=True),
        Item("name", wide=True, fixed=True, width=36),
        Item("answer_kind", chosen=True, fixed=True),
        Item("unit", fixed=True, width=6),
        Item("input_key", fixed=True, width=24),
        Item("valid_from", fixed=True),
        Item("valid_to"),
    ),
    natural_key=("name", "valid_from"),
    order=("position", "name"),
    may_read=may_see_inspections,
    may_write=may_keep_inspections,
    check=_check_point,
    search=("name", "group"),
    see_also=((_("采用常用清单"), "supervision:checklist"),),
    empty=_("还没有检查要点。采用常用清单后,再按本县需要增减。"),
)
LEDGERS = (POINTS,)
