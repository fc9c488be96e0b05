"""Open work about people: requests that wait for me."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from villages.accounts import perms
from villages.accounts.choices import RequestState
from villages.accounts.deciding import decidable
from villages.accounts.models import AccessRequest
from villages.common.registries import TodoItem, TodoSource


def waiting_for(user: Any) -> list[AccessRequest]:
    """Requests that this person may decide, oldest first. Two queries, however many wait."""
    rows = AccessRequest.objects.visible_to(user).filter(state=RequestState.WAITING)
    people = rows.select_related("subject", "requested_by").order_by("requested_at")
    return decidable(people, user)


def _items(user: Any) -> Iterable[TodoItem]:
    for request in waiting_for(user):
        names = {"name": request.subject.name, "asker": request.requested_by.name}
        yield TodoItem(
            title=_("审批%(name)s的授权申请") % names,
            url=reverse("accounts:request", args=[request.uid]),
            detail=_("%(asker)s 提出:%(reason)s") % (names | {"reason": request.reason}),
            minutes=3,
        )


TODOS = (TodoSource("access_requests", perms.may_see_requests, _items),)
