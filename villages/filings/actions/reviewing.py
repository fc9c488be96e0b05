"""The county's side: accepting villages, sending others back at the value that is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.rows import gate, locked, require_step, villages_of
from villages.filings.choices import FilingState, ReturnReason
from villages.filings.figures.sheet import asked
from villages.filings.models import Filing, FilingReturn
from villages.filings.perms import may_review
from villages.filings.states import ACCEPT, RETURN
from villages.trace.record import record


@dataclass(frozen=True)
class Objection:
    """What is wrong with one village's filing: which input (`""`: as a whole), why, in words."""

    code: str
    input_key: str
    reason: ReturnReason
    words: str = ""


@transaction.atomic
def accept(
    *, month: Month, codes: Iterable[str], by: Any, at: datetime, late_reason: str = ""
) -> list[Filing]:
    """Accepts these villages' filings. A late one needs the county's reason, and stays late.

    Raises `review_not_allowed`, `village_unknown`, `month_closed`, `state_wrong`,
    `late_reason_needed`.
    """
    _require_reviewer(by)
    villages = villages_of(codes, by=by)
    gate(villages, month)
    filings = locked(villages, month)
    require_step(ACCEPT, filings)
    _require_reason(filings.values(), late_reason)
    for one in filings.values():
        one.state, one.accepted_at, one.accepted_by = FilingState.ACCEPTED, at, by
        one.late_reason = late_reason if one.is_late else one.late_reason
        one.version += 1
    Filing.objects.bulk_update(
        filings.values(), ["state", "accepted_at", "accepted_by", "late_reason", "version"]
    )
    _trace("filing.accepted", month, [one.code for one in villages], by, late_reason)
    return list(filings.values())


@transaction.atomic
def send_back(
    *, month: Month, objections: Iterable[Objection], by: Any, at: datetime
) -> list[Filing]:
    """Sends filings back at the values that are wrong; what was filed stays until mended.

    Raises `review_not_allowed`, `objection_missing`, `village_unknown`, `month_closed`,
    `state_wrong`, `input_unknown`, `words_needed`.
    """
    _require_reviewer(by)
    said = list(objections)
    if not said:
        words = _("请指出要退回的村和原因。")
        raise DomainError("objection_missing", words)
    villages = villages_of({one.code for one in said}, by=by)
    gate(villages, month)
    _check(said, villages[0].county_code, month)
    filings = locked(villages, month)
    require_step(RETURN, filings)
    FilingReturn.objects.bulk_create(
        FilingReturn(
            filing=filings[one.code], county_code=filings[one.code].county_code,
            input_key=one.input_key, reason=one.reason, words=one.words, returned_by=by,
            returned_at=at,
        )
        for one in said
    )  # fmt: skip
    for filing in filings.values():
        filing.state, filing.accepted_at, filing.accepted_by = FilingState.RETURNED, None, None
        filing.version += 1
    Filing.objects.bulk_update(filings.values(), ["state", "accepted_at", "accepted_by", "version"])
    _trace("filing.returned", month, [one.code for one in villages], by, said[0].words)
    return list(filings.values())


def _require_reviewer(by: Any) -> None:
    if not may_review(by):
        words = _("只有县委组织部可以审核填报。")
        raise DomainError("review_not_allowed", words, _("请联系县委组织部。"))


def _require_reason(filings: Iterable[Filing], reason: str) -> None:
    late = [one for one in filings if one.is_late]
    if late and not reason.strip():
        words = _("其中 %d 个村是迟报,请写明同意接收的理由。") % len(late)
        raise DomainError("late_reason_needed", words, late_reason=words)


def _check(said: list[Objection], county: str, month: Month) -> None:
    known = {one.key for one in asked(county, month.end)} | {""}
    for one in said:
        if one.input_key not in known:
            words = _("%s没有“%s”这一项。") % (month.label, one.input_key)
            raise DomainError("input_unknown", words)
        if one.reason == ReturnReason.OTHER and not one.words.strip():
            words = _("选择“其他”时请写明原因。")
            raise DomainError("words_needed", words, **{f"{one.code}:{one.input_key}": words})


def _trace(action: str, month: Month, codes: list[str], by: Any, reason: str) -> None:
    record(
        action, county=codes[0][:6], by=by, reason=reason, count=len(codes), rows=codes,
        name=_("%s %d 个村") % (month.label, len(codes)),
    )  # fmt: skip
