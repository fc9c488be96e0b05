"""Oversight of small powers, seal and spending."""

from django.utils.translation import gettext_lazy as _

from villages.affairs.models import PowerException, SealUse, SpendingException
from villages.ledgers.declaring import Chart, Item, Ledger

POWERS = Ledger(
    key="power-exceptions",
    hub="affairs",
    model=PowerException,
    title=_("小微权力问题"),
    one=_("小微权力问题"),
    title_en="small-power exceptions",
    one_en="small-power exception",
    items=(
        Item("village", width=14),
        Item("power", by="name", chosen=True, width=20),
        Item("found_on"),
        Item("found_by", chosen=True),
        Item("what", wide=True, width=30),
        Item("mended_on"),
        Item("mended_how", shown=False, wide=True),
        Item("source", shown=False),
    ),
    natural_key=("village", "power", "found_on", "what"),
    order=("-found_on", "village__code"),
    charts=(Chart("found", _("按发现途径"), by="found_by"),),
    search=("what", "village__name"),
    names=lambda row: row.what,
    empty=_("没有登记过问题。发现小微权力不按清单运行的,在这里登记并跟踪整改。"),
)
SEALS = Ledger(
    key="seal-uses",
    hub="affairs",
    model=SealUse,
    title=_("用印记录"),
    one=_("用印记录"),
    title_en="uses of the seal",
    one_en="use of the seal",
    items=(
        Item("village", width=14),
        Item("used_on"),
        Item("purpose", width=28),
        Item("copies", total=True),
        Item("approved_by", chosen=True),
        Item("is_exception", chosen=True),
        Item("exception", wide=True, shown=False),
        Item("mended_on", shown=False),
        Item("source", shown=False),
    ),
    natural_key=("village", "used_on", "purpose"),
    order=("-used_on", "village__code"),
    charts=(Chart("posts", _("按审批职务"), by="approved_by"),),
    search=("purpose", "village__name"),
    names=lambda row: row.purpose,
    empty=_("还没有登记用印。只记事由和审批职务,不记个人姓名。"),
)
SPENDING = Ledger(
    key="spending-exceptions",
    hub="affairs",
    model=SpendingException,
    title=_("财务监督问题"),
    one=_("财务监督问题"),
    title_en="spending exceptions",
    one_en="spending exception",
    items=(
        Item("village", width=14),
        Item("found_on"),
        Item("found_by", chosen=True),
        Item("kind", chosen=True),
        Item("what", wide=True, width=30),
        Item("amount_fen", total=True),
        Item("recovered_fen", total=True),
        Item("mended_on"),
        Item("source", shown=False),
    ),
    natural_key=("village", "found_on", "what"),
    order=("-found_on", "village__code"),
    charts=(
        Chart("kinds", _("按问题种类"), by="kind"),
        Chart("money", _("按问题种类的涉及金额"), by="kind", measure="amount_fen", unit=_("元")),
    ),
    search=("what", "village__name"),
    names=lambda row: row.what,
    empty=_("没有登记过问题。"),
)
