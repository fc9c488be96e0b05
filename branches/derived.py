"""What the branch ledgers know of a village's month, so that no form asks it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from branches.models import MemberCount, PartyBranch
from villages.common.periods import Month
from villages.filings.declaring import Derived


def derived(villages: Sequence[int], month: Month) -> Mapping[int, Sequence[Derived]]:
    """Branches that hold members at the month's end, and their members. Two queries.

    A village without a branch has no entry; where a branch was never counted, members are not
    told.
    """
    rows = PartyBranch.objects.filter(village__in=villages).on(month.end).holding_members()
    own: dict[int, list[int]] = defaultdict(list)
    for village, branch in rows.values_list("village_id", "pk"):
        own[village].append(branch)
    counts = _counts([one for each in own.values() for one in each], month.end)
    return {village: _told([counts.get(one) for one in each]) for village, each in own.items()}


def _counts(branches: Sequence[int], on: date) -> dict[int, int]:
    """Members of each branch by its newest count."""
    rows = MemberCount.objects.filter(branch__in=branches, as_of__lte=on).order_by("as_of")
    return {
        branch: formal + (probationary or 0)
        for branch, formal, probationary in rows.values_list(
            "branch_id", "formal", "probationary"
        )
        if formal is not None
    }  # fmt: skip


def _told(counts: Sequence[int | None]) -> list[Derived]:
    known = [one for one in counts if one is not None]
    members = _("%d 人") % sum(known) if len(known) == len(counts) else _("未登记")
    return [
        Derived(_("党支部"), _("%d 个") % len(counts), _("党组织台账")),
        Derived(_("党员"), members, _("党员台账")),
    ]
