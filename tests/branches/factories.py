"""Party organizations as situations."""

from datetime import date
from typing import Any

from branches.models import (
    BranchElection,
    DevelopmentCount,
    DevelopmentRecord,
    Meeting,
    MemberCount,
    PartyBranch,
    QuietMonth,
)
from villages.models import Village

COUNTED = date(2026, 6, 30)


def village(code: str = "999901001200") -> Village:
    """A village of the county that tests live in."""
    return Village.objects.get(code=code)


def branch(
    at: Village | str = "999901001200", name: str = "第一党支部", formal: int | None = None,
    **rest: Any,
) -> PartyBranch:  # fmt: skip
    """A branch; with `formal` it was counted on 30 June 2026."""
    place = at if isinstance(at, Village) else village(at)
    made = PartyBranch.objects.create(
        village=place, county_code=place.county_code, name=name, **rest
    )
    if formal is not None:
        counted(made, formal)
    return made


def counted(of: PartyBranch, formal: int, on: date = COUNTED, **rest: Any) -> MemberCount:
    """How many members a branch has."""
    return MemberCount.objects.create(
        branch=of, village=of.village, county_code=of.county_code, as_of=on, formal=formal, **rest
    )


def met(of: PartyBranch, kind: str, on: date, came: int | None = None, due: int | None = None,
        **rest: Any) -> Meeting:  # fmt: skip
    """A meeting of a branch."""
    return Meeting.objects.create(
        branch=of, village=of.village, county_code=of.county_code, kind=kind, held_on=on,
        attended=came, should_attend=due, **rest,
    )  # fmt: skip


def quiet(of: PartyBranch, *months: int) -> None:
    """Months in which the branch states that it held nothing."""
    QuietMonth.objects.bulk_create(
        QuietMonth(branch=of, village=of.village, county_code=of.county_code, month=month)
        for month in months
    )


def recruits(at: Village, month: int, **counts: Any) -> DevelopmentCount:
    """Recruitment of a village in a month."""
    return DevelopmentCount.objects.create(
        village=at, county_code=at.county_code, month=month, **counts
    )


def record(of: PartyBranch, serial: str = "1", **steps: Any) -> DevelopmentRecord:
    """Somebody on the way into the party."""
    return DevelopmentRecord.objects.create(
        branch=of, village=of.village, county_code=of.county_code, serial=serial,
        **{"applied_on": date(2024, 6, 1), **steps},
    )  # fmt: skip


def election(of: PartyBranch, on: date, **rest: Any) -> BranchElection:
    """A valid election of the whole committee: 36 of 40 came, five of six were elected."""
    usual = {
        "entitled": 40, "present": 36, "seats": 5, "candidates": 6, "elected": 5,
        "least_votes": 30, "result": "elected",
    }  # fmt: skip
    return BranchElection.objects.create(
        branch=of, village=of.village, county_code=of.county_code, held_on=on, **{**usual, **rest}
    )
