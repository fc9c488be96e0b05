"""How one village stands: the newest ratings of its organizations, its joint bodies."""

from dataclasses import dataclass
from datetime import date

from branches.models import JointMember, SchemeRating
from villages.models import Village


@dataclass(frozen=True)
class Standing:
    """`ratings` are the newest per organization and kind of scheme that stand or are on the way;
    `joint` are the memberships of the day with their shares."""

    ratings: tuple[SchemeRating, ...]
    joint: tuple[JointMember, ...]


def standing(village: Village, on: date) -> Standing:
    """The village on a day. Two queries."""
    rows = SchemeRating.objects.filter(village=village, proposed_on__lte=on)
    newest: dict[tuple[int, str], SchemeRating] = {}
    ordered = rows.select_related("branch", "grade", "village").order_by("branch_id", "-period")
    for row in ordered:
        newest.setdefault((row.branch_id, row.kind), row)
    members = JointMember.objects.filter(village=village).on(on).select_related("body", "village")
    return Standing(tuple(newest.values()), tuple(members.order_by("pk")))
