"""Programs sign in with a bearer token; knox's scheme, with a keyed digest and our limits."""

from datetime import date, timedelta
from functools import lru_cache
from hmac import compare_digest
from ipaddress import ip_address, ip_network
from typing import Any

from django.db.models import F, FilteredRelation, Q
from django.http import HttpRequest
from knox.auth import TokenAuthentication
from knox.crypto import hash_token
from knox.settings import CONSTANTS
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.request import Request

from villages.accounts.models import ApiToken, User
from villages.common import clock
from villages.common.scope import Scope
from villages.rest.limits import GUESS, take
from villages.rest.problems import Problem
from villages.trace.middleware import client_address

SEEN_AFTER = timedelta(minutes=1)


class BearerAuthentication(TokenAuthentication):  # type: ignore[misc]
    """`Authorization: Bearer …`; one query finds token, owner and the owner's territory."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Owner and token, or None where no bearer token was sent."""
        self.address = client_address(request._request)
        try:
            found: tuple[User, ApiToken] | None = super().authenticate(request)
        except (AuthenticationFailed, UnicodeDecodeError):
            _slow_down(self.address)
            raise AuthenticationFailed() from None
        if found is not None:
            _at_home(found[1], self.address)
            _note_use(found[1], self.address)
        return found

    def authenticate_header(self, request: HttpRequest | Request) -> str:
        """The challenge; knox also takes the scheme's name from here."""
        return "Bearer"

    def authenticate_credentials(self, token: bytes) -> tuple[User, ApiToken]:
        """The token's row if it is usable and its owner is active; else AuthenticationFailed."""
        text = token.decode("ascii")
        rows = list(_candidates(text[: CONSTANTS.TOKEN_KEY_LENGTH]))
        digest, now = hash_token(text), clock.instant()
        mine = [row for row in rows if compare_digest(row.digest, digest)]
        if not mine or not mine[0].is_usable(now) or not mine[0].user.is_active:
            raise AuthenticationFailed()
        return _settled(mine[0], [row.own_code for row in mine])


def _candidates(key: str) -> Any:
    """One row per unit that the owner holds today, so that territory needs no second query."""
    return _with_units(clock.today()).filter(token_key=key)


@lru_cache(maxsize=2)
def _with_units(today: date) -> Any:
    """Tokens, owners and their units of a day. Put together once a day, not at every request."""
    held = Q(user__jurisdictions__starts_on__lte=today) & (
        Q(user__jurisdictions__ends_on=None) | Q(user__jurisdictions__ends_on__gte=today)
    )
    joined = ApiToken.objects.select_related("user")
    joined = joined.annotate(held=FilteredRelation("user__jurisdictions", condition=held))
    return joined.annotate(own_code=F("held__unit_code")).order_by()


def _settled(token: ApiToken, codes: list[str | None]) -> tuple[User, ApiToken]:
    user: User = token.user
    owner = Scope.of(code for code in codes if code)
    user.__dict__["territory"] = token.narrowed(owner)
    return user, token


def _slow_down(address: str) -> None:
    rate = take(GUESS, address)
    if rate.exceeded:
        raise Throttled(wait=rate.seconds)


def _at_home(token: ApiToken, address: str) -> None:
    """Refuses a caller outside the token's networks."""
    if not token.networks:
        return
    # A caller without an address (a local socket) is in no network.
    here = ip_address(address) if address else None
    if here is None or not any(here in ip_network(network) for network in token.networks):
        raise Problem("network_refused")


def _note_use(token: ApiToken, address: str) -> None:
    """Last use, written at most once a minute."""
    now = clock.instant()
    if token.last_used_at is not None and token.last_used_at > now - SEEN_AFTER:
        return
    rows = ApiToken.objects.filter(pk=token.pk).filter(
        Q(last_used_at=None) | Q(last_used_at__lte=now - SEEN_AFTER)
    )
    rows.update(last_used_at=now, last_used_from=address)
