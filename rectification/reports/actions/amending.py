"""Amending the words of a draft: its figures stay as the rows gave them."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.holding import changed, held, redrawn
from rectification.reports.content import ReportContent
from rectification.reports.content.lines import places, typed_digits
from rectification.reports.editable import fixed_numbers, loose_braces
from rectification.reports.editing import is_own
from rectification.reports.models import Report
from rectification.reports.states import ReportStatus
from villages.common.errors import DomainError
from villages.trace.record import record

MOST_CHARACTERS = 600


@transaction.atomic
def amend(
    *, by: Any, report: Report, revision: int | None, edits: Mapping[str, str | None],
    reason: str = "",
) -> Report:  # fmt: skip
    """Other words for sentences by key (None: left out), or sentences of one's own.

    The documents are drawn again and the digest is renewed. Raises `report_side`,
    `version_changed`, `report_not_draft`, `report_words_key`, `report_words_gap`,
    `report_words_reason`, `report_words_figures`, `report_words_digits`, `report_words_length`,
    `report_words_none`.
    """
    row = held(report, by=by, revision=revision)
    if row.status != ReportStatus.DRAFT:
        words = _("只有草稿可以修改文字。")
        raise DomainError("report_not_draft", words, _("已审核的请先退回;已签发的请办理更正。"))
    before, after = dict(row.edits), {**row.edits, **_checked(row.composed, edits, reason)}
    row.edits = _kept(row.composed, after)
    if row.edits == before:
        raise DomainError("report_words_none", _("文字没有变化。"), _("修改后再保存。"))
    changed(row, edits=row.edits, **redrawn(row))
    _record(row, by, before, reason)
    return row


def _checked(
    content: ReportContent, edits: Mapping[str, str | None], reason: str
) -> dict[str, str | None]:
    patterns = {line.key: line.pattern for line in content.lines}
    gaps = {line.key for line in content.front}
    found: dict[str, str | None] = {}
    for key, words in edits.items():
        own = is_own(content, key)
        if key not in patterns and not own:
            raise DomainError("report_words_key", _("报告里没有“%s”这句话。") % key,
                              _("请刷新页面后再修改。"))  # fmt: skip
        text = None if words is None else " ".join(words.split())
        if text:
            require_same(text, patterns.get(key, ""))
        elif not own:
            _require_leaving(key in gaps, reason)
        found[key] = text or None
    return found


def require_same(text: str, pattern: str) -> None:
    """Raises where words state other figures than the pattern, or numbers of their own."""
    if len(text) > MOST_CHARACTERS:
        words = _("一句话不超过 %d 个字。") % MOST_CHARACTERS
        raise DomainError("report_words_length", words, _("请分句或压缩。"))
    if Counter(places(text)) != Counter(places(pattern)) or loose_braces(text):
        words = _("一句话里的数字不能改动、增加或去掉,只能调换位置。")
        raise DomainError("report_words_figures", words, _("请保留方括号里的编号。"))
    more = Counter(fixed_numbers(text)) - Counter(fixed_numbers(pattern))
    if typed := [*more.elements(), *typed_digits(text)]:
        words = _("“%s”不是报告里的数字。") % "".join(typed)[:20]
        raise DomainError("report_words_digits", words, _("只有日期和文号可以直接填写数字。"))


def _require_leaving(is_gap: bool, reason: str) -> None:
    if is_gap:
        words = _("首页说明缺口的话不能删去。")
        raise DomainError("report_words_gap", words, _("可以改写文字,数据补齐后会自动消失。"))
    if not reason.strip():
        words = _("删去一句话请写明理由。")
        raise DomainError("report_words_reason", words, _("写一句即可。"), reason=words)


def _kept(content: ReportContent, edits: Mapping[str, str | None]) -> dict[str, str | None]:
    """Without words that are those of the rows, and without own sentences taken away."""
    patterns = {line.key: line.pattern for line in content.lines}
    return {
        key: words
        for key, words in sorted(edits.items())
        if (key in patterns and words != patterns[key]) or (key not in patterns and words)
    }


def _record(row: Report, by: Any, before: Mapping[str, Any], reason: str) -> None:
    touched = [key for key in {**before, **row.edits} if _differs(key, before, row.edits)]
    patterns = {line.key: line.pattern for line in row.composed.lines}
    record(
        "report.amended", row, by=by, reason=reason.strip(), count=len(touched),
        before={key: before.get(key, patterns.get(key, "")) for key in touched},
        after={key: row.edits.get(key, patterns.get(key, "")) for key in touched},
    )  # fmt: skip


def _differs(key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return (key in before, before.get(key)) != (key in after, after.get(key))
