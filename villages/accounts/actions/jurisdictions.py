"""Giving and taking the places in which a person may act."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from villages.accounts.actions import permits
from villages.accounts.actions.tracing import actor_or_none, trace
from villages.accounts.models import Jurisdiction, User
from villages.accounts.places import in_words
from villages.common import clock
from villages.common.scope import Scope


@transaction.atomic
def place(
    *, subject: User, codes: Iterable[str], by: Any, reason: str, ends_on: date | None = None
) -> None:
    """The person acts in exactly these units from today on.

    Units that stay are left alone, others end at once. Who may do this was decided before:
    `requests.change_access` is the door. Raises `last_security_admin`.
    """
    wanted = set(codes)
    held = list(subject.jurisdictions.in_force(clock.today()))
    before = {row.unit_code for row in held}
    if before == wanted:
        return
    if lost := before - wanted:
        permits.not_the_last_one(subject, Scope.of(lost))
    end_rows(row for row in held if row.unit_code in lost)
    add_rows(subject, wanted - before, by=by, reason=reason, ends_on=ends_on)
    _move_home(subject, wanted)
    words = {"before": {"units": in_words(before)}, "after": {"units": in_words(wanted)}}
    trace("user.units_set", subject, by=by, reason=reason, **words)


def add_rows(
    subject: User, codes: Iterable[str], *, by: Any, reason: str, ends_on: date | None = None
) -> None:
    """New jurisdictions from today; the caller has checked and traces."""
    given = {"starts_on": clock.today(), "ends_on": ends_on, "reason": reason[:200]}
    Jurisdiction.objects.bulk_create(
        Jurisdiction(user=subject, unit_code=code, granted_by=actor_or_none(by), **given)
        for code in sorted(codes)
    )


def end_rows(rows: Iterable[Jurisdiction]) -> None:
    """Ends rights at once: yesterday was their last day; what began today never was one."""
    today = clock.today()
    for row in rows:
        if row.starts_on >= today:
            row.delete()
        else:
            row.ends_on = today - timedelta(days=1)
            row.save(update_fields=["ends_on"])


def home_of(codes: Iterable[str], otherwise: str = "") -> str:
    """Where an account belongs: the smallest unit that holds all its places."""
    wanted = set(codes)
    for digits in (12, 9, 6, 4, 2):
        heads = {code[:digits] for code in wanted}
        if len(heads) == 1 and len(head := heads.pop()) == digits:
            return head
    return otherwise


def _move_home(subject: User, codes: set[str]) -> None:
    subject.home_code = home_of(codes, otherwise=subject.home_code)
    User.objects.filter(pk=subject.pk).update(home_code=subject.home_code)
