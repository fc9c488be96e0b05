"""Who may sign in: active people with a password."""

from typing import Any

from django.contrib.auth.backends import ModelBackend


class ActiveUserBackend(ModelBackend):
    """Passwords only; what a role may do stands in `perms.py`, not in permission tables.

    A name that nobody has costs one hash like any other, and a disabled account is refused like
    a wrong password: answer and time tell nothing about who exists.
    """

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None: rights come from role and jurisdiction."""
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None, as above."""
        return set()

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None, as above."""
        return set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Never, as above."""
        return False
