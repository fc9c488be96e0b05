"""Filed days of organization life on their way into the ledger of meetings."""

from collections.abc import Iterator, Mapping
from typing import Any

from branches.choices import OF_FEW, MeetingKind
from branches.filed_life import Life, life_of
from branches.models import Meeting, QuietMonth
from villages.filings.declaring import Landing
from villages.filings.landing import Wanted, put, put_away, take_back

Names = Mapping[str, MeetingKind]


def land(landing: Landing, names: Names, attended: str) -> None:
    """Meetings on their days; a kind that was not held loses its meeting, and a branch that held
    nothing at all says so. A fixed number of statements."""
    known = life_of(list(landing.answers), landing.month, counted=True)
    there = {village: said for village, said in landing.answers.items() if village in known}
    denied = [
        row
        for village, said in there.items()
        for key, kind in names.items()
        if said.get(key) == 0
        for row in known[village].held.get(kind, [])
    ]
    put_away(landing, Meeting, denied)
    wanted = [
        one for village, said in there.items() for one in _meetings(
            landing, village, known[village], said, names, attended
        )
    ]  # fmt: skip
    put(landing, Meeting, wanted)
    _state_quiet(landing, known, {one.village for one in wanted}, {row.pk for row in denied})


def _meetings(
    landing: Landing, village: int, life: Life, said: Mapping[str, Any], names: Names,
    attended: str,
) -> Iterator[Wanted]:  # fmt: skip
    for key, kind in names.items():
        if not said.get(key):
            continue
        row = _row(life, kind)
        values = {
            "branch_id": life.branch, "kind": str(kind),
            "held_on": landing.month.start.replace(day=said[key]),
        }  # fmt: skip
        if row is None:
            values["should_attend"] = None if kind in OF_FEW else life.members
        if kind is MeetingKind.THEME_DAY and attended in said:
            values |= {"attended": said[attended], "should_attend": life.expected}
        yield Wanted(village, row, values)


def _row(life: Life, kind: MeetingKind) -> Meeting | None:
    """The first meeting of the kind: the one that the form shows."""
    held = life.held.get(kind)
    return held[0] if held else None


def _state_quiet(
    landing: Landing, known: Mapping[int, Life], met: set[int], denied: set[int]
) -> None:
    """Nothing held at all is stated; whoever met does not say so any more."""
    silent, busy = [], []
    for village, life in known.items():
        left = [row for rows in life.held.values() for row in rows if row.pk not in denied]
        if life.quiet and (village in met or left):
            busy.append(life.quiet)
        elif not life.quiet and not left and village not in met:
            silent.append(village)
    put_away(landing, QuietMonth, busy)
    put(
        landing, QuietMonth,
        (
            Wanted(
                village, None, {"branch_id": known[village].branch, "month": landing.month.number}
            )
            for village in silent
        ),
    )  # fmt: skip


def lift(landing: Landing) -> None:
    """Meetings and statements as they were."""
    take_back(landing, Meeting)
    take_back(landing, QuietMonth)
