"""Rights at the door of a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

Predicate = Callable[[Any], bool]
View = Callable[..., HttpResponseBase]


def requires(*predicates: Predicate) -> Callable[[View], View]:
    """The page opens when one of the predicates holds; else 403 with their sentences.

    Rights to a kind of work are refused openly (403). A single object outside the territory is
    a 404 and never comes this far.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not any(predicate(request.user) for predicate in predicates):
                raise PermissionDenied(" ".join(sentence(one) for one in predicates))
            return view(request, *args, **kwargs)

        guarded.predicates = predicates  # type: ignore[attr-defined]
        return guarded

    return decorate


def sentence(predicate: Callable[..., bool]) -> str:
    """The policy in words: its Chinese sentence where declared, else its docstring."""
    said = getattr(predicate, "sentence", "") or (predicate.__doc__ or "").strip()
    return str(said).splitlines()[0] if said else ""
