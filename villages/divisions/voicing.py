"""Second pass after a load: reads every name that has no pinyin yet."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction

from villages.common.codes import Level
from villages.db import bulk
from villages.divisions.finding import readings_of
from villages.divisions.renaming import former_names
from villages.models import County, FormerName, Township, Village

AT_ONCE = 5_000
Progress = Callable[[Level, int, float], None]
_MODELS = ((Level.COUNTY, County), (Level.TOWNSHIP, Township), (Level.VILLAGE, Village))


def add_pinyin(*, county: str = "", progress: Progress | None = None) -> int:
    """Fills pinyin, initials and search text where they are missing; how many units.

    Each chunk is a transaction of its own: an interrupted pass goes on where it stopped. It
    changes no fact about a unit and therefore leaves no trail.
    """
    return sum(_level(level, model, county, progress) for level, model in _MODELS)


def _level(level: Level, model: Any, county: str, progress: Progress | None) -> int:
    silent = model.objects.filter(pinyin="", code__startswith=county).order_by("code")
    total, done = silent.count(), 0
    with_former = FormerName.objects.filter(unit_code__startswith=county).exists()
    for rows in _chunks(silent):
        _voice(model, rows, with_former)
        done += len(rows)
        if progress:
            progress(level, done, done / max(total, 1))
    if done:
        bulk.settle(model)
    return done


def _chunks(silent: Any) -> Iterator[list[tuple[int, str, str]]]:
    """Walks by code: a name without any reading must not be met again."""
    after = ""
    while rows := list(silent.filter(code__gt=after).values_list("id", "code", "name")[:AT_ONCE]):
        yield rows
        after = rows[-1][1]


@transaction.atomic
def _voice(model: Any, rows: list[tuple[int, str, str]], with_former: bool) -> None:
    former = former_names(code for _key, code, _name in rows) if with_former else {}
    bulk.update(
        model,
        "id",
        ("pinyin", "initials", "search_text"),
        ((key, *readings_of(name, code, former.get(code, ()))) for key, code, name in rows),
    )
