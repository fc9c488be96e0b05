"""What a reviewer decides: accepting villages, sending one back at the values that are wrong."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.filings.actions.accepting_many import accept_possible
from villages.filings.actions.reviewing import Objection, send_back
from villages.filings.choices import ReturnReason
from villages.filings.views.place import Place

REASON, WORDS = "reason:", "words:"


def act_on_review(request: HttpRequest, place: Place) -> DomainError | None:
    """Does what the button says; a refusal comes back and nothing typed is lost."""
    try:
        if request.POST.get("do") == "return":
            _send_back(request, place)
        else:
            _accept(request, place)
    except DomainError as error:
        return error
    return None


def _accept(request: HttpRequest, place: Place) -> None:
    done = accept_possible(
        month=place.month, codes=_wanted(request, place), by=request.user, at=clock.now(),
        late_reason=request.POST.get("late_reason", ""),
    )  # fmt: skip
    if done.count:
        messages.success(request, _("已通过 %d 个村。") % done.count)
    for name, why in done.left_out:
        messages.warning(request, f"{name}:{why}")


def _wanted(request: HttpRequest, place: Place) -> list[str]:
    """One village, those that were ticked, or all of the township that wait."""
    here = {one.code for one in place.villages}
    match request.POST.get("do"):
        case "accept_one":
            asked = [request.POST.get("village", "")]
        case "accept_selected":
            asked = request.POST.getlist("select")
        case _:
            asked = request.POST.getlist("waiting")
    if not (found := [code for code in asked if code in here]):
        raise DomainError("nothing_chosen", _("请先勾选要通过的村。"))
    return found


def _send_back(request: HttpRequest, place: Place) -> None:
    code = request.POST.get("village", "")
    name = next((one.name for one in place.villages if one.code == code), "")
    objections = [
        Objection(code, key, ReturnReason(reason), request.POST.get(f"{WORDS}{key}", "").strip())
        for key, reason in _reasons(request)
    ]
    if not name or not objections:
        raise DomainError("objection_missing", _("请在有问题的一格选择退回原因。"))
    send_back(month=place.month, objections=objections, by=request.user, at=clock.now())
    words = _("%(name)s已退回 %(count)d 处,乡镇改好后会重新提交。")
    messages.success(request, words % {"name": name, "count": len(objections)})


def _reasons(request: HttpRequest) -> list[tuple[str, str]]:
    sent = request.POST.items()
    return [
        (name.removeprefix(REASON), str(value))
        for name, value in sent
        if name.startswith(REASON) and value in ReturnReason.values
    ]
