"""Party organizations go along when villages are merged, renumbered or split.

An organization that still exists goes to the main successor with all rows about it; where both
villages have one of that name, the old village's name is added. What villages filed as villages
(recruitment by month) and abolished organizations stay: they are history.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from branches import joint_followers
from branches.models import (
    BranchElection,
    DevelopmentRecord,
    Meeting,
    MemberCount,
    PartyBranch,
    QuietMonth,
    SchemeRating,
    SchemeReceipt,
)
from villages.common.registries import MapFollower
from villages.divisions.heirs import hand_over, with_origin
from villages.models import Village

ABOUT_BRANCHES = (MemberCount, Meeting, QuietMonth, BranchElection, DevelopmentRecord, SchemeRating)


def count(codes: Iterable[str]) -> int:
    """Existing organizations of these villages. One query."""
    rows = PartyBranch.objects.filter(village__code__in=list(codes), abolished_on=None)
    return int(rows.count())


def move(change: Any, by: Any) -> int:
    """Moves the organizations of every village that a single main one follows; how many."""
    return hand_over(change, _inherit)


def _inherit(old: Village, new: Village) -> int:
    moving = list(PartyBranch.objects.filter(village=old, abolished_on=None))
    taken = set(PartyBranch.objects.filter(village=new).values_list("name", flat=True))
    longest = PartyBranch._meta.get_field("name").max_length or 0
    for row in moving:
        row.village, row.county_code = new, new.county_code
        row.version += 1
        if row.name in taken:
            row.name = with_origin(row.name, old.name, longest)
    PartyBranch.objects.bulk_update(moving, ["village", "county_code", "name", "version"])
    for model in ABOUT_BRANCHES:
        rows = model.objects.filter(branch__in=moving)
        rows.update(village=new, county_code=new.county_code)
    receipts = SchemeReceipt.objects.filter(rating__branch__in=moving)
    receipts.update(village=new, county_code=new.county_code)
    return len(moving)


FOLLOWERS = (
    MapFollower("branches", _("现有党组织"), count, move),
    MapFollower("joint", _("联建成员"), joint_followers.count, joint_followers.move),
)
