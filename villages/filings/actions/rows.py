"""The filings of some villages, locked, those that were missing made."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.filings.models import Filing
from villages.filings.states import Step, allowed
from villages.imports.months import closed_words, openness
from villages.models import Village


def villages_of(codes: Iterable[str], *, by: Any) -> list[Village]:
    """The villages behind these codes, in order; raises `village_unknown` for a foreign one."""
    wanted = sorted(set(codes))
    rows = Village.objects.visible_to(by).filter(code__in=wanted, valid_to=None)
    found = list(rows.select_related("township").order_by("code"))
    if missing := sorted(set(wanted) - {one.code for one in found}):
        raise DomainError(
            "village_unknown",
            _("没有找到 %s,或不在您的管辖范围内。") % "、".join(missing[:5]),
            _("请核对村代码。"),
        )
    return found


def gate(villages: Iterable[Village], month: Month) -> None:
    """Refuses a closed month, unless a reopening covers every one of these villages."""
    codes = sorted({str(one.code) for one in villages})
    for county in sorted({code[:6] for code in codes}):
        takes = openness(county=county, month=month, on=clock.today(), holding=True)
        if not all(takes(code) for code in codes if code.startswith(county)):
            raise closed_words(month)


def locked(villages: Iterable[Village], month: Month) -> dict[str, Filing]:
    """The filings of these villages by code, locked in the order of villages; missing ones made.

    Two statements at most beside the lock, however many villages.
    """
    found = begun(villages, month)
    Filing.objects.bulk_create([one for one in found.values() if one.pk is None])
    return found


def begun(villages: Iterable[Village], month: Month) -> dict[str, Filing]:
    """As `locked`, but missing ones are not written yet: the caller does that.

    Until the end of the transaction nobody else makes filings of these townships and month.
    """
    chosen = list(villages)
    for township in sorted({one.code[:9] for one in chosen}):
        hold(f"filings:{township}:{month.number}", exclusive=True)
    rows = Filing.objects.of_villages(one.pk for one in chosen).of_month(month)
    known = {row.village_id: row for row in rows.select_for_update().order_by("village_id")}
    return {one.code: known.get(one.pk) or _new(one, month) for one in chosen}


def _new(village: Village, month: Month) -> Filing:
    return Filing(village=village, county_code=village.county_code, month=month.number)


def require_versions(filings: Mapping[str, Filing], seen: Mapping[str, int]) -> None:
    """Refuses what was typed over an older state; `fields` names the villages.

    Whoever saw no filing at all (0) may write into the one that was made just now, of version 1.
    """
    stale = [code for code, number in seen.items() if filings[code].version != max(number, 1)]
    if stale:
        words = _("已被他人改动,请对照后再保存。")
        raise DomainError(
            "version_changed",
            _("%d 个村的填报刚被他人改动,这些村没有保存。") % len(stale),
            _("请对照最新内容后再次提交。"),
            **dict.fromkeys(stale, words),
        )


def require_step(step: Step, filings: Mapping[str, Filing]) -> None:
    """Refuses a step that some of the filings may not take; `fields` says why for each."""
    wrong = {
        code: _("状态为“%s”,不能%s。") % (one.get_state_display(), step.label)
        for code, one in filings.items()
        if not allowed(step, one.state)
    }
    if wrong:
        message = _("%d 个村现在不能%s。") % (len(wrong), step.label)
        raise DomainError("state_wrong", message, _("请刷新页面查看最新状态。"), **wrong)
