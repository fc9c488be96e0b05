"""The county's own lists: what a site needs, which associations, which small powers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_change_map
from villages.affairs.models import AssociationKind, SiteNeed, SmallPower
from villages.ledgers.declaring import Item, Ledger

_ITEMS = (
    Item("number"),
    Item("name", width=24),
    Item("note", wide=True, width=30),
    Item("basis", shown=False, width=24),
    Item("valid_from"),
    Item("valid_to"),
)


def _list(**words: Any) -> Ledger:
    return Ledger(
        hub="affairs", items=_ITEMS, natural_key=("name",), order=("number", "name"),
        may_write=may_change_map, search=("name", "note"), names=lambda row: row.name, **words,
    )  # fmt: skip


SITE_NEEDS = _list(
    key="site-needs",
    model=SiteNeed,
    title=_("活动场所配备清单"),
    one=_("活动场所配备项"),
    title_en="site needs",
    one_en="site need",
    empty=_("县里还没有规定活动场所应配备什么。可在“村级事务”页一次建立常用清单,再逐条修改。"),
)
ASSOCIATION_KINDS = _list(
    key="association-kinds",
    model=AssociationKind,
    title=_("群众组织清单"),
    one=_("群众组织种类"),
    title_en="kinds of association",
    one_en="kind of association",
    empty=_("县里还没有规定各村应有哪些群众组织。"),
)
SMALL_POWERS = _list(
    key="small-powers",
    model=SmallPower,
    title=_("小微权力清单"),
    one=_("小微权力事项"),
    title_en="small powers",
    one_en="small power",
    empty=_("县里还没有公布小微权力清单。"),
)
