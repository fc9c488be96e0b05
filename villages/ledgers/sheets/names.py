"""Names in cells that mean rows of other ledgers: one query per column for a whole sheet."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from villages.common.faults import Fault
from villages.imports.declaring import Context
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.drafts import Draft
from villages.ledgers.kinds import is_key, model_field
from villages.ledgers.sheets.columns import items_of

_NEAR = 40


def resolve_names(ledger: Ledger, drafts: Sequence[Draft], context: Context) -> None:
    """Puts rows in the place of their names; unknown and ambiguous names are faults."""
    for item in items_of(ledger):
        if is_key(ledger, item):
            named = [one for one in drafts if one.values.get(item.name)]
            if named:
                _resolve(item, Names(ledger, item, context), named)


def _resolve(item: Item, names: "Names", drafts: Sequence[Draft]) -> None:
    for one in drafts:
        found = names.find(one.values[item.name], one.values.get("village"))
        if isinstance(found, Fault):
            one.blame(found)
            one.values[item.name] = None
        else:
            one.values[item.name] = found


class Names:
    """The rows that cells of one column may mean: those of the village, else of the county."""

    def __init__(self, ledger: Ledger, item: Item, context: Context) -> None:
        field = model_field(ledger, item)
        model = field.related_model
        known = {field.name for field in model._meta.fields}
        self.item, self.by_village = item, ledger.about_village and "village" in known
        self._rows: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        rows = model.objects.visible_to(context.by).filter(county_code=context.county)
        rows = rows.complex_filter(field.get_limit_choices_to())
        for row in rows.select_related(*_joined(item.by)):
            self._rows[self._place(row)][_named(row, item.by)].append(row)

    def find(self, name: Any, village: Any) -> Any:
        """The row, or the fault that says why it is not clear."""
        place = self._rows[village.pk if self.by_village and village else None]
        match place.get(str(name), []):
            case [row]:
                return row
            case []:
                return Fault(
                    self.item.name, "unknown_name", _("没有“%s”。") % name, _near(name, place)
                )
            case several:
                words = _("有 %(count)d 个“%(name)s”,无法确定是哪一个。")
                said = words % {"count": len(several), "name": name}
                return Fault(self.item.name, "ambiguous_name", said, _("请在页面上逐条登记。"))

    def _place(self, row: Any) -> Any:
        return row.village_id if self.by_village else None


def _joined(by: str) -> list[str]:
    return ["__".join(by.split("__")[:-1])] if "__" in by else []


def _named(row: Any, by: str) -> str:
    for part in by.split("__"):
        row = getattr(row, part)
    return str(row)


def _near(name: Any, place: dict[str, list[Any]]) -> str:
    found = process.extract(str(name), list(place), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    near = "、".join(match[0] for match in found)
    return _("是不是:%s?") % near if near else _("请先登记,或核对名称。")
