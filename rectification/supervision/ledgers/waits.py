"""Parts that wait for whoever looks: the same rows as the numbers of the first page."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.supervision.states import ANSWERED, OWING, UnitStatus
from rectification.supervision.waiting.orders import to_answer, to_settle

SIGN, REPLY, SETTLE = "sign", "reply", "settle"
CHOICES = ((SIGN, _("等本单位签收")), (REPLY, _("等本单位反馈")), (SETTLE, _("等本单位核查和办结")))
STATES = {
    SIGN: (UnitStatus.ISSUED,),
    REPLY: tuple(one for one in OWING if one != UnitStatus.ISSUED),
    SETTLE: ANSWERED,
}


def waiting_rows(user: Any, which: str) -> Any:
    """Parts that wait for this person's own unit or house."""
    rows = to_settle(user) if which == SETTLE else to_answer(user)
    return rows.filter(status__in=STATES[which])


class Waits(django_filters.ChoiceFilter):  # type: ignore[misc]
    """Narrows the list to what waits for the person who asks."""

    def __init__(self) -> None:
        super().__init__(label=_("等谁"), choices=CHOICES)

    def filter(self, qs: Any, value: str) -> Any:
        """The rows of the choice; all where nothing is chosen."""
        if not value:
            return qs
        return qs.filter(pk__in=waiting_rows(self.parent.request.user, value).values("pk"))
