"""Shell and oversized branches (空壳支部、超大支部), and forms that do not fit the members."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from branches import parameters as declared
from branches.choices import HOLDS_MEMBERS, BranchKind
from branches.figures.limits import limits, number
from branches.figures.size_rows import members_of, with_activity, with_members
from branches.models import PartyBranch
from branches.size_rules import Establishment, Limits, expected_form, expected_team
from villages.common.calendar_months import add_months
from villages.common.periods import Month
from villages.common.scope import Scope

EMPTY, INACTIVE, OVERSIZED = "empty", "inactive", "oversized"
FORM, UNAPPROVED, SEATS, UNITS = "form", "unapproved", "seats", "units"
SHELL = frozenset({EMPTY, INACTIVE})


@dataclass(frozen=True)
class Size:
    """One organization and what is wrong with its size.

    `members` are its formal members, those of its branches where it is a general branch or a
    committee; None while one of them was never counted. `reasons` holds codes in a fixed order.
    """

    branch: int
    uid: str
    name: str
    kind: str
    village: int
    village_code: str
    members: int | None
    expected: str
    team: Establishment | None
    seats: int | None
    last_met: date | None
    reasons: tuple[str, ...]

    @property
    def is_shell(self) -> bool:
        """Too few members, or nothing done for months."""
        return bool(SHELL & set(self.reasons))


def sizes(scope: Scope, county: str, on: date) -> list[Size]:
    """Every organization of a village on a day, in order of villages and names. One query.

    Functional, provisional and industry-chain branches gather members of other branches; their
    size says nothing and they are left out.
    """
    bounds = limits(county, on)
    months = number(declared.INACTIVE, county, on)
    units = number(declared.JOINT_UNITS, county, on)
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on)
    village_kinds = [*HOLDS_MEMBERS, BranchKind.GENERAL, BranchKind.COMMITTEE]
    known = with_activity(with_members(rows.filter(kind__in=village_kinds), on), on, months)
    ordered = known.order_by("village__code", "name", "pk")
    since = add_months(Month.of(on).start, -months)
    return [_size(row, bounds, units, months, since) for row in ordered.values(*_READ)]


_READ = (
    "pk", "uid", "name", "kind", "village_id", "village__code", "seats", "units", "own", "below",
    "parts", "parts_counted", "last_met", "quiet", "county_approval_no",
)  # fmt: skip


def _size(row: dict[str, Any], bounds: Limits, units: int, months: int, since: date) -> Size:
    members = members_of(row)
    idle = row["quiet"] == months and (row["last_met"] is None or row["last_met"] < since)
    reasons = [*_by_members(row, members, bounds), *_by_form(row, members, bounds, units)]
    if idle and row["kind"] in HOLDS_MEMBERS:
        reasons.append(INACTIVE)
    return Size(
        row["pk"], row["uid"], row["name"], row["kind"], row["village_id"], row["village__code"],
        members, "" if members is None else expected_form(members, bounds),
        None if members is None else expected_team(members, bounds),
        row["seats"], row["last_met"], tuple(reasons),
    )  # fmt: skip


def _by_members(row: dict[str, Any], members: int | None, bounds: Limits) -> Iterator[str]:
    if members is None or row["kind"] not in HOLDS_MEMBERS:
        return
    # A joint branch is what too few members should form: only its sum counts.
    if members < bounds.least:
        yield EMPTY
    if members > bounds.large:
        yield OVERSIZED


def _by_form(row: dict[str, Any], members: int | None, bounds: Limits, units: int) -> Iterator[str]:
    if row["kind"] == BranchKind.COMMITTEE:
        if members is not None and members < bounds.county:
            yield FORM
        if not row["county_approval_no"]:
            yield UNAPPROVED
    if row["units"] and row["units"] > units:
        yield UNITS
    team = None if members is None else _team(row["kind"], members, bounds)
    if team and row["seats"] is not None and not team.fits(row["seats"]):
        yield SEATS


def _team(kind: str, members: int, bounds: Limits) -> Establishment | None:
    """The seats of the form that the organization has; those of a branch by its members."""
    if kind in {BranchKind.GENERAL, BranchKind.COMMITTEE}:
        return bounds.teams[kind]
    branch_like = min(members, bounds.large)
    return expected_team(branch_like, bounds)
