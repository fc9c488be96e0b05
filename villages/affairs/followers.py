"""Open village matters go along when a village merges, splits or gets a new code.

What happened stays with the village in which it happened. What is still to be done goes to the
main successor: major matters on their way, and exceptions that nobody has mended. Where both
villages have one of the same words, the old village's name is added.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.models import MajorMatter, PowerException, SealUse, SpendingException
from villages.common.registries import MapFollower
from villages.divisions.heirs import hand_over, with_origin
from villages.models import Village

# What is open of each kind, and the words that tell its rows apart.
OPEN = (
    (MajorMatter, Q(result_disclosed_on=None, dropped_on=None), "title"),
    (PowerException, Q(mended_on=None), "what"),
    (SealUse, Q(mended_on=None, is_exception=True), "purpose"),
    (SpendingException, Q(mended_on=None), "what"),
)


def count(codes: Iterable[str]) -> int:
    """Open rows of these villages. One query."""
    inside = Q(village__code__in=list(codes))
    parts = [
        model.objects.filter(inside & is_open).order_by().values("uid")
        for model, is_open, _words in OPEN
    ]
    return int(parts[0].union(*parts[1:], all=True).count())


def move(change: Any, by: Any) -> int:
    """Moves the open rows of every village that a single main one follows."""
    return hand_over(change, _inherit)


def _inherit(old: Village, new: Village) -> int:
    moved = 0
    for model, is_open, words in OPEN:
        rows = list(model.objects.filter(is_open, village=old))
        taken = set(model.objects.filter(village=new).values_list(words, flat=True))
        for row in rows:
            row.village, row.county_code = new, new.county_code
            setattr(row, words, _apart(getattr(row, words), taken, old, model, words))
        moved += model.objects.bulk_update(rows, ["village", "county_code", words]) if rows else 0
    return moved


def _apart(said: str, taken: set[str], old: Village, model: Any, words: str) -> str:
    if said not in taken:
        return said
    return with_origin(said, old.name, model._meta.get_field(words).max_length)


FOLLOWERS = (MapFollower("affairs", _("在办的重大事项和未整改的监督问题"), count, move),)
