"""Who may write, in the words of the policy."""

from typing import Any

from villages.rest.problems import Problem


def require(predicate: Any, user: Any) -> None:
    """403 with the sentence of the policy for whoever only reads."""
    if not predicate(user):
        said = str(predicate.sentence)
        raise Problem("permission_denied", said, (predicate.__doc__ or "").strip())
