"""A township asks that a part of a closed month be opened again, or takes the request back."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.imports.choices import RequestState
from villages.imports.models import FilingMonth, ReopeningRequest
from villages.imports.perms import may_ask_reopening
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def ask_reopening(
    *, by: Any, filing_month: FilingMonth, village_codes: Iterable[str], items: str, reason: str
) -> ReopeningRequest:
    """Which villages of one township, which data, why. The county sees it as open work.

    Raises `reopening_not_allowed`, `month_open`, `reopening_unsaid`, `village_unknown`,
    `several_townships`, `reopening_waiting`.
    """
    codes = sorted(set(village_codes))
    _require(by, filing_month, items, reason)
    villages = _villages(by, filing_month, codes)
    township = villages[0].township
    hold(f"reopening:{township.code}:{filing_month.month}", exclusive=True)
    _refuse_twice(filing_month, township.code, codes)
    row = ReopeningRequest.objects.create(
        filing_month=filing_month, county_code=filing_month.county_code,
        township_code=township.code, village_codes=codes, items=items.strip(),
        reason=reason.strip(), asked_by=by, asked_at=clock.now(),
    )  # fmt: skip
    record(
        "month.reopening_asked", row, by=by, name=request_name(row, township.name), reason=reason,
        after={"items": items}, count=len(codes), rows=codes,
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw_request(*, by: Any, request: ReopeningRequest) -> ReopeningRequest:
    """Whoever asked takes it back while nobody answered."""
    row = unanswered(request)
    if row.asked_by_id != by.pk:
        raise DomainError("not_allowed", _("只有申请人可以撤回申请。"))
    row.state, row.decided_at = RequestState.WITHDRAWN, clock.now()
    row.save(update_fields=["state", "decided_at"])
    record("month.reopening_withdrawn", row, by=by, name=request_name(row))
    return row


def unanswered(request: ReopeningRequest) -> ReopeningRequest:
    """The row under lock, still without an answer; raises `reopening_answered`."""
    rows = ReopeningRequest.objects.select_for_update(of=("self",)).select_related("filing_month")
    row: ReopeningRequest = rows.get(pk=request.pk)
    if not row.is_open:
        words = _("这项申请已经处理:%s。") % row.get_state_display()
        raise DomainError("reopening_answered", words, _("请刷新页面查看结果。"))
    return row


def request_name(row: ReopeningRequest, township: str = "") -> str:
    """How the trail names a request."""
    return f"{township or row.township_code} {row.filing_month}"


def _require(by: Any, month: FilingMonth, items: str, reason: str) -> None:
    if not may_ask_reopening(by):
        raise DomainError("reopening_not_allowed", _("您不办理填报,不能申请重新开放。"))
    if month.closed_at is None:
        raise DomainError(
            "month_open", _("%s没有封账。") % month, _("可以直接修改,不需要申请重新开放。")
        )
    words = _("请写明。")
    said = {"items": items, "reason": reason}
    if empty := {name: words for name, text in said.items() if not text.strip()}:
        raise DomainError("reopening_unsaid", _("请写明要改什么、为什么。"), **empty)


def _villages(by: Any, month: FilingMonth, codes: list[str]) -> list[Village]:
    rows = Village.objects.visible_to(by).in_county(month.county_code).filter(code__in=codes)
    found = list(rows.filter(valid_to=None).select_related("township").order_by("code"))
    if len(found) != len(codes) or not found:
        words = _("请选择本乡镇的村。")
        raise DomainError("village_unknown", _("没有选村,或有的村不在您的辖区内。"), villages=words)
    if len({one.township.code for one in found}) != 1:
        words = _("一次只能为一个乡镇的村申请。")
        raise DomainError("several_townships", words, _("请分乡镇申请。"), villages=words)
    return found


def _refuse_twice(month: FilingMonth, township: str, codes: list[str]) -> None:
    waiting = ReopeningRequest.objects.unanswered().filter(
        filing_month=month, township_code=township
    )
    asked = {code for known in waiting.values_list("village_codes", flat=True) for code in known}
    if again := sorted(asked & set(codes)):
        words = _("%d 个村已有申请待答复。") % len(again)
        raise DomainError(
            "reopening_waiting", words, _("请等待答复,或先撤回原申请。"), villages=words
        )
