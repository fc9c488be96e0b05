"""Joint bodies: members and shares as of a day, the end of a body."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from branches.joint.splitting import WHOLE, hundredths
from branches.joint.stretches import Stretch, exceeded, overlap
from branches.models import JointBody, JointMember
from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def set_shares(
    *, body: JointBody, shares: Mapping[int, Decimal], on: date, reason: str, by: Any
) -> list[JointMember]:
    """The shares of all members from a day on, in one act; they make up 100 % exactly.

    `shares` are percents by the member's row on that day. A row whose share changes ends on the
    day and another begins. Raises `shares_members`, `shares_total`, `shares_later`.
    """
    body = _locked(body, by)
    rows = body.members.select_for_update(of=("self",)).on(on)
    members = list(rows.select_related("village__township"))
    _require_all(members, shares)
    _require_whole(shares)
    _require_last(body, on)
    before = {one.member_name: one.share_percent for one in members}
    kept = [_with_share(one, shares[one.pk], on) for one in members]
    _require_sound(body.members.all())
    after = {one.member_name: one.share_percent for one in kept}
    record("branches.joint_shares_set", body, by=by, before=before, after=after, reason=reason)
    return kept


@transaction.atomic
def end_body(body: JointBody, *, ended_on: date, end_reason: str, by: Any) -> JointBody:
    """Ends a joint body; its members leave the same day. Raises `joint_ended`, `joint_dates`."""
    body = _locked(body, by)
    if body.ended_on is not None:
        raise DomainError("joint_ended", _("这个联建组织已经终止。"), _("请刷新页面。"))
    open_members = body.members.filter(left_on=None)
    later = open_members.filter(joined_on__gte=ended_on).exists()
    if later or ended_on < body.founded_on:
        said = _("终止日期要晚于成立日期和所有成员的加入日期。")
        raise DomainError("joint_dates", said, "", ended_on=said)
    open_members.update(left_on=ended_on, version=F("version") + 1)
    body.ended_on, body.end_reason = ended_on, end_reason.strip()
    body.version += 1
    body.save()
    record(
        "branches.joint_ended", body, by=by, after={"ended_on": ended_on}, reason=body.end_reason
    )
    return body


def check_body(row: JointBody) -> None:
    """Whether the members that a stored body has fit its founding. Raises `joint_founded`."""
    if row.pk and row.founded_on and row.members.filter(joined_on__lt=row.founded_on).exists():
        said = _("已有成员在这一天以前加入。")
        raise DomainError("joint_founded", said, _("请先更正成员的加入日期。"), founded_on=said)


def check_member(row: JointMember) -> None:
    """Whether a row fits to the other members of its body, which is held meanwhile.

    Raises `joint_before`, `joint_overlap`, `joint_exceeded`.
    """
    if not row.body_id or not row.joined_on:
        return  # told as missing fields
    body = JointBody.objects.select_for_update().get(pk=row.body_id)
    if row.joined_on < body.founded_on or (body.ended_on and row.joined_on >= body.ended_on):
        said = _("加入日期要在联建组织存续期间。")
        raise DomainError("joint_before", said, "", joined_on=said)
    _require_sound([*body.members.exclude(pk=row.pk), row])


def _with_share(row: JointMember, percent: Decimal, on: date) -> JointMember:
    if row.share_percent == percent:
        return row
    if row.joined_on == on:
        row.share_percent = percent
        row.version += 1
        row.save()
        return row
    ends, row.left_on = row.left_on, on
    row.version += 1
    row.save()
    return JointMember.objects.create(
        body=row.body, county_code=row.county_code, village=row.village, unit_name=row.unit_name,
        joined_on=on, left_on=ends, share_percent=percent, source=row.source,
    )  # fmt: skip


def _require_all(members: Iterable[JointMember], shares: Mapping[int, Decimal]) -> None:
    if {one.pk for one in members} != set(shares):
        said = _("要同时填写当天全部成员的份额。")
        raise DomainError("shares_members", said, _("请刷新页面后重新填写。"))


def _require_whole(shares: Mapping[int, Decimal]) -> None:
    total = sum(shares.values(), Decimal(0))
    exact = all(value >= 0 and value * 100 == hundredths(value) for value in shares.values())
    if not exact or hundredths(total) != WHOLE:
        said = _("份额合计为 %s%%,须正好是 100%%,最多两位小数。") % total
        raise DomainError("shares_total", said, _("请核对后再提交。"))


def _require_last(body: JointBody, on: date) -> None:
    """Later rows would contradict what is set now."""
    if body.members.filter(joined_on__gt=on).exists():
        said = _("这一天以后已有成员加入或份额变动。")
        raise DomainError("shares_later", said, _("请选择更晚的日期。"), on=said)


def _require_sound(rows: Iterable[JointMember]) -> None:
    stretches = [stretch_of(row) for row in rows]
    if day := overlap(stretches):
        said = _("同一成员在 %s 有两条记录。") % day.isoformat()
        raise DomainError("joint_overlap", said, _("请核对加入和退出日期。"), joined_on=said)
    if day := exceeded(stretches):
        said = _("%s 的份额合计超过 100%%。") % day.isoformat()
        raise DomainError(
            "joint_exceeded", said, _("请用“调整份额”一次改好全部成员。"), share_percent=said
        )


def stretch_of(row: JointMember) -> Stretch:
    """The row as a stretch of days."""
    key = row.village_id or row.unit_name
    share = None if row.share_percent is None else hundredths(row.share_percent)
    return Stretch(key, row.joined_on, row.left_on, share)


def _locked(body: JointBody, by: Any) -> JointBody:
    if not (may_change_map(by) and by.territory.covers(body.county_code)):
        raise DomainError("joint_scope", _("联建组织由县委组织部登记。"), _("请联系组织部。"))
    found: JointBody = JointBody.objects.select_for_update().get(pk=body.pk)
    return found
