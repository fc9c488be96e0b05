"""The lists of dispositions: kinds and situations."""

from django.utils.translation import gettext_lazy as _

from cadres.ledgers.listing import LISTED, listed
from cadres.models import DispositionKind, UnfitSituation
from villages.ledgers.declaring import Item

LEDGERS = (
    listed(
        "disposition-kinds", DispositionKind, _("处置方式"), "disposition kinds",
        "disposition kind",
        (
            *LISTED,
            Item("duration_months"),
            Item("retest"),
            Item("effect", chosen=True),
            Item("exit_rule", wide=True),
        ),
    ),
    listed(
        "unfit-situations", UnfitSituation, _("不胜任情形"), "unfit situations",
        "unfit situation", (Item("category", chosen=True), *LISTED),
    ),
)  # fmt: skip
