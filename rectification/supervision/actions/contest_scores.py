"""The score sheet of one judge (评分表): everything that the judge gives, at once."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.contest_rows import held
from rectification.supervision.models import Contest, ContestAspect, ContestEntry, JudgeScore
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed
from villages.trace.record import record

# Key of the entry, key of the aspect.
Cell = tuple[int, int]


@transaction.atomic
def record_sheet(
    contest: Contest, *, by: Any, judge: str, points: Mapping[Cell, Decimal | None],
    stamp: str | None = None,
) -> int:  # fmt: skip
    """Puts the points of one judge in place, and takes back those that are None; gives how many
    changed. `stamp` is what the page showed (see `stamp_of`).

    Raises `contest_finished`, `version_changed`, `judge_missing`, `points_too_many`.
    """
    row = held(contest)
    name = _judge(judge)
    stored = {(one.entry_id, one.aspect_id): one for one in sheet_of(row, name)}
    if stamp is not None and stamp != stamp_of(stored.values()):
        words = _("%s的评分表刚被他人改动,您的填写没有保存。") % name
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    entries = {one.pk: one for one in row.entries.select_related("village__township")}
    aspects = {one.pk: one for one in row.aspects.all()}
    before, after = {}, {}
    for (entry_key, aspect_key), given in points.items():
        entry, aspect = entries[entry_key], aspects[aspect_key]
        old = stored.get((entry_key, aspect_key))
        was = old.points if old else None
        if given != was:
            _put(entry, aspect, name, given, old)
            place = f"{entry.village.full_name} {aspect.name}"
            before[place], after[place] = was, given
    if after:
        record(
            "contest.scored", row, by=by, before=before, after={**after, "judge": name},
            count=len(after), county_only=True,
        )  # fmt: skip
    return len(after)


def sheet_of(contest: Contest, judge: str) -> Any:
    """The stored points of one judge."""
    return JudgeScore.objects.filter(entry__contest=contest, judge=judge)


def stamp_of(rows: Iterable[JudgeScore]) -> str:
    """Tells one state of a judge's sheet from another."""
    found = list(rows)
    newest = max((one.pk for one in found), default=0)
    return f"{len(found)}.{newest}.{sum(one.version for one in found)}"


def refuse_too_many(aspect: Any, points: Decimal) -> None:
    """An aspect gets its full points at most (`points_too_many`)."""
    if not 0 <= points <= aspect.points:
        numbers = {"aspect": aspect.name, "most": f"{aspect.points.normalize():f}"}
        words = _("“%(aspect)s”的得分应在 0 到 %(most)s 分之间。") % numbers
        raise DomainError("points_too_many", words)


def _judge(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise DomainError("judge_missing", _("请写明评委姓名。"))
    return tidy


def _put(
    entry: ContestEntry, aspect: ContestAspect, judge: str, points: Decimal | None,
    old: JudgeScore | None,
) -> None:  # fmt: skip
    if points is None and old is not None:
        old.delete()
    elif points is not None:
        refuse_too_many(aspect, points)
        if old is not None:
            changed(old, points=points)
            return
        JudgeScore.objects.create(
            entry=entry, aspect=aspect, judge=judge, points=points, village=entry.village,
            county_code=entry.county_code,
        )  # fmt: skip
