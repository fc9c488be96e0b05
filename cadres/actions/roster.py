"""Saving a cadre sheet: people and their posts, in a fixed number of statements."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cadres.actions.matching import Stored, key_of, stored_people
from cadres.actions.moves import apply_moves, moves_of, undo_moves
from cadres.actions.people import insert_people, undo_fields, update_people
from cadres.models import Person
from villages.imports.declaring import Context, Key, Row, Saved, Values, conflict

__all__ = ["existing_people", "key_of", "save_people", "undo_people"]


def existing_people(context: Context) -> Mapping[Key, Values]:
    """Everybody of the county's ledgers by natural key, as the sheet's columns would say it."""
    return {key: one.values for key, one in stored_people(context.county).items()}


@transaction.atomic
def save_people(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes people, opens posts that are new and ends posts that are gone (调整)."""
    stored = stored_people(context.county)
    known = {id(row): _match(row, stored) for row in (*new, *changed)}
    fresh = [row for row in (*new, *changed) if known[id(row)] is None]
    old = [(row, one) for row in (*new, *changed) if (one := known[id(row)]) is not None]
    people = insert_people(context, fresh)
    update_people(old)
    moves = moves_of(context, fresh, people, old)
    apply_moves(moves)
    undo = [list(people.values()), [undo_fields(one) for _row, one in old], moves.undo()]
    return Saved(created=len(fresh), updated=len(old), undo=undo)


def _match(row: Row, stored: Mapping[Key, Stored]) -> Stored | None:
    """By number; a person who was registered without one is found by village, name and birth."""
    found = stored.get(key_of(row))
    if found is not None:
        return found
    nameless = stored.get(key_of(row, by_number=False))
    return nameless if nameless is not None and not nameless.fields["id_index"] else None


@transaction.atomic
def undo_people(context: Context, saved: list[Any]) -> int:
    """Takes people and posts back; refuses where somebody was changed since."""
    fresh, old, moves = saved
    _refuse_changed(fresh, old)
    undo_moves(moves)
    Person.objects.filter(uid__in=fresh).delete()
    for uid, version, fields in old:
        Person.objects.filter(uid=uid).update(version=version + 2, **fields)
    return len(fresh) + len(old)


def _refuse_changed(fresh: list[str], old: list[Any]) -> None:
    expected = dict.fromkeys(fresh, 1) | {uid: version + 1 for uid, version, _fields in old}
    rows = Person.objects.filter(uid__in=list(expected)).values_list("uid", "version", "name")
    names = [name for uid, version, name in rows if version != expected[uid]]
    if names:
        raise conflict(names)
