"""The one way in which a warning event takes a step: locked, allowed, checked, on record."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.messages import tell_of_lowered
from rectification.warnings.actions.rejudging import rejudge
from rectification.warnings.actions.telling import tell
from rectification.warnings.figures.turned import Turn, turned
from rectification.warnings.models import Alert
from rectification.warnings.rules_in_force import rules_in_force
from rectification.warnings.sides import has_asked, side_of, stands
from rectification.warnings.states import (
    ACKNOWLEDGE,
    ENDED,
    FALSE_ALARM,
    LOWER,
    PLAN,
    REJECT,
    SUBMIT,
    VERIFY_YELLOW,
    Side,
    Step,
    allowed,
)
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

Said = Mapping[str, Any]
# Steps that say the trouble is over: only where the data say so too.
LOWERING = frozenset({VERIFY_YELLOW.key, LOWER.key})
# Steps after which the colour may be another one.
COLOURING = frozenset({VERIFY_YELLOW.key, LOWER.key, FALSE_ALARM.key})
# Steps that need words.
SPOKEN = frozenset({PLAN.key, SUBMIT.key, REJECT.key, FALSE_ALARM.key})


@transaction.atomic
def take_step(
    *, by: Any, alert: Alert, step: Step, on: date, said: Said | None = None,
    version: int | None = None,
) -> Alert:  # fmt: skip
    """Moves an event by one step of the table, with what was said, a decision and a trail entry.

    `said` holds `text`, and `planned_on` for a plan. Raises `version_changed`, `alert_step`,
    `alert_side`, `alert_own_request`, `alert_not_asked`, `alert_text`, `alert_not_good` and the
    words of any constraint that the event would break.
    """
    row, words = ready(alert, step, by=by, version=version), dict(said or {})
    text = str(words.get("text") or "").strip()
    _require_words(step, text)
    if step.key in LOWERING:
        require_good(row)
    month, before = counts_from(row.county_code, on), row.status
    changed(row, **_values(row, step, on=on, month=month, said=words), status=step.target)
    tell(row, step.key, by=by, on=on, month=month, text=text, before=before, alert=row)
    if step.key in LOWERING:
        tell_of_lowered(row, name_shown(row), clock.instant())
    if step.key in COLOURING:
        rejudge(row.county_code, [row.village_id], by=by, on=on)
    record(
        f"alert.{step.key}", row, by=by, reason=text, name=str(name_shown(row)),
        before={"status": before}, after={"status": row.status, "month": month.number},
    )  # fmt: skip
    return row


def ready(alert: Alert, step: Step, *, by: Any, version: int | None = None) -> Alert:
    """The event as it is now, held, where the person may take the step."""
    row = locked(alert)
    if version is not None and row.version != version:
        words = _("这条预警刚被他人办理过,您的填写没有保存。")
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    require_side(row, side_of(step, row.status), by, step)
    if not allowed(step, row.status, row.level):
        raise _step_refused(row, step)
    return row


def require_side(row: Alert, side: Side, by: Any, step: Step | None = None) -> None:
    """Raises `alert_side`; `alert_own_request` for whoever would approve the own request."""
    if not stands(by, side, row):
        words = _("这一步由%s办理。") % side.label
        raise DomainError("alert_side", words, _("如需办理,请与对方联系。"))
    if step is not FALSE_ALARM:
        return
    if row.asked_false_by_id is None:
        words = _("还没有人申请认定误报。")
        raise DomainError("alert_not_asked", words, _("请先由一人写明理由申请,再由另一人同意。"))
    if has_asked(by, row):
        words = _("误报是您申请的,应由另一人审批。")
        raise DomainError("alert_own_request", words, _("请组织部其他同志办理。"))


def require_good(row: Alert) -> None:
    """A colour is lowered when the data say so, never before. Raises `alert_not_good`."""
    now = turned(row)
    if now.is_good:
        return
    month = now.month.label if now.month else ""
    words = {
        Turn.FOUND: _("%s的数据仍显示这个问题,不能核实降级。"),
        Turn.UNKNOWN: _("%s缺少这条规则要用的数据,不能核实降级。"),
        Turn.NEVER: _("产生预警以后还没有重新评估%s,不能核实降级。"),
    }[now.turn] % month
    hint = {
        Turn.FOUND: _(
            "请在相应台账登记整改后的实际情况,重新评估后再核实;数据本身有误的,请提出异议。"
        ),
        Turn.UNKNOWN: _("请补齐台账后重新评估;确实没有数据的,请申请豁免。"),
        Turn.NEVER: _("请等县里完成评估。"),
    }[now.turn]
    raise DomainError("alert_not_good", words, hint)


def name_shown(row: Alert) -> str:
    """What trail and pages call an event: village, rule, month."""
    month = Month.from_number(row.raised_month).label
    return f"{row.village.name} {row.rule} {month}"


def _require_words(step: Step, text: str) -> None:
    if step.key in SPOKEN and not text:
        words = _("办理“%s”请写明情况。") % step.label
        raise DomainError("alert_text", words, _("写清事实即可,不用上传材料。"), text=words)


def _values(row: Alert, step: Step, *, on: date, month: Month, said: Said) -> dict[str, Any]:
    """What a step puts into the event."""
    text = str(said.get("text") or "").strip()
    match step.key:
        case ACKNOWLEDGE.key:
            return {"acknowledged_on": on}
        case PLAN.key:
            signed = row.acknowledged_on or on
            return {
                "plan": text, "planned_on": said.get("planned_on"), "stated_on": on,
                "acknowledged_on": signed,
            }  # fmt: skip
        case SUBMIT.key:
            return {"result": text, "submitted_on": on}
        case LOWER.key:
            return _observed(row, on, month)
    ends = step.target in ENDED
    return {"ended_from": max(month.number, row.raised_month), "ended_on": on} if ends else {}


def _observed(row: Alert, on: date, month: Month) -> dict[str, Any]:
    """Red passes through observation, for the days that the rules of the month say."""
    days = rules_in_force(row.county_code, month.end).rating.observation_days
    return {
        "observed_from": max(month.number, row.raised_month),
        "observation_until": on + timedelta(days=days),
    }


def _step_refused(row: Alert, step: Step) -> DomainError:
    words = _("%(name)s是%(level)s色预警,现在“%(status)s”,不能办理“%(step)s”。") % {
        "name": name_shown(row), "level": row.get_level_display(),
        "status": row.get_status_display(), "step": step.label,
    }  # fmt: skip
    ways = "、".join(str(one.label) for one in step.sources)
    return DomainError("alert_step", words, _("这一步只能从“%s”办理,请刷新页面后再看。") % ways)
