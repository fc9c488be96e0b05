"""What of the cases waits for a person.

A county without live cases pays nothing for it on its first page.
"""

from collections.abc import Iterable
from typing import Any

from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from rectification.states import CANDIDATES, OFF_THE_LIST, UNDER_WORK
from rectification.waiting import acceptance, cases, finding, work
from villages.common.registries import TodoItem, TodoSource

PARTS = (cases, finding, work, acceptance)
_LIVE = frozenset({*CANDIDATES, *UNDER_WORK, *OFF_THE_LIST})


def _live(user: Any) -> Any:
    return RectificationCase.objects.visible_to(user).filter(status__in=_LIVE)


def _waiting(user: Any) -> Iterable[TodoItem]:
    """The items of all parts that this person may have. The queries of the parts."""
    for part in PARTS:
        for source in part.TODOS:
            if source.allowed(user):
                yield from source.items(user)


TODOS = (TodoSource("cases", may_see_cases, _waiting, _live),)
