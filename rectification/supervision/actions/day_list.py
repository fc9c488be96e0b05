"""One's own day list. Nothing of it goes to the trail: it is nobody else's business."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.supervision.actions.storing import refuse_unfit
from rectification.supervision.models import DayNote
from villages.ledgers.keeping import changed, locked, refuse_broken


def note_down(*, by: Any, on: date, text: str) -> DayNote:
    """A line for a day. Raises the words of what the columns refuse."""
    row = DayNote(user=by, on=on, text=text.strip())
    refuse_unfit(row)
    refuse_broken(row)
    row.save()
    return row


@transaction.atomic
def mark(note: DayNote, *, done: bool) -> DayNote:
    """Ticks a line, or takes the tick away."""
    row = locked(note)
    changed(row, done=done)
    return row


def cross_out(note: DayNote) -> None:
    """Takes a line away."""
    note.delete()


@transaction.atomic
def carry_over(*, by: Any, on: date) -> int:
    """Moves one's unfinished lines of earlier days to a day; how many there were."""
    rows = DayNote.objects.visible_to(by).filter(done=False, on__lt=on)
    return int(rows.update(on=on))
