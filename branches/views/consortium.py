"""Pages of joint bodies: the county at a glance, shares, an amount split."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.actions.consortium import set_shares
from branches.figures.consortium import joint
from branches.figures.joint_sums import shares_on
from branches.forms.consortium import SharesForm, SplitForm
from branches.joint.choices import BodyKind
from branches.joint.splitting import split
from branches.models import JointBody, JointMember
from branches.views.schemes import GET_POST
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import may_change_map, works_for_county, works_in_territory
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address, row_url
from villages.lists.getting import get_visible_or_404


def get_body(request: HttpRequest, uid: str) -> JointBody:
    """The joint body; 404 outside the territory."""
    found: JointBody = get_visible_or_404(JointBody, request.user, uid=uid)
    return found


@require_safe
@requires(works_in_territory)
def joint_page(request: HttpRequest) -> HttpResponse:
    """Joint bodies in numbers: each once in the county, by shares in townships."""
    today = clock.today()
    found = joint(request.user.territory, county_code(request), today)  # type: ignore[union-attr]
    bodies = JointBody.objects.visible_to(request.user).in_county(county_code(request)).on(today)
    context = {
        "joint": found,
        "figures": found.figures(),
        "kinds": [(BodyKind(kind).label, n, None) for kind, n in sorted(found.by_kind.items())],
        "bodies": [(body, row_url(body)) for body in bodies.order_by("name")],
        "may_edit": may_change_map(request.user),
        "ledger_url": address(ledgers()["joint-bodies"]),
        "today": today,
        "breadcrumbs": [(_("党支部"), reverse("branches:hub")), (_("联建组织"), "")],
    }
    return render(request, "branches/joint/page.html", context)


@GET_POST
@requires(may_change_map)
def joint_shares(request: HttpRequest, uid: str) -> HttpResponse:
    """The shares of all members from a day on, in one act."""
    body = get_body(request, uid)
    members = _members(request, body)
    form = SharesForm(request.POST or None, members=members, initial={"on": clock.today()})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            set_shares(
                body=body, shares=form.shares, on=form.cleaned_data["on"],
                reason=form.cleaned_data["reason"], by=request.user,
            )  # fmt: skip
            messages.success(request, _("已按新份额登记。"))
            return redirect(row_url(body))
    context = {"body": body, "form": form, "back": row_url(body),
               "breadcrumbs": _crumbs(body, _("调整份额"))}  # fmt: skip
    return render(request, "branches/joint/shares.html", context)


@require_safe
@requires(works_for_county)
def joint_split(request: HttpRequest, uid: str) -> HttpResponse:
    """What falls to each member of an amount, by the shares of a day; nothing is stored."""
    body = get_body(request, uid)
    asked = request.GET if "amount" in request.GET else None
    form = SplitForm(asked, initial={"on": clock.today()})
    lines: list[Any] | None = None
    if form.is_valid():
        shares = shares_on(
            body.members.select_related("village__township"), form.cleaned_data["on"]
        )
        if shares is None:
            form.add_error("on", _("这一天的份额合计不是 100%,不能拆分。请先调整份额。"))
        else:
            lines = _split(form.fen, shares)
    context = {"body": body, "form": form, "lines": lines, "back": row_url(body),
               "breadcrumbs": _crumbs(body, _("拆分收入"))}  # fmt: skip
    return render(request, "branches/joint/split.html", context)


def _split(fen: int, shares: dict[JointMember, int]) -> list[Any]:
    parts = split(fen, shares)
    return [(one.member_name, one.share_percent, part) for one, part in parts.items()]


def _members(request: HttpRequest, body: JointBody) -> list[JointMember]:
    rows = JointMember.objects.visible_to(request.user).filter(body=body).on(clock.today())
    return list(rows.select_related("village__township").order_by("pk"))


def _crumbs(body: JointBody, here: str) -> list[tuple[Any, str]]:
    area = [(_("党支部"), reverse("branches:hub")), (_("联建组织"), reverse("branches:joint"))]
    return [*area, (body.name, row_url(body)), (here, "")]
