"""Choose, confirm, done: three plain pages, also without scripts."""

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.lists.bulk.choosing import Choice, read_choice
from villages.lists.bulk.declaring import BulkAction, Outcome
from villages.lists.bulk.forms import confirm_form
from villages.lists.listing import Listing

_PREVIEW = 10
_REMEMBERED = 12 * 3600


def answer_bulk(listing: Listing) -> HttpResponse:
    """The page that follows a press: the question whether to go on, or the outcomes.

    Raises PermissionDenied for an action that is not offered to this person.
    """
    data = listing.request.POST
    action = next((one for one in listing.actions if one.key == data.get("do")), None)
    if action is None:
        raise PermissionDenied(_("您不能使用这项批量操作。"))
    choice = read_choice(listing, data)
    if "confirm" not in data:
        return _ask(listing, action, choice, confirm_form(action))
    form = confirm_form(action, data)
    if not form.is_valid() or _has_changed(choice, data):
        return _ask(listing, action, choice, form, changed=_has_changed(choice, data))
    return _perform(listing, action, choice, form)


def _has_changed(choice: Choice, data: Any) -> bool:
    """Whether the batch is another one than the person saw."""
    return bool(data.get("expected") != str(choice.count))


def _ask(
    listing: Listing, action: BulkAction, choice: Choice, form: forms.Form, *, changed: bool = False
) -> HttpResponse:
    preview = list(choice.rows[:_PREVIEW])
    refusals = action.refusals(listing.user, choice.rows) if action.refusals else {}
    context = {
        "action": action,
        "choice": choice,
        "form": form,
        "changed": changed,
        "rows": [_line(row) for row in preview],
        "more": choice.count - len(preview),
        "refused_count": len(refusals),
        "refusals": _shortened(list(refusals.values())),
        "once": secrets.token_hex(16),
        **_around(listing),
    }
    return render(listing.request, "lists/bulk_confirm.html", context)


def _shortened(lines: list[str]) -> list[str]:
    """Equal reasons once, with their number; the first ten."""
    many = _("%(line)s(%(count)s 行)")
    counted = Counter(lines).most_common(_PREVIEW)
    return [many % {"line": one, "count": count} if count > 1 else one for one, count in counted]


def _perform(
    listing: Listing, action: BulkAction, choice: Choice, form: forms.Form
) -> HttpResponse:
    """Acts once: the same confirmation sent twice is refused, a failed one may be sent again.

    What stands against the whole batch is told above the form, which keeps what was typed.
    """
    once = f"bulk:{listing.user.pk}:{listing.request.POST.get('once', '')[:32]}"
    if not cache.add(once, True, _REMEMBERED):
        raise DomainError(
            "bulk_repeated", _("这一批刚才已经提交过。"), _("请回到列表查看办理结果。")
        )
    try:
        outcomes = action.perform(listing.user, choice.rows, form.cleaned_data)
    except DomainError as error:
        cache.delete(once)
        form.add_error(None, str(error))
        return _ask(listing, action, choice, form)
    except Exception:
        cache.delete(once)
        raise
    context = {"action": action, **_summary(outcomes), **_around(listing)}
    return render(listing.request, "lists/bulk_done.html", context)


def _summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    done = [one for one in outcomes if one.done]
    refused = [one for one in outcomes if not one.done]
    return {"done": done, "refused": refused}


def _around(listing: Listing) -> dict[str, Any]:
    """Where the batch came from and the way back."""
    back = listing.request.get_full_path()
    title = listing.spec.title
    return {
        "spec": listing.spec,
        "condition": listing.condition_text,
        "back": back,
        "breadcrumbs": [(title, back), (_("批量办理"), "")],
    }


def _line(row: Any) -> str:
    """A row of the preview: the name that tells it from others, else the object in words."""
    return str(getattr(row, "full_name", "") or row)
