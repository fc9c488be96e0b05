"""Leaves of stationed people."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cadres.actions import leaves
from cadres.models import Leave
from cadres.perms import may_keep_judgements
from cadres.rules.resident import leave_level
from cadres.wording.resident import LeaveLevel, LeaveState
from villages import parameters
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Verb

_DATES = ("from_on", "to_on", "kind")


def _settle(row: Leave, _by: Any) -> None:
    """Who decides follows from the length; a decided leave keeps its days (`leave_decided`)."""
    if row.pk and row.state != LeaveState.ASKED:
        stored = Leave.objects.get(pk=row.pk)
        if any(getattr(stored, name) != getattr(row, name) for name in _DATES):
            hint = _now("请另行登记一次请假。")
            raise DomainError("leave_decided", _now("已批复的请假不能改日期和假别。"), hint)
    elif row.from_on and row.to_on:
        limit = parameters.value(
            "cadres.leave_township_days", on=row.from_on, county=row.county_code
        )
        row.level = leave_level(row.days, limit)


def _check(_values: Mapping[str, Any], row: Leave) -> Iterable[Fault]:
    if row.posting_id and row.posting.village_id != row.village_id:
        yield Fault("posting", "other_village", _now("此人不在这个村驻村。"))
    if row.posting_id and row.substitute_id and row.substitute_id == row.posting.person_id:
        yield Fault("substitute", "own_substitute", _now("代班人不能是本人。"))


def _waiting(_user: Any, row: Leave) -> bool:
    return row.state == LeaveState.ASKED


def _unfiled(_user: Any, row: Leave) -> bool:
    return (row.state, row.level, row.filed_on) == (LeaveState.GRANTED, LeaveLevel.TOWNSHIP, None)


LEAVES = Ledger(
    key="leaves",
    hub="cadres",
    model=Leave,
    title=_("驻村请销假"),
    one=_("请假"),
    title_en="leaves",
    one_en="leave",
    items=(
        Item("village", fixed=True),
        Item("posting", by="name", fixed=True),
        Item("kind", chosen=True),
        Item("from_on"),
        Item("to_on"),
        Item("substitute", by="name"),
        Item("level", asked=False, chosen=True),
        Item("state", asked=False, chosen=True),
        Item("decided_on", asked=False, shown=False),
        Item("decided_by", asked=False, shown=False),
        Item("filed_on", asked=False, shown=False),
    ),
    natural_key=("village", "posting", "from_on"),
    order=("-from_on",),
    settle=_settle,
    check=_check,
    verbs=(
        Verb(
            "grant", _("批准"), "grant", act=leaves.grant, may=may_keep_judgements,
            offered=_waiting,
            asks=(Ask("decided_on", _("批复日期"), "decided on", Kind.DATE),),
        ),
        Verb(
            "refuse", _("不批准"), "refuse", act=leaves.refuse, may=may_keep_judgements,
            offered=_waiting, danger=True,
            asks=(
                Ask("decided_on", _("批复日期"), "decided on", Kind.DATE),
                Ask("reason", _("理由"), "reason"),
            ),
        ),
        Verb(
            "file", _("登记报县备案"), "note the filing", act=leaves.file,
            may=may_keep_judgements, offered=_unfiled,
            asks=(Ask("filed_on", _("报县备案日期"), "filed on", Kind.DATE),),
        ),
    ),
    search=("posting__name",),
    empty=_("还没有请假。短假由乡镇批准并报县备案,长假由县批准。"),
)  # fmt: skip
LEDGERS = (LEAVES,)
