"""A notice is written, published, worded anew, withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.notice_messages import tell_of
from rectification.supervision.actions.notice_units import refuse_moved, set_notice_units
from rectification.supervision.actions.notice_words import require_seen, words_of, write_words
from rectification.supervision.actions.stepping import name_of, require_day
from rectification.supervision.actions.storing import store
from rectification.supervision.announcements import NOTICE_PUBLISHED, NOTICE_WITHDRAWN
from rectification.supervision.models import Department, Notice
from rectification.supervision.notice_sides import is_publisher
from rectification.supervision.notice_states import PUBLISH, WITHDRAW, NoticeStatus
from rectification.supervision.sides import house_of
from rectification.supervision.states import Step, allowed
from villages.common.errors import DomainError
from villages.common.scope import COUNTY
from villages.ledgers.keeping import changed, locked
from villages.models import County, Township, Village
from villages.trace.record import record

HEAD = ("kind", "title", "reach", "needs_receipt", "urgent_by", "valid_from", "valid_to")


@dataclass(frozen=True)
class Addressed:
    """Whom a notice addresses: a county townships and departments, a township its villages."""

    townships: Iterable[Township] = ()
    departments: Iterable[Department] = ()
    villages: Iterable[Village] = ()


@transaction.atomic
def draft_notice(*, by: Any, text: str, units: Addressed, **head: Any) -> Notice:
    """A notice of the person's house that nobody else sees yet.

    Raises `notice_house`, `notice_unit`, and the words of what the columns refuse.
    """
    house = house_of(by)
    if not house:
        words = _("您不代表发布单位,不能发布通知。")
        raise DomainError("notice_house", words, _("请由县委组织部或乡镇发布。"))
    row = store(
        Notice(county_code=house[:COUNTY], from_code=house, from_name=_house_name(house), **head)
    )
    set_notice_units(row, units)
    write_words(row, text=text, changes="")
    record("notice.drafted", row, by=by, after={"title": row.title})
    return row


@transaction.atomic
def rewrite(
    notice: Notice, *, by: Any, text: str, changes: str = "", units: Addressed | None = None,
    version: int | None = None, **head: Any,
) -> Notice:  # fmt: skip
    """Other words, kept as a draft of the next version until that is published.

    Head and units change only before the first version is out. `version` is the one that the
    person saw. Raises `notice_side`, `notice_step`, `version_changed`, `notice_head`.
    """
    row = _ready(notice, PUBLISH, by)
    require_seen(row, version)
    if row.status != NoticeStatus.DRAFT and (head or units):
        words = _("已发布的通知只能修改正文,标题、对象和期限不再改动。")
        raise DomainError("notice_head", words, _("对象或期限有变的,请撤回后另发。"))
    # Whoever has the old words in a form learns of the new ones by the version of the notice.
    changed(row, **head)
    if units:
        set_notice_units(row, units)
    draft = write_words(row, text=text, changes=changes)
    record("notice.rewritten", row, by=by, after={"number": draft.number})
    return row


@transaction.atomic
def publish(notice: Notice, *, by: Any, on: date, at: datetime) -> Notice:
    """Shows the last wording to the units, and asks them for receipts of it anew.

    Messages to their channels are written in the same transaction. Raises `notice_side`,
    `notice_step`, `notice_unchanged`, `notice_unit`, `order_step_future`.
    """
    row = _ready(notice, PUBLISH, by)
    require_day(on, row.published_on)
    version = words_of(row)
    if version is None or version.published_at:
        words = _("“%s”没有待发布的新版本。") % row
        raise DomainError("notice_unchanged", words, _("请先修改正文。"))
    if not row.number:
        refuse_moved(row)
    changed(version, published_at=at, published_by=name_of(by))
    changed(row, status=PUBLISH.target, published_on=on, number=version.number)
    tell_of(row, NOTICE_PUBLISHED, at=at)
    record("notice.published", row, by=by, after={"number": row.number, "on": on})
    return row


@transaction.atomic
def withdraw(notice: Notice, *, by: Any, on: date, at: datetime, reason: str) -> Notice:
    """The notice holds no longer; those who had it see why. Raises as `publish`."""
    row = _ready(notice, WITHDRAW, by)
    require_day(on, row.published_on)
    changed(row, status=WITHDRAW.target, withdrawn_on=on, withdrawn_why=reason.strip())
    tell_of(row, NOTICE_WITHDRAWN, at=at)
    record("notice.withdrawn", row, by=by, after={"on": on}, reason=reason)
    return row


def _ready(notice: Notice, step: Step, by: Any) -> Notice:
    row = locked(notice)
    if not is_publisher(by, row):
        words = _("这一步由%s办理。") % row.from_name
        raise DomainError("notice_side", words, _("请联系发布单位。"))
    if not allowed(step, row.status):
        words = _("“%(row)s”现在是“%(status)s”,不能%(step)s。") % {
            "row": row, "status": row.get_status_display(), "step": step.label,
        }  # fmt: skip
        raise DomainError("notice_step", words, _("请刷新页面后再看。"))
    return row


def _house_name(code: str) -> str:
    if len(code) == COUNTY:
        county = County.objects.get(code=code)
        return str(county.department_name or _("%s委组织部") % county.name)
    return str(Township.objects.filter(code=code).values_list("name", flat=True).first() or code)
