"""What a token may do, and who may use a resource at all."""

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from villages.rest.problems import Problem


class SignedIn(BasePermission):
    """A person with a session, or a token of an active account."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether somebody stands behind the request."""
        return bool(request.user and request.user.is_authenticated)


class TokenAllows(BasePermission):
    """A read-only token reads; a token with a list of resources reaches only these."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """True, or the problem that says which limit of the token was met."""
        token = getattr(request, "auth", None)
        if token is None:
            return True
        if token.read_only and request.method not in SAFE_METHODS:
            raise Problem("token_read_only")
        key = getattr(view, "key", "")
        if token.resources and not view.always_open and key not in token.resources:
            raise Problem(
                "token_scope", f"这枚令牌不含“{key}”。", f"This token does not include '{key}'."
            )
        return True


class Allowed(BasePermission):
    """The predicate that the resource declares, if any."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Asks the predicate with the person."""
        predicate = type(view).allowed
        if predicate is None or predicate(request.user):
            return True
        said = str(getattr(predicate, "sentence", ""))
        raise Problem("permission_denied", said, (predicate.__doc__ or "").strip())
