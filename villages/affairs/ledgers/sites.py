"""Activity sites and what they have."""

from django.utils.translation import gettext_lazy as _

from villages.affairs.models import ActivitySite, SiteItem
from villages.ledgers.declaring import Chart, Item, Ledger

SITES = Ledger(
    key="activity-sites",
    hub="affairs",
    model=ActivitySite,
    title=_("活动场所"),
    one=_("活动场所"),
    title_en="activity sites",
    one_en="activity site",
    items=(
        Item("village", width=14),
        Item("name", width=20),
        Item("state", chosen=True),
        Item("area_m2", total=True),
        Item("built_on"),
        Item("checked_on"),
        Item("closed_on", shown=False),
        Item("source", shown=False),
    ),
    natural_key=("village", "name"),
    order=("village__code", "-checked_on"),
    charts=(Chart("states", _("按场所状况"), by="state"),),
    search=("name", "village__name"),
    names=lambda row: row.name,
    empty=_("还没有登记活动场所。没有场所的村也请登记一条“无场所”,否则算作缺报。"),
)
SITE_ITEMS = Ledger(
    key="site-items",
    hub="affairs",
    model=SiteItem,
    title=_("场所配备"),
    one=_("场所配备"),
    title_en="site items",
    one_en="site item",
    items=(
        Item("village", width=14),
        Item("need", by="name", chosen=True, width=16),
        Item("is_present", chosen=True),
        Item("checked_on"),
        Item("note", wide=True, width=24),
        Item("source", shown=False),
    ),
    natural_key=("village", "need"),
    order=("village__code", "need__number"),
    names=lambda row: str(row.need),
    empty=_("还没有核查过场所配备。一个村的各项可在村的“场所配备”页一次勾选。"),
)
