"""Making, replacing and revoking tokens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_network
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts import perms
from villages.accounts.actors import ServiceActor
from villages.accounts.models import ApiToken, User
from villages.accounts.places import missing
from villages.common import clock
from villages.common.errors import DomainError
from villages.rest.registry import labels
from villages.trace.record import record

LONGEST_DAYS, USUAL_DAYS, MOST_TOKENS = 365, 90, 20
OVERLAP = timedelta(hours=24)


@dataclass(frozen=True)
class Limits:
    """What a token may reach; empty lists mean no narrower than its owner."""

    read_only: bool = True
    unit_codes: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


@transaction.atomic
def create_token(
    *, user: User, name: str, limits: Limits, days: int = USUAL_DAYS, by: Any
) -> tuple[ApiToken, str]:
    """A token for this person, and its secret: the only time anybody sees it.

    Raises `token_not_allowed`, `token_many`, `token_days`, `token_units`, `token_resources`,
    `token_network`.
    """
    _check_holder(user, by)
    _check_days(days)
    fields = {
        "name": name.strip()[:60] or _("接口令牌"),
        "read_only": limits.read_only,
        "unit_codes": _units(user, limits.unit_codes),
        "resources": _resources(limits.resources),
        "networks": _networks(limits.networks),
    }
    token, secret = ApiToken.objects.create(user=user, expiry=timedelta(days=days), **fields)
    _trace("token.created", token, by, after=fields | {"days": days, "key": token.token_key})
    return token, secret


@transaction.atomic
def rotate_token(*, token: ApiToken, by: Any) -> tuple[ApiToken, str]:
    """A successor with the same limits and length; the old one still works for a day.

    Raises `token_over` for one that no longer works, `token_rotated` for one already replaced.
    """
    held = ApiToken.objects.select_for_update().get(pk=token.pk)
    _check_rotation(held, by)
    limits = Limits(
        held.read_only, tuple(held.unit_codes), tuple(held.resources), tuple(held.networks)
    )
    days = max(1, round((held.expiry - held.created).total_seconds() / 86_400))
    made, secret = create_token(
        user=held.user, name=held.name, limits=limits, days=min(days, LONGEST_DAYS), by=by
    )
    held.replaced_by = made
    held.expiry = min(held.expiry, clock.instant() + OVERLAP)
    held.save(update_fields=["replaced_by", "expiry"])
    _trace("token.rotated", held, by, after={"expiry": held.expiry, "key": made.token_key})
    return made, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by: Any, reason: str = "") -> None:
    """Ends a token at once; ending it twice changes nothing."""
    rows = ApiToken.objects.filter(pk=token.pk, revoked_at=None)
    if rows.update(revoked_at=clock.instant(), revoke_reason=reason[:200]):
        _trace("token.revoked", token, by, reason=reason)


@transaction.atomic
def revoke_tokens_of(*, user: User, by: Any, reason: str) -> int:
    """Ends every token of a person, when the account is disabled; how many ended."""
    rows = ApiToken.objects.filter(user=user, revoked_at=None)
    keys = sorted(rows.values_list("token_key", flat=True))
    if keys:
        rows.update(revoked_at=clock.instant(), revoke_reason=reason[:200])
        record(
            "token.all_revoked", user, by=by, reason=reason, count=len(keys), rows=keys,
            county=user.home_code[:6],
        )  # fmt: skip
    return len(keys)


def _check_holder(user: User, by: Any) -> None:
    """People make tokens for themselves; the command line for anybody who may hold one."""
    for_oneself = user.pk == by.pk and by.acting_for is None
    if not perms.may_hold_tokens(user) or not (for_oneself or isinstance(by, ServiceActor)):
        raise DomainError("token_not_allowed", str(perms.may_hold_tokens.sentence))  # type: ignore[attr-defined]
    if ApiToken.objects.filter(user=user).usable(clock.instant()).count() >= MOST_TOKENS:
        raise DomainError(
            "token_many",
            _("一个账号最多同时有 %(count)s 枚有效令牌。") % {"count": MOST_TOKENS},
            _("请先作废不再使用的令牌。"),
        )


def _check_days(days: int) -> None:
    if not 1 <= days <= LONGEST_DAYS:
        message = _("有效天数应在 1 到 %(most)s 之间。") % {"most": LONGEST_DAYS}
        raise DomainError("token_days", message, days=message)


def _check_rotation(token: ApiToken, by: Any) -> None:
    if not token.is_usable(clock.instant()):
        raise DomainError("token_over", _("这枚令牌已过期或已作废。"), _("请新建一枚令牌。"))
    if token.replaced_by_id is not None:
        raise DomainError("token_rotated", _("这枚令牌已经更换过。"), _("请使用新的令牌。"))


def _units(user: User, codes: Iterable[str]) -> list[str]:
    """The codes, once each, if they lie inside the owner's own territory."""
    own = user.territory_on(clock.today())
    wanted = sorted(set(codes))
    nowhere = set(missing(wanted))
    if outside := [code for code in wanted if code in nowhere or not own.covers(code)]:
        raise DomainError(
            "token_units",
            _("不在本人管辖范围内:%(codes)s。") % {"codes": "、".join(outside)},
            _("令牌的范围不能大于本人的管辖。"),
        )
    return wanted


def _resources(given: Iterable[str]) -> list[str]:
    """Known resources, once each."""
    wanted = sorted(set(given))
    if unknown := [one for one in wanted if one not in labels()]:
        raise DomainError(
            "token_resources",
            _("没有这些资源:%(names)s。") % {"names": "、".join(unknown)},
            _("可选的资源:%(names)s。") % {"names": "、".join(labels())},
        )
    return wanted


def _networks(given: Iterable[str]) -> list[str]:
    """Networks in their plain spelling; a single address is a network of one."""
    found = []
    for text in given:
        try:
            found.append(str(ip_network(text.strip(), strict=False)))
        except ValueError as error:
            message = _("“%(text)s”不是网段。") % {"text": text[:60]}
            hint = _("请写成 192.0.2.0/24 的形式。")
            raise DomainError("token_network", message, hint, networks=message) from error
    return sorted(set(found))


def _trace(action: str, token: ApiToken, by: Any, **more: Any) -> None:
    record(action, token, by=by, county=token.user.home_code[:6], **more)
