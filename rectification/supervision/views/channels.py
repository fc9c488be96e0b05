"""Setting up channels; a secret is shown in one answer and never again."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rectification.supervision.actions.channels import Made, add_channel, rotate
from rectification.supervision.announcing import announcements
from rectification.supervision.channel_owners import county_of_person, owners_for
from rectification.supervision.forms.channels import ChannelForm
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_perms import may_keep_channels
from rectification.supervision.notice_states import ChannelKind
from rectification.supervision.views.notice_parts import crumbs, in_menu, verbs_of
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.ledgers.views.place import county_of
from villages.lists.getting import get_visible_or_404

SHOWN = 20


@require_safe
@requires(may_keep_channels)
def channel(request: HttpRequest, uid: str) -> HttpResponse:
    """One channel with its last messages."""
    row = _channel(request, uid)
    sent = Delivery.objects.visible_to(request.user).filter(channel=row)
    context = {
        "channel": row,
        "facts": _facts(row),
        "sent": sent.order_by("-made_at", "-id")[:SHOWN],
        "verbs": verbs_of("notice-channels", row, request.user),
        "is_webhook": row.kind == ChannelKind.WEBHOOK,
        "breadcrumbs": crumbs((row, "")),
    }
    return render(request, "supervision/notices/channel.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_channels)
def channel_new(request: HttpRequest) -> HttpResponse:
    """The form; once it is taken, the secret."""
    in_menu(request)
    user: Any = request.user
    county = county_of_person(user, county_of(request))
    owners = owners_for(user, county)
    names = [(key, one.name) for key, one in owners.items()]
    form = ChannelForm(request.POST or None, owners=names)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        with refusals_in(form):
            owner = owners[given.pop("owner")]
            return _done(request, add_channel(by=user, county=county, owner=owner, **given))
    title = _("登记接收渠道")
    context = {"title": title, "form": form, "breadcrumbs": crumbs((title, ""))}
    return render(request, "supervision/notices/channel_form.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_channels)
def channel_secret(request: HttpRequest, uid: str) -> HttpResponse:
    """Another secret, after asking whether it is meant."""
    row = _channel(request, uid)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            return _done(request, rotate(row, by=request.user, at=clock.instant()))
    title = _("更换密钥")
    context = {"title": title, "channel": row, "form": form, "breadcrumbs": crumbs((title, ""))}
    return render(request, "supervision/notices/secret.html", context)


def _done(request: HttpRequest, made: Made) -> HttpResponse:
    title = _("接收渠道已就绪")
    context = {"title": title, "made": made, "breadcrumbs": crumbs((title, ""))}
    return render(request, "supervision/notices/channel_done.html", context)


def _channel(request: HttpRequest, uid: str) -> Channel:
    in_menu(request)
    found: Channel = get_visible_or_404(Channel, request.user, uid=uid)
    return found


def _hears(row: Channel) -> str:
    """What a channel is told of."""
    if row.unit_code == row.county_code:
        return "、".join(str(one.label) for one in announcements().values())
    return str(_("发给本人的") if row.user_id else _("发给本单位的"))


def _facts(row: Channel) -> list[tuple[Any, ...]]:
    rows = [
        (_("接收方"), row.owner),
        (_("方式"), row.get_kind_display()),
        (_("地址"), row.address),
        (_("收到"), _hears(row)),
        (_("汇总"), _("每个工作日早上一条") if row.digest else _("随发随到")),
        (_("停用原因"), row.stopped_why),
    ]
    return [one for one in rows if one[1]]
