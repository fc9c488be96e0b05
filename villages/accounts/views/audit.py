"""The trail: who did what. Reading only."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.accounts import perms
from villages.accounts.access import requires, sentence
from villages.accounts.auditing import SHOWN, heads_for, look
from villages.accounts.filters import TrailFilter
from villages.accounts.tables import TRAIL, with_address
from villages.accounts.trails import trail_for
from villages.lists.page import list_page
from villages.trace.labels import CHANNELS, RESULTS, kind_name
from villages.trace.links import page_of
from villages.trace.models import AuditEntry
from villages.trace.record import record
from villages.trace.sentences import changes
from villages.trace.sentences import sentence as told


@require_safe
def trail(request: HttpRequest) -> HttpResponseBase:
    """What was done in one's territory, and everything that one did oneself."""
    rows = with_address(trail_for(request.user))
    context = {"subtitle": _subtitle(request.user), "breadcrumbs": [(_("操作留痕"), "")]}
    return list_page(request, TRAIL, rows, filterset=TrailFilter, context=context)


def _subtitle(user: Any) -> str:
    if perms.may_read_audit(user) or perms.may_read_own_trail(user):
        return _("您管辖范围内的业务操作,以及您本人的操作。只能查看,不能改动。")
    return _("您本人的操作。只能查看,不能改动。")


@require_safe
@requires(perms.may_read_audit)
def audit(request: HttpRequest) -> HttpResponseBase:
    """The auditor's page: the whole trail of his counties, and the ends of its chains."""
    rows = with_address(trail_for(request.user))
    context = {
        "subtitle": sentence(perms.may_read_audit),
        "heads": heads_for(request.user),
        "breadcrumbs": [(_("操作留痕"), "")],
    }
    return list_page(
        request, TRAIL, rows, filterset=TrailFilter, context=context, template="accounts/audit.html"
    )


@require_POST
@requires(perms.may_read_audit)
def verify(request: HttpRequest) -> HttpResponse:
    """Reads the newest entries back and says what does not hold; the look itself is traced."""
    proof = look(request.user)
    after = {"checked": proof.checked, "findings": len(proof.findings)}
    county = getattr(request.county, "code", "")  # type: ignore[attr-defined]
    record("audit.verified", by=request.user, after=after, county=county, name=_("操作留痕"))
    page = {
        "proof": proof,
        "shown": proof.findings[:SHOWN],
        "heads": heads_for(request.user),
        "breadcrumbs": [(_("操作留痕"), reverse("accounts:audit")), (_("校验结果"), "")],
    }
    return render(request, "accounts/audit_verified.html", page)


@require_safe
def trail_entry(request: HttpRequest, key: str) -> HttpResponse:
    """One act: before and after, where it came from, its place in the chain."""
    entry = _entry_or_404(request.user, key)
    page = {
        "entry": entry,
        "sentence": told(entry),
        "changes": changes(entry),
        "origin": _origin(entry),
        "seal": _seal(entry),
        "same_request": _beside(request.user, entry),
        "breadcrumbs": [
            (_("操作留痕"), reverse("accounts:trail")),
            (_("第 %(number)s 条") % {"number": entry.number}, ""),
        ],
    }
    return render(request, "accounts/trail_entry.html", page)


def _entry_or_404(user: Any, key: str) -> AuditEntry:
    chain, _dash, number = key.rpartition("-")
    rows = trail_for(user).filter(chain=chain, number=number) if number.isdecimal() else None
    found = rows.first() if rows is not None else None
    if found is None:
        raise Http404(_("没有找到,或不在您的管辖范围内。"))
    return found


def _beside(user: Any, entry: AuditEntry) -> list[tuple[str, str]]:
    """Other acts of the same request: address and sentence."""
    if not entry.request_id:
        return []
    rows = trail_for(user).filter(request_id=entry.request_id).exclude(pk=entry.pk)
    return [(one.address_key, told(one)) for one in with_address(rows)[:20]]


def _origin(entry: AuditEntry) -> list[tuple[Any, ...]]:
    object_name = entry.object_name or None
    kind = kind_name(entry.object_kind) if entry.object_kind else None
    return [
        (_("操作人"), entry.actor_name),
        (_("代理对象"), entry.on_behalf_of),
        (_("对象"), " ".join(filter(None, [kind, object_name])), page_of(entry)),
        (_("结果"), RESULTS.get(entry.result, entry.result)),
        (_("理由"), entry.reason),
        (_("行数"), entry.count),
        (_("途径"), CHANNELS.get(entry.channel, entry.channel)),
        (_("来源地址"), entry.address),
    ]


def _seal(entry: AuditEntry) -> list[tuple[Any, Any]]:
    return [
        (_("链"), entry.chain),
        (_("序号"), entry.number),
        (_("操作代号"), entry.action),
        (_("请求编号"), entry.request_id),
        (_("行摘要"), entry.rows_digest),
        (_("前一摘要"), entry.previous),
        (_("本条摘要"), entry.digest),
    ]
