"""Orders as documents."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from rectification.supervision.actions.papers import print_order
from rectification.supervision.perms import may_see_orders
from rectification.supervision.views.crumbs import get_order, parts_of
from villages.accounts.access import requires
from villages.lists.downloads import download


@require_safe
@requires(may_see_orders)
def paper(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The order on paper: for all units, for one (`unit`), or one after the other (`each`)."""
    order = get_order(request, uid)
    wanted = request.GET.get("unit", "")
    parts = [one for one in parts_of(order, request.user) if wanted in ("", one.uid)]
    each = request.GET.get("each") == "1"
    return download(*print_order(order, parts, by=request.user, each=each))
