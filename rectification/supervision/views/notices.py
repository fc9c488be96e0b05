"""One notice with its wordings and receipts, and the button that confirms."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rectification.supervision.actions.notice_receipts import confirm
from rectification.supervision.figures.receipts import receipts_of
from rectification.supervision.ledgers.notices import asks_receipt
from rectification.supervision.models import Notice, NoticeVersion
from rectification.supervision.notice_perms import may_confirm_notices, may_see_notices
from rectification.supervision.notice_sides import is_publisher
from rectification.supervision.notice_states import NoticeStatus
from rectification.supervision.views.notice_parts import (
    crumbs,
    earlier,
    facts,
    get_notice,
    verbs_of,
    way,
)
from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.help.markup import written


@require_safe
@requires(may_see_notices)
def notice(request: HttpRequest, uid: str) -> HttpResponse:
    """The wording in force; for the house also the next one, and who has not confirmed."""
    user: Any = request.user
    row = get_notice(request, uid)
    versions = list(NoticeVersion.objects.visible_to(user).filter(notice=row).order_by("-number"))
    current = next((one for one in versions if one.number == row.number), None)
    mine = is_publisher(user, row)
    draft = next((one for one in versions if one.published_at is None), None) if mine else None
    context = {
        "notice": row,
        "facts": facts(row, user),
        "text": written(current.text) if current else "",
        "draft": draft,
        "draft_text": written(draft.text) if draft else "",
        "way": way(versions),
        "earlier": earlier(versions, row.number),
        "receipts": receipts_of(row, user) if row.needs_receipt and row.number else None,
        "asked": may_confirm_notices(user) and asks_receipt(user, row),
        "verbs": verbs_of("notices", row, user, but=("confirm",)),
        "edit_url": _edit_url(row, mine),
        "breadcrumbs": crumbs((row, "")),
    }
    return render(request, "supervision/notices/notice.html", context)


@require_POST
@requires(may_confirm_notices)
def notice_confirm(request: HttpRequest, uid: str) -> HttpResponse:
    """One click: the person's unit has read the version in force."""
    row = get_notice(request, uid)
    try:
        made = confirm(row, by=request.user, on=clock.today())
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("supervision:notice", uid)
    messages.success(request, _("已确认。") if made else _("本单位已经确认过这一版。"))
    return redirect("supervision:inbox")


def _edit_url(row: Notice, mine: bool) -> str:
    open_ = mine and row.status != NoticeStatus.WITHDRAWN
    return reverse("supervision:notice_edit", args=[row.uid]) if open_ else ""
