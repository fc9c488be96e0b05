"""Which villages take part, in which groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.contest_rows import held
from rectification.supervision.models import Contest, ContestEntry
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, refuse_broken
from villages.models import Village
from villages.trace.record import record


@dataclass(frozen=True)
class Part:
    """Group and speaker of a village; without a group it does not take part."""

    group: str
    speaker: str = ""


@transaction.atomic
def set_entries(contest: Contest, *, by: Any, parts: Mapping[Village, Part]) -> int:
    """Puts villages into groups, and takes out those without a group; gives how many changed.

    Villages that are not named stay as they are. Raises `contest_finished`, `entry_scored`.
    """
    row = held(contest)
    known = {one.village_id: one for one in row.entries.select_related("village")}
    said: dict[str, str] = {}
    for village, part in parts.items():
        entry = known.get(village.pk)
        if entry is None and part.group:
            _add(row, village, part)
        elif (entry is not None and not _change(entry, part)) or entry is None:
            continue
        said[village.full_name] = part.group or _("不参赛")
    if said:
        record("contest.grouped", row, by=by, count=len(said), after={"groups": said})
    return len(said)


def _add(contest: Contest, village: Village, part: Part) -> None:
    entry = ContestEntry(
        contest=contest, village=village, county_code=village.county_code, group=part.group,
        speaker=part.speaker,
    )  # fmt: skip
    refuse_broken(entry)
    entry.save()


def _change(entry: ContestEntry, part: Part) -> bool:
    """Whether anything is different now."""
    if not part.group:
        _take_out(entry)
        return True
    if (entry.group, entry.speaker) == (part.group, part.speaker):
        return False
    changed(entry, group=part.group, speaker=part.speaker)
    return True


def _take_out(entry: ContestEntry) -> None:
    if entry.scores.exists():
        words = _("%s已有评委打分,不能退出。") % entry.village.full_name
        raise DomainError("entry_scored", words, _("确需退出的,先清空它的打分。"))
    entry.delete()
