"""Stationed people and open reviews after a change of the map: they go on in the new village."""

from typing import Any

from cadres.actions.following import heirs_of_ended
from cadres.models import HelperPosting, JointReview, Posting
from cadres.wording.resident import PostingRole
from villages.divisions.mapchange import MapChange
from villages.models import Village


def follow_stationed(change: MapChange) -> int:
    """How many people who are stationed went along.

    Open postings, helpers and reviews of a village that ends move to its main follower; what was
    told of past months stays with the old village. A second first secretary of one village stays
    where he is until somebody decides which one goes on.
    """
    heirs = heirs_of_ended(change)
    villages = Village.objects.in_bulk(list(set(heirs.values())), field_name="code")
    moved = 0
    for old, new in sorted(heirs.items()):
        moved += _move(old, villages[new])
    return moved


def _move(old: str, heir: Village) -> int:
    postings = Posting.objects.open().filter(village__code=old)
    led = Posting.objects.open().filter(village=heir, role=PostingRole.FIRST_SECRETARY).exists()
    if led:
        postings = postings.exclude(role=PostingRole.FIRST_SECRETARY)
    moved = postings.update(village=heir)
    _move_free(HelperPosting.objects.filter(ended_on=None), old, heir, "helper")
    _move_free(JointReview.objects.open(), old, heir, "person")
    return int(moved)


def _move_free(rows: Any, old: str, heir: Village, who: str) -> None:
    """Open rows of the old village about somebody who has none in the new one."""
    there = list(rows.filter(village=heir).values_list(who, flat=True))
    rows.filter(village__code=old).exclude(**{f"{who}__in": there}).update(village=heir)
