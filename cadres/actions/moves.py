"""Opening, ending and redating posts as a sheet says, many at once."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cadres.actions.matching import OpenPost, Stored
from cadres.choices import EndReason
from cadres.models import Person, PostTenure
from cadres.posts import Held
from villages.accounts.models.fields import new_uid
from villages.db import bulk
from villages.imports.declaring import Context, Row

_COLUMNS = (
    "uid", "person", "village", "county_code", "post", "duty", "started_on", "recorded_on",
    "source", "how_filled", "installed_by", "filing_no", "end_reason", "end_note", "version",
)  # fmt: skip


@dataclass
class Moves:
    """What changes among tenures."""

    opened: list[tuple[Any, ...]] = field(default_factory=list)
    ended: list[tuple[int, date]] = field(default_factory=list)
    redated: list[tuple[int, date | None, date]] = field(default_factory=list)

    def undo(self) -> list[Any]:
        """What takes the moves back, as JSON."""
        redated = [[pk, old.isoformat() if old else None] for pk, old, _new in self.redated]
        return [[row[0] for row in self.opened], [pk for pk, _day in self.ended], redated]


def moves_of(
    context: Context,
    fresh: list[Row],
    uids: dict[int, str],
    old: list[tuple[Row, Stored]],
) -> Moves:
    """Compares posts as written with posts as stored. One query for the keys of new people."""
    moves = Moves()
    pks = dict(Person.objects.filter(uid__in=list(uids.values())).values_list("uid", "pk"))
    for row in fresh:
        _open(moves, context, row, pks[uids[id(row)]], row.values["posts"].held)
    for row, one in old:
        _compare(moves, context, row, one)
    return moves


def _compare(moves: Moves, context: Context, row: Row, one: Stored) -> None:
    wanted = set(row.values["posts"].held)
    kept: set[Held] = set()
    for post in one.posts:
        if post.village_id == row.village.pk and post.held in wanted:
            kept.add(post.held)
            _redate(moves, row, post)
        else:
            # A day before the begin cannot be the end.
            moves.ended.append((post.pk, max(context.on, post.started_on or context.on)))
    new = tuple(held for held in row.values["posts"].held if held not in kept)
    _open(moves, context, row, one.fields["pk"], new)


def _redate(moves: Moves, row: Row, post: OpenPost) -> None:
    stated = row.values.get("started_on")
    if stated is not None and stated != post.started_on:
        moves.redated.append((post.pk, post.started_on, stated))


def _open(moves: Moves, context: Context, row: Row, person: int, posts: tuple[Held, ...]) -> None:
    since, source = row.values.get("started_on"), context.source[:120]
    moves.opened += [
        (new_uid(), person, row.village.pk, context.county, held.post, held.duty, since,
         context.on, source, "", "", "", "", "", 1)
        for held in posts
    ]  # fmt: skip


def apply_moves(moves: Moves) -> None:
    """Three statements at most."""
    if moves.ended:
        rows = [(pk, day, str(EndReason.ADJUSTED)) for pk, day in moves.ended]
        bulk.update(PostTenure, "id", ("ended_on", "end_reason"), rows)
    if moves.redated:
        rows_of_days = [(pk, new) for pk, _old, new in moves.redated]
        bulk.update(PostTenure, "id", ("started_on",), rows_of_days)
    if moves.opened:
        bulk.insert(PostTenure, _COLUMNS, moves.opened)


def undo_moves(saved: list[Any]) -> None:
    """Takes opened posts away, reopens ended ones, sets dates back."""
    opened, ended, redated = saved
    PostTenure.objects.filter(uid__in=opened).delete()
    PostTenure.objects.filter(pk__in=ended).update(ended_on=None, end_reason="")
    if redated:
        days = [(pk, date.fromisoformat(old) if old else None) for pk, old in redated]
        bulk.update(PostTenure, "id", ("started_on",), days)
