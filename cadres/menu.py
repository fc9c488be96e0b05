"""The area's entry of the side menu."""

from django.utils.translation import gettext_lazy as _

from cadres.perms import answers_reviews
from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "cadres", _("干部队伍"), "cadres:hub", "users", 31, works_in_territory, group=_("台账"),
    ),
    MenuItem(
        "review_opinions", _("联审意见"), "cadres:opinions", "clipboard-check", 32,
        answers_reviews, group=_("台账"), phone_order=2,
    ),
)  # fmt: skip
