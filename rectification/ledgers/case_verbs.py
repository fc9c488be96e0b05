"""What is done to a case beside its steps: it changes hands, it becomes a model."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.actions.models import mark_model, unmark_model
from rectification.actions.transferring import HANDLED, transfer
from rectification.ledgers.steps import refuse_future
from rectification.ledgers.work_asks import TRANSFER_ASKS
from rectification.models import RectificationCase
from rectification.perms import may_keep_cases, may_take_county_steps
from rectification.states import OFF_THE_LIST
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.declaring import Ask, Verb


def _transfer(
    row: RectificationCase, *, by: Any, on: date, to: str, text: str = ""
) -> RectificationCase:
    """The person is named by user name, and only one of the county."""
    refuse_future(on)
    people = User.objects.filter(is_active=True, home_code__startswith=row.county_code)
    person = people.filter(username=to.strip()).first()
    if person is None:
        words = say("本县没有这个账号:%s。") % to
        raise DomainError("handler_unknown", words, to=words)
    return transfer(row, by=by, on=on, to=person, text=text)


TRANSFER = Verb(
    "transfer", _("移交经办人"), "hand over", act=_transfer, asks=TRANSFER_ASKS,
    may=may_keep_cases, offered=lambda _user, row: row.status in HANDLED,
)  # fmt: skip
MARK = Verb(
    "mark-model", _("标记为典型"), "mark as a model", act=mark_model, may=may_take_county_steps,
    offered=lambda _user, row: row.status in OFF_THE_LIST and not row.is_model,
    asks=(Ask("story", _("典型做法"), "how it was done", most=2000, wide=True),),
)  # fmt: skip
UNMARK = Verb(
    "unmark-model", _("取消典型"), "no longer a model", act=unmark_model,
    may=may_take_county_steps, offered=lambda _user, row: row.is_model,
    asks=(Ask("reason", _("原因"), "reason", most=300),),
)  # fmt: skip
