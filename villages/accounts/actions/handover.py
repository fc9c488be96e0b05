"""A post changes hands (换届交接): places, open work, and the end of the leaver's account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages import registries
from villages.accounts.actions import permits, requests, users
from villages.accounts.actions.jurisdictions import end_rows
from villages.accounts.actions.tracing import actor_or_none, trace
from villages.accounts.models import AccessRequest, Handover, User
from villages.accounts.places import in_words
from villages.common import clock
from villages.common.errors import DomainError


@dataclass(frozen=True)
class Part:
    """One kind of open work of the leaver, and how much of it there is."""

    key: str
    label: str
    count: int


def open_work(leaver: User) -> list[Part]:
    """Everything that would move, kind by kind; kinds without anything stand with 0."""
    return [
        Part(source.key, str(source.label), source.count(leaver))
        for source in registries.handovers()
    ]


def units_of(leaver: User) -> list[str]:
    """The units in which the leaver acts today."""
    rows = leaver.jurisdictions.in_force(clock.today())
    return sorted(set(rows.values_list("unit_code", flat=True)))


@transaction.atomic
def hand_over(
    *, leaver: User, successor: User, leaves_on: date, reason: str, take_post: bool, by: Any
) -> Handover:
    """Moves open work to the successor; with `take_post` also role and places.

    Role and places beyond a township wait for a second person as always. The account of the
    leaver ends now, or after `leaves_on`. Raises `successor_unfit`, and what `permits`,
    `requests.change_access` and `users.disable_account` raise.
    """
    permits.may_change(by, leaver)
    _fits(leaver, successor, by)
    units = units_of(leaver)
    request = _take_post(leaver, successor, units, by=by, reason=reason) if take_post else None
    moved = _move_work(leaver, successor, by)
    done = Handover.objects.create(
        leaver=leaver, successor=successor, leaves_on=leaves_on, reason=reason,
        units=units if take_post else [], moved=moved, request=request,
        done_by=actor_or_none(by),
    )  # fmt: skip
    _leave(done, by=by)
    _trace(done, by)
    return done


def _fits(leaver: User, successor: User, by: Any) -> None:
    same_county = successor.home_code[:6] == leaver.home_code[:6]
    if successor.pk in {leaver.pk, by.pk} or not successor.is_active or not same_county:
        text = _("接任人应是本县另一个在用的账号,不能是离任人,也不能是您本人。")
        raise DomainError("successor_unfit", text, _("请另选接任人,或先开设账号。"), successor=text)


def _take_post(
    leaver: User, successor: User, units: list[str], *, by: Any, reason: str
) -> AccessRequest | None:
    """Same role: the places are added. Another role: the post replaces the earlier one."""
    keep = units_of(successor) if successor.role == leaver.role else []
    return requests.change_access(
        subject=successor, role=leaver.role, codes={*units, *keep}, by=by, reason=reason
    )


def _move_work(leaver: User, successor: User, by: Any) -> list[dict[str, Any]]:
    moved = [(source, source.move(leaver, successor, by)) for source in registries.handovers()]
    return [
        {"key": source.key, "label": str(source.label), "count": count} for source, count in moved
    ]


def _leave(done: Handover, *, by: Any) -> None:
    """Today or earlier: the account ends. Later: the places end on that day, the account after."""
    rows = done.leaver.jurisdictions.in_force(clock.today())
    if done.leaves_on <= clock.today():
        _close(done, by=by)
        end_rows(rows)
        return
    rows.filter(ends_on=None).update(ends_on=done.leaves_on)
    rows.filter(ends_on__gt=done.leaves_on).update(ends_on=done.leaves_on)


def _close(done: Handover, *, by: Any) -> None:
    users.close_account(done.leaver, by=by, reason=_("离任:%s") % done.reason)
    done.closed_at = clock.instant()
    done.save(update_fields=["closed_at"])


def close_departed(*, by: Any) -> int:
    """Ends the accounts of those whose last day has passed. Gives how many."""
    return sum(_close_one(pk, by) for pk in _due().values_list("pk", flat=True))


def _due() -> Any:
    return Handover.objects.due(clock.today())


@transaction.atomic
def _close_one(pk: int, by: Any) -> int:
    done = _due().select_for_update(of=("self",)).select_related("leaver").filter(pk=pk).first()
    if done is None:
        return 0
    _close(done, by=by)
    return 1


def _trace(done: Handover, by: Any) -> None:
    after = {
        "successor": done.successor.name,
        "leaves_on": done.leaves_on,
        "units": in_words(done.units),
        "moved": _counts(done.moved) or _("没有未办结的工作"),
    }
    total = sum(part["count"] for part in done.moved) or 1
    trace(
        "handover.done", done.leaver, by=by, after=after, reason=done.reason, count=total,
        rows=done.moved,
    )  # fmt: skip


def _counts(moved: Iterable[dict[str, Any]]) -> str:
    return "、".join(f"{part['label']} {part['count']}" for part in moved if part["count"])
