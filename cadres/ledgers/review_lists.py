"""The lists of the joint review: departments and items."""

from django.utils.translation import gettext_lazy as _

from cadres.ledgers.listing import LISTED, listed
from cadres.models import ReviewDepartment, ReviewItem
from villages.ledgers.declaring import Item

LEDGERS = (
    listed(
        "review-departments", ReviewDepartment, _("联审部门"), "review departments",
        "review department", LISTED,
    ),
    listed(
        "review-items", ReviewItem, _("联审条件"), "review items", "review item",
        (Item("side", chosen=True), *LISTED),
    ),
)  # fmt: skip
