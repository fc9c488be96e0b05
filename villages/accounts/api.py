"""`me` and `tokens`."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.accounts import perms
from villages.accounts.actions.counties import work_in_county
from villages.accounts.actions.tokens import Limits, create_token, revoke_token
from villages.accounts.fields import CURL, ME_FIELDS, SECRET, TOKEN_FIELDS
from villages.accounts.models import ApiToken, User
from villages.accounts.policies import policies
from villages.accounts.serializers import MeWrite, TokenWrite
from villages.common.errors import DomainError
from villages.rest.answers import require_match, respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.resources import Resource
from villages.rest.rows import builder
from villages.rest.views import ApiView, empty
from villages.rest.wire import write_instant
from villages.rest.writing import checked


class Me(ApiView):
    """The person and the token behind the request."""

    key, label_zh, label_en = "me", "本人", "me"
    always_open = True
    operations = {
        "get": Operation(
            "me_read", "Who I am and what I may do", "本人与权限", answer="Me", fields=ME_FIELDS
        ),
        "patch": Operation(
            "me_update", "Change the current county", "切换当前县", answer="Me", fields=ME_FIELDS,
            body="MeWrite", inputs=MeWrite.inputs, matches=True,
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Name, role, territory, rights."""
        user: Any = request.user
        return respond(request._request, _me(user, _token_of(request)), version=user.version)

    def patch(self, request: Request) -> HttpResponse:
        """Changes the current county of one's pages; the territory itself stays."""
        body = checked(MeWrite, request.data)
        user: Any = request.user
        require_match(request._request, user.version)
        work_in_county(user=user, code=body["current_county_code"], version=user.version)
        return respond(request._request, _me(user, _token_of(request)), version=user.version)


def _token_of(request: Request) -> ApiToken | None:
    token: Any = request.auth
    return token if isinstance(token, ApiToken) else None


def _me(user: User, token: ApiToken | None) -> dict[str, Any]:
    scope = user.territory
    return {
        "uid": user.uid,
        "username": user.username,
        "name": user.name,
        "role": user.role,
        "unit_name": user.unit_name,
        "acting_for": user.acting_for.name if user.acting_for else None,
        "unit_codes": sorted(scope.codes),
        "current_county_code": _current(user),
        "rights": sorted(_rights(user)),
        "token_name": token.name if token else None,
        "read_only": token.read_only if token else False,
        "token_expires_at": write_instant(token.expiry) if token else None,
        "version": user.version,
    }


def _current(user: User) -> str:
    """The chosen county while it is in the territory, else the first one."""
    if user.current_county_code and user.territory.touches(user.current_county_code):
        return user.current_county_code
    return min((code[:6] for code in user.territory.codes if len(code) >= 6), default="")


def _rights(user: User) -> set[str]:
    """Names of the predicates that hold for this person alone, over all apps."""
    held = (one for _app, own in policies() for one in own if one.alone)
    return {f"{one.app}.{one.name}" for one in held if one.predicate(user)}


_MADE = (*TOKEN_FIELDS, SECRET, CURL)


class Tokens(Resource):
    """Tokens for programs: one's own, and for security administrators those in their counties."""

    key, label_zh, label_en = "tokens", "接口令牌", "tokens"
    model = ApiToken
    component = "Token"
    fields = TOKEN_FIELDS
    ordering = ("-created_at",)
    operations = {
        "create": Operation(
            "tokens_create", "Make a token", "新建令牌", answer="TokenMade", fields=_MADE,
            body="TokenWrite", inputs=TokenWrite.inputs, status=201, repeatable=True,
        ),
        "destroy": Operation(
            "tokens_delete", "Revoke a token", "作废令牌", status=204, problems=(404,)
        ),
    }  # fmt: skip

    @repeatable(secrets=("token", "curl"))
    def create(self, request: Request) -> HttpResponse:
        """A token, shown once. It never reaches further than the credentials that make it."""
        body = checked(TokenWrite, request.data)
        user: Any = request.user
        limits = _within(body, _token_of(request))
        token, secret = create_token(
            user=user, name=body["name"], limits=limits, days=body["days"], by=user
        )
        return _made(request, token, secret)

    def destroy(self, request: Request, uid: str) -> HttpResponse:
        """Revokes; needs no If-Match, so that an emergency waits for nothing."""
        token = self.rows(request).filter(uid=uid).first()
        if token is None:
            raise Http404
        user: Any = request.user
        if token.user_id != user.pk and not perms.may_manage_users(user):
            raise Http404
        revoke_token(token=token, by=user)
        return empty()


def _within(body: dict[str, Any], maker: ApiToken | None) -> Limits:
    """What was asked for; a token that makes another hands on no more than it has."""
    asked = Limits(
        body["read_only"], tuple(body["unit_codes"]), tuple(body["resources"]),
        tuple(body["networks"]),
    )  # fmt: skip
    if maker is not None and not _hands_on(maker, asked):
        raise DomainError(
            "token_wider",
            "新令牌的范围不能大于正在使用的令牌。",
            "请缩小范围,或登录网页新建。",
        )
    return asked


def _hands_on(maker: ApiToken, asked: Limits) -> bool:
    units = not maker.unit_codes or (
        bool(asked.unit_codes)
        and all(any(code.startswith(own) for own in maker.unit_codes) for code in asked.unit_codes)
    )
    resources = not maker.resources or (
        bool(asked.resources) and set(asked.resources) <= set(maker.resources)
    )
    networks = not maker.networks or set(maker.networks) == set(asked.networks)
    return units and resources and networks


def _made(request: Request, token: ApiToken, secret: str) -> HttpResponse:
    row = ApiToken.objects.filter(pk=token.pk).values_list(*(f.path for f in TOKEN_FIELDS)).get()
    body = builder(TOKEN_FIELDS)(row) | {"token": secret, "curl": curl_line(secret)}
    address = f"/api/v1/tokens/{token.uid}/"
    response = respond(request._request, body, status=201, headers={"Location": address})
    response["Cache-Control"] = "no-store"
    return response


def curl_line(secret: str) -> str:
    """A command that tries the token."""
    return f'curl -H "Authorization: Bearer {secret}" {settings.PUBLIC_URL}/api/v1/me/'
