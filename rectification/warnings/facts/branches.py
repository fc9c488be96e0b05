"""What the branch ledgers say, for W03-W11."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Any

from branches.choices import MeetingKind
from branches.figures import Members, members
from branches.figures.missed_life import Missed, MissedLife, missed_life
from branches.figures.quorums import Turnout, turnouts
from branches.figures.recruitment import Recruits, recruits
from branches.figures.terms import VillageTerm, village_terms
from rectification.warnings.facts.asking import Asked
from rectification.warnings.rules.known.branches import NOT_DUE
from villages.common.periods import Month

_REGULAR = {
    "committee": MeetingKind.COMMITTEE, "theme": MeetingKind.THEME_DAY, "class": MeetingKind.CLASS,
}  # fmt: skip
_YEARLY = {"org_life": MeetingKind.ORG_LIFE, "appraisal": MeetingKind.APPRAISAL}
_HELD = Missed(0, 0, 0, 0, 0)


def known(asked: Asked) -> dict[int, dict[str, Any]]:
    """By village (primary key) the fields of `rules/known/branches.py` that are known.
    Ten queries."""
    where = (asked.scope, asked.county, asked.on)
    parts: tuple[Mapping[int, dict[str, Any]], ...] = (
        {pk: _size(one) for pk, one in members(*where).items()},
        {pk: _term(one) for pk, one in village_terms(*where).items()},
        {pk: _life(one, asked) for pk, one in missed_life(*where).items()},
        {pk: _turnout(one) for pk, one in turnouts(*where).items()},
        {pk: _recruits(one, asked) for pk, one in recruits(*where).items()},
    )
    return {pk: dict(ChainMap(*_of(pk, parts))) for pk in set().union(*parts)}


def _of(pk: int, parts: Iterable[Mapping[int, dict[str, Any]]]) -> Iterable[dict[str, Any]]:
    return (part[pk] for part in parts if pk in part)


def _size(size: Members) -> dict[str, Any]:
    return {
        "members": size.formal,
        "smallest_branch": size.smallest,
        "largest_branch": size.largest,
        "branches": size.branches,
        "members_source": size.source,
    }


def _term(term: VillageTerm) -> dict[str, Any]:
    return {
        "term_days_left": term.days_left,
        "term_extended": term.extended,
        "terms_unknown": term.ends_unknown,
    }


def _life(life: MissedLife, asked: Asked) -> dict[str, Any]:
    assembly = life.kinds.get(MeetingKind.ASSEMBLY, _HELD)
    told: dict[str, Any] = {
        "assembly_missed": assembly.times,
        "assembly_silent": assembly.silent,
        "assembly_missed_before": assembly.times_before,
        "assembly_silent_before": assembly.silent_before,
        "assembly_days_over": assembly.days_over,
    }
    for name, kind in _REGULAR.items():
        missed = life.kinds.get(kind, _HELD)
        told |= {f"{name}_missed": missed.times, f"{name}_silent": missed.silent}
    return {**told, **_yearly(life, asked), **_attendance(life)}


def _yearly(life: MissedLife, asked: Asked) -> dict[str, Any]:
    told = {"life_on": asked.on.isoformat()}
    for name, kind in _YEARLY.items():
        one = life.yearly.get(kind)
        if one is None:
            told[f"{name}_last"] = NOT_DUE
            continue
        told[f"{name}_last"] = one.on.isoformat() if one.on else ""
        told[f"{name}_none_since"] = one.none_since.isoformat()
    return told


def _attendance(life: MissedLife) -> dict[str, Any]:
    silent = {"attendance_silent": life.without_numbers}
    if life.attendance is None:
        return silent
    return {
        "attended": life.attendance.attended,
        "should_attend": life.attendance.should_attend,
        "attendance_meetings": life.attendance.meetings,
        **silent,
    }


def _turnout(turnout: Turnout) -> dict[str, Any]:
    return {"election_present": turnout.present, "election_entitled": turnout.entitled}


def _recruits(found: Recruits, asked: Asked) -> dict[str, Any]:
    """As of the newest month that tells, be it the one judged or, while that one is not filed, the
    one before; what is older proves nothing about today."""
    until, judged = found.told_until, Month.of(asked.on)
    if until is None:
        return {}
    told = until >= judged.previous()
    last, upto = found.last_accepted, until if told else judged
    return {
        "recruit_least": found.run_without if told else 0,
        "recruit_most": None if last is None else _months(last, upto),
    }


def _months(first: Month, last: Month) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
