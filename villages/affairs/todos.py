"""Open work about village facts: disclosure that a township's villages owe."""

from collections.abc import Iterable
from typing import Any

from django.core.cache import caches
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.accounts.perms import works_for_township
from villages.affairs.figures.disclosure import days_late
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

_SECONDS = 60


def _items(user: Any) -> Iterable[TodoItem]:
    """One line for all late villages of the township. Two queries, remembered for a minute."""
    codes, today = sorted(user.territory.codes), clock.today()
    home = next((code[:6] for code in codes if len(code) >= 6), "")
    late = caches["local"].get_or_set(
        f"disclosure:{today}:{'-'.join(codes)}",
        lambda: list(days_late(user.territory, home, today)),
        _SECONDS,
    )
    if late:
        yield TodoItem(
            title=_("督促 %d 个村补上党务村务财务公开") % len(late),
            url=reverse("affairs:hub"),
            detail=_("最久的已过 %d 天") % max(late),
            minutes=5,
        )


TODOS = (TodoSource("affairs_disclosure", works_for_township, _items),)
