"""What departs from the rules for a while: asked for by one person, decided by a second one."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.rejudging import rejudge
from rectification.warnings.actions.telling import name_of, tell
from rectification.warnings.choices import AskStatus, DecisionKind
from rectification.warnings.models import ColourOverride, Exemption
from rectification.warnings.parameters import ASKED_MONTHS
from rectification.warnings.perms import may_ask_exemptions, may_decide_county
from rectification.warnings.rules import by_code
from rectification.warnings.sides import is_same
from villages import parameters
from villages.accounts.models import User
from villages.accounts.models.fields import new_uid
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.imports.months import require_open
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.models import Village
from villages.trace.record import record

Asked = ColourOverride | Exemption
Row = TypeVar("Row", ColourOverride, Exemption)
_KINDS: dict[type, str] = {ColourOverride: "override", Exemption: "exemption"}


@transaction.atomic
def ask_override(
    *, by: Any, village: Village, colour: str, from_month: int, until_month: int, reason: str,
    on: date,
) -> ColourOverride:  # fmt: skip
    """Asks for a colour that the rules do not give, for some months.

    Raises `asked_side`, `override_asked_once`, `asked_span`, `month_closed` and the words of the
    constraints.
    """
    if not (may_decide_county(by) and by.territory.covers(village.code)):
        words = _("人工调整由县委组织部申请。")
        raise DomainError("asked_side", words, _("如需调整,请与组织部联系。"))
    row = ColourOverride(village=village, county_code=village.county_code, colour=colour)
    _refuse_second(row, from_month, until_month)
    return _stored(row, by=by, on=on, from_month=from_month, until_month=until_month,
                   reason=reason)  # fmt: skip


@transaction.atomic
def ask_exemptions(
    *, by: Any, villages: Iterable[Village], kind: str, rules: Iterable[str], from_month: int,
    until_month: int, reason: str, on: date,
) -> list[Exemption]:  # fmt: skip
    """One request for several villages, each with its own row, joined by a batch.

    No rules means all of them. Raises `exemption_nobody`, `exemption_side`, `rule_unknown`,
    `asked_span`, `month_closed` and the words of the constraints.
    """
    codes, batch = sorted(set(rules)), new_uid()
    chosen = sorted(villages, key=lambda one: one.code)
    _refuse_exemption(by, chosen, codes)
    return [
        _exempted(one, by=by, on=on, kind=kind, rules=codes, batch=batch, from_month=from_month,
                  until_month=until_month, reason=reason.strip())
        for one in chosen
    ]  # fmt: skip


def _exempted(village: Village, *, by: Any, on: date, **said: Any) -> Exemption:
    batch, kind, rules = (said.pop(name) for name in ("batch", "kind", "rules"))
    row = Exemption(
        village=village, county_code=village.county_code, batch=batch, kind=kind, rules=rules
    )
    return _stored(row, by=by, on=on, **said)


def _stored(row: Row, *, by: Any, on: date, from_month: int, until_month: int, reason: str) -> Row:
    """A new request is that of whoever writes it; it begins in an open month and ends soon."""
    row.from_month, row.until_month, row.reason = from_month, until_month, reason.strip()
    row.asked_on, row.asked_name = on, name_of(by)
    row.asked_by = by if isinstance(by, User) else None
    _require_span(row, on)
    refuse_broken(row)
    month = Month.from_number(from_month)
    require_open(county=row.county_code, month=month, unit=row.village.code)
    row.save()
    _told(row, "asked", by=by, on=on, text=row.reason)
    return row


def _refuse_second(row: ColourOverride, first: int, last: int) -> None:
    """One colour by hand at a time. Two who ask at the same moment wait for each other here."""
    hold(f"override:{row.village_id}", exclusive=True)
    running = [AskStatus.ASKED, AskStatus.APPROVED]
    known = ColourOverride.objects.filter(village_id=row.village_id, status__in=running)
    if known.filter(from_month__lte=last, until_month__gte=first).exists():
        words = _("这个村这些月份已有人工调整或申请。")
        raise DomainError("override_asked_once", words, _("请先结束原来的调整。"))


def _refuse_exemption(by: Any, villages: list[Village], codes: list[str]) -> None:
    if not villages:
        words = _("请选择村。")
        raise DomainError("exemption_nobody", words, villages=words)
    if not (may_ask_exemptions(by) and all(by.territory.covers(one.code) for one in villages)):
        words = _("豁免由组织部或所在乡镇申请,只能申请本辖区的村。")
        raise DomainError("exemption_side", words, _("请选择本辖区的村。"))
    known = set(by_code())
    if strange := [one for one in codes if one not in known and not one.startswith("Z")]:
        words = _("没有规则“%s”。") % "、".join(strange)
        raise DomainError("rule_unknown", words, _("请从规则目录中选择。"), rules=words)


@transaction.atomic
def approve(*, by: Any, row: Asked, on: date, text: str = "") -> Asked:
    """It holds from its first month, or from the first open one if that is closed by now.

    Raises `asked_side`, `asked_own`, `asked_decided`, `asked_over`.
    """
    held = _ready(row, by, AskStatus.ASKED)
    first = max(held.from_month, counts_from(held.county_code, on).number)
    if first > held.until_month:
        words = _("申请的月份都已封账,批准也不再起作用。")
        raise DomainError("asked_over", words, _("请不予批准;仍需要的重新申请。"))
    _decide(held, AskStatus.APPROVED, by=by, on=on, text=text, from_month=first)
    _told(held, "approved", by=by, on=on, text=text)
    _apply(held, by, on)
    return held


@transaction.atomic
def refuse(*, by: Any, row: Asked, on: date, text: str) -> Asked:
    """It never held. Whoever asked takes it back in the same way. Raises as `approve`."""
    held = _ready(row, by, AskStatus.ASKED, own=True)
    if not text.strip():
        words = _("请写明不批准的理由。")
        raise DomainError("asked_text", words, text=words)
    _decide(held, AskStatus.REFUSED, by=by, on=on, text=text)
    _told(held, "refused", by=by, on=on, text=text)
    return held


@transaction.atomic
def end(*, by: Any, row: Asked, on: date, text: str) -> Asked:
    """It holds no more from the first open month on. Raises `asked_side`, `asked_decided`."""
    held = _ready(row, by, AskStatus.APPROVED, own=True)
    month = max(held.from_month, counts_from(held.county_code, on).number)
    changed(held, status=AskStatus.ENDED, ended_from=month)
    _told(held, "ended", by=by, on=on, text=text)
    _apply(held, by, on)
    return held


def may_approve(by: Any, row: Asked) -> bool:
    """Another person of the organization department."""
    return may_settle(by, row) and not is_same(by, row.asked_by_id)


def may_settle(by: Any, row: Asked) -> bool:
    """The organization department of this village."""
    return bool(may_decide_county(by) and by.territory.covers(row.village.code))


def _ready(row: Asked, by: Any, status: AskStatus, *, own: bool = False) -> Asked:
    held: Asked = locked(row)
    if not may_settle(by, held):
        words = _("这一步由县委组织部办理。")
        raise DomainError("asked_side", words, _("如需办理,请与组织部联系。"))
    if not own and is_same(by, held.asked_by_id):
        words = _("这是您申请的,应由另一人审批。")
        raise DomainError("asked_own", words, _("请组织部其他同志办理。"))
    if held.status != status:
        words = _("现在是“%s”,不能办理这一步。") % held.get_status_display()
        raise DomainError("asked_decided", words, _("请刷新页面后再看。"))
    return held


def _decide(row: Asked, status: AskStatus, *, by: Any, on: date, text: str, **more: Any) -> None:
    person = by if isinstance(by, User) else None
    changed(
        row, status=status, decided_by=person, decided_name=name_of(by), decided_on=on,
        decided_reason=text.strip(), **more,
    )  # fmt: skip


def _apply(row: Asked, by: Any, on: date) -> None:
    rejudge(row.county_code, [row.village_id], by=by, on=on, events=True)


def _told(row: Asked, done: str, *, by: Any, on: date, text: str) -> None:
    kind = DecisionKind(f"{_KINDS[type(row)]}-{done}")
    tell(row, kind.value, by=by, on=on, month=Month.from_number(row.from_month), text=text)
    record(
        f"warning.{kind.value}", row, by=by, reason=text, name=name_shown(row),
        after={"from": row.from_month, "until": row.until_month, "status": row.status},
    )  # fmt: skip


def name_shown(row: Asked) -> str:
    """What trail and pages call it: village, what, months."""
    first, last = (Month.from_number(one).code for one in (row.from_month, row.until_month))
    what = row.get_colour_display() if isinstance(row, ColourOverride) else row.get_kind_display()
    return f"{row.village.name} {row._meta.verbose_name} {what} {first}—{last}"


def _require_span(row: Asked, on: date) -> None:
    most = int(parameters.value(ASKED_MONTHS.key, on=on, county=row.county_code))
    first = counts_from(row.county_code, on)
    if row.from_month < first.number:
        words = _("起始月份不能早于%s:更早的月份已经封账或评定。") % first.label
        raise DomainError("asked_span", words, _("请改起始月份。"), from_month=words)
    last = Month.from_number(row.from_month).shift(most - 1)
    if row.until_month > last.number:
        words = _("最长 %(most)d 个月,截止月份不能晚于%(last)s。") % {
            "most": most, "last": last.label,
        }  # fmt: skip
        raise DomainError("asked_span", words, _("到期仍需要的再次申请。"), until_month=words)
