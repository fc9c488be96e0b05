"""Papers about warning events: drafted for a person to check and send, never sent by themselves."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.addressing import township_part
from rectification.supervision.actions.making import make_draft
from rectification.supervision.actions.storing import store
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.models import OrderItem, SupervisionOrder
from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.telling import tell
from rectification.warnings.models import Alert
from rectification.warnings.paper_rules import KINDS_BY_LEVEL, paper_key
from rectification.warnings.perms import may_draft_papers
from rectification.warnings.sentences import reason
from rectification.warnings.states import LIVE
from villages.accounts.actors import ServiceActor
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.ledgers.keeping import changed, locked
from villages.models import Township, Village
from villages.trace.record import record

_TEXT, _DATA = 500, 300


@transaction.atomic
def draft_papers(
    *, by: Any, alerts: Iterable[Alert], on: date, kind: OrderKind | str = "",
    requirement: str = "", due_on: date | None = None, why: str = "",
) -> list[SupervisionOrder]:  # fmt: skip
    """A draft for each township, with each event of it as an item.

    Without a kind the usual one of the gravest colour. Raises `alert_side`, `paper_nothing`,
    `paper_over`, `paper_kind` and what drafting refuses.
    """
    held = [locked(one) for one in sorted(alerts, key=lambda one: one.pk)]
    _require(held, by)
    made: list[SupervisionOrder] = []
    for _code, group in sorted(_by_township(held).items()):
        chosen = _kind(group, kind)
        asked = requirement.strip() or _("请核实并整改,按期反馈整改情况。")
        order = draft_for(
            group[0].village.township, by=by, on=on, kind=chosen, requirement=asked, due_on=due_on,
            subject=_("%s三色预警") % group[0].village.township.name,
            matters=[(one.village, words_of(one), data_of(one)) for one in group],
        )  # fmt: skip
        link(group, order, by=by, on=on, why=why)
        made.append(order)
    return made


def draft_for(
    township: Township, *, by: Any, on: date, kind: OrderKind | str, subject: str,
    requirement: str, matters: Iterable[tuple[Village, str, str]], due_on: date | None = None,
) -> SupervisionOrder:  # fmt: skip
    """The county's draft to a township about some of its villages."""
    order = make_draft(
        township.county_code, by=by, on=on, kind=kind, subject=subject[:120], due_on=due_on,
        requirement=requirement, origin=Origin.WARNING,
        basis=_("三色预警及处置办法"), problem="",
    )  # fmt: skip
    part = store(township_part(order, township))
    for village, text, data in matters:
        store(OrderItem(
            county_code=order.county_code, unit=part, village=village, text=text[:_TEXT],
            data=data[:_DATA],
        ))  # fmt: skip
    return order


def link(
    alerts: Iterable[Alert], order: SupervisionOrder, *, by: Any, on: date, why: str = ""
) -> None:
    """Each event leads to its newest paper, and says that it was drafted."""
    for one in alerts:
        changed(one, order=order)
        month = counts_from(one.county_code, on)
        text = str(why or order.get_kind_display())
        tell(
            one, paper_key(order.kind), by=by, on=on, month=month, text=text, before=one.status,
            alert=one,
        )  # fmt: skip
        record("alert.paper", one, by=by, after={"order": str(order)}, name=words_of(one)[:120])


def words_of(alert: Alert) -> str:
    """The event as an item of a paper: village, colour, what was found."""
    found = reason({"rule": alert.rule, "level": alert.level, "evidence": alert.evidence})
    told = {"village": alert.village.name, "level": alert.get_level_display(), "found": found}
    return _("%(village)s%(level)s色预警:%(found)s") % told


def data_of(alert: Alert) -> str:
    """On what the item rests: since which month, where it stands."""
    told = {
        "month": Month.from_number(alert.raised_month).label,
        "status": alert.get_status_display(), "rule": alert.rule,
    }  # fmt: skip
    return _("%(month)s起,规则 %(rule)s,现在“%(status)s”") % told


def _require(alerts: list[Alert], by: Any) -> None:
    if not alerts:
        words = _("没有选择预警事件。")
        raise DomainError("paper_nothing", words, _("请先勾选预警事件。"))
    for one in alerts:
        inside = by.territory.covers(one.county_code)
        if not (isinstance(by, ServiceActor) or (may_draft_papers(by) and inside)):
            words = _("预警文书由县委组织部起草。")
            raise DomainError("alert_side", words, _("如需办理,请与组织部联系。"))
        if one.status not in LIVE:
            words = _("%s已经了结,不用再发文书。") % words_of(one)
            raise DomainError("paper_over", words, _("请刷新页面后再看。"))


def _kind(alerts: list[Alert], wanted: OrderKind | str) -> str:
    """The kind fits the gravest colour among them. Raises `paper_kind`."""
    level = "red" if any(one.level == "red" for one in alerts) else "yellow"
    kinds = KINDS_BY_LEVEL[level]
    if not wanted:
        return kinds[0].value
    if wanted not in kinds:
        words = _("%(level)s色预警不发“%(kind)s”。") % {
            "level": alerts[0].get_level_display() if level == "yellow" else _("红"),
            "kind": OrderKind(wanted).label,
        }  # fmt: skip
        ways = "、".join(str(one.label) for one in kinds)
        raise DomainError("paper_kind", words, _("可以选:%s。") % ways, kind=words)
    return str(wanted)


def _by_township(alerts: Iterable[Alert]) -> dict[str, list[Alert]]:
    found: dict[str, list[Alert]] = defaultdict(list)
    for one in alerts:
        found[one.village.township.code].append(one)
    return found
