"""The life of a definition: written, in force, revised, ended."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages import parameters
from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.indicators.burden import refuse_burdens
from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition
from villages.indicators.parameters import MOST_MONTHS
from villages.indicators.periods import months_later
from villages.trace.record import record

_COPIED = (
    "county_code", "stem", "name", "kind", "unit", "rhythm", "about", "direction", "low", "high",
    "filer", "office", "purpose", "basis", "sunset_on",
)  # fmt: skip


@transaction.atomic
def begin(row: IndicatorDefinition, *, by: Any, begun_on: date) -> IndicatorDefinition:
    """Puts a draft into force; the edition before it ends the day the new one begins.

    Raises `indicator_not_draft`, `indicator_refused`, `indicator_twice`, `sunset_too_late`.
    """
    _require(by)
    _require_state(row, IndicatorState.DRAFT, "indicator_not_draft")
    refuse_burdens(row)
    _require_own_name(row)
    _require_sunset(row, begun_on)
    _end_earlier(row, begun_on)
    row.state, row.begun_on = IndicatorState.IN_FORCE, begun_on
    _save(row)
    record("indicator.begun", row, by=by, after={"begun_on": begun_on}, reason=row.basis)
    return row


@transaction.atomic
def end(row: IndicatorDefinition, *, by: Any, ended_on: date, reason: str) -> IndicatorDefinition:
    """Stops asking; values stay. Raises `indicator_not_open`, `days_reversed`."""
    _require(by)
    _require_state(row, IndicatorState.IN_FORCE, "indicator_not_open")
    _close(row, ended_on, reason)
    record("indicator.ended", row, by=by, after={"ended_on": ended_on}, reason=reason)
    return row


@transaction.atomic
def revise(row: IndicatorDefinition, *, by: Any) -> IndicatorDefinition:
    """A draft of the next edition, with the words of this one; gives the draft.

    Raises `indicator_draft_waits` where one is already being written.
    """
    _require(by)
    family = IndicatorDefinition.objects.select_for_update().filter(
        county_code=row.county_code, stem=row.stem
    )
    editions = list(family.order_by("edition"))
    if any(one.state == IndicatorState.DRAFT for one in editions):
        raise DomainError(
            "indicator_draft_waits", _("这个指标已有一份草稿。"), _("请修改那份草稿。")
        )
    number = editions[-1].edition + 1
    words = {name: getattr(row, name) for name in _COPIED}
    draft = IndicatorDefinition(**words, edition=number, slug=f"{row.stem}-v{number}")
    draft.label = draft.own_label()
    draft.save()
    record("indicator.revised", draft, by=by, after={"edition": number})
    return draft


def _require(by: Any) -> None:
    if not may_change_map(by):
        words = _("只有县委组织部可以定义指标。")
        raise DomainError("indicator_not_allowed", words, _("请联系县委组织部。"))


def _require_state(row: IndicatorDefinition, state: IndicatorState, code: str) -> None:
    if row.state != state:
        message = _("“%(name)s”现在是“%(state)s”,不能这样办理。") % {
            "name": row.name,
            "state": row.get_state_display(),
        }
        raise DomainError(code, message, _("请刷新页面查看最新状态。"))


def _require_own_name(row: IndicatorDefinition) -> None:
    """Two families of one name would ask the same thing twice."""
    others = IndicatorDefinition.objects.in_county(row.county_code).exclude(stem=row.stem)
    if others.filter(name=row.name, state=IndicatorState.IN_FORCE).exists():
        words = _("已有一个同名的指标在统计。")
        raise DomainError("indicator_twice", words, _("请直接使用它,不要重复统计。"))


def _require_sunset(row: IndicatorDefinition, begun_on: date) -> None:
    most = parameters.value(MOST_MONTHS.key, on=begun_on, county=row.county_code)
    if begun_on < row.sunset_on <= months_later(begun_on, most):
        return
    words = _("到期日期应在生效之后 %d 个月以内。") % most
    raise DomainError("sunset_too_late", words, _("请先修改到期日期。"), begun_on=words)


def _end_earlier(row: IndicatorDefinition, begun_on: date) -> None:
    open_ones = IndicatorDefinition.objects.select_for_update().filter(
        county_code=row.county_code, stem=row.stem, state=IndicatorState.IN_FORCE
    )
    for earlier in open_ones:
        _close(earlier, begun_on, _("由新版次接替"))


def _close(row: IndicatorDefinition, ended_on: date, reason: str) -> None:
    if row.begun_on and ended_on < row.begun_on:
        words = _("停用日期不能早于生效日期 %s。") % row.begun_on
        raise DomainError("days_reversed", words, _("请改正日期。"), ended_on=words)
    row.state, row.ended_on, row.end_reason = IndicatorState.ENDED, ended_on, reason
    _save(row)


def _save(row: IndicatorDefinition) -> None:
    row.version += 1
    row.label = row.own_label()
    row.save()


def keep_in_force(row: IndicatorDefinition, before: dict[str, Any], _by: Any) -> None:
    """A definition that is in force or ended keeps its words. Raises `indicator_fixed`."""
    if before and row.state != IndicatorState.DRAFT:
        words = _("已生效的指标不能改动。")
        raise DomainError("indicator_fixed", words, _("请点“修订”,在新的版次里改。"))
