"""What the cadre ledgers know of a village's month, so that no form asks it."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from cadres.choices import Post
from cadres.models import Posting, PostTenure
from cadres.wording.resident import PostingRole
from villages.common.periods import Month
from villages.filings.declaring import Derived


def derived(villages: Sequence[int], month: Month) -> Mapping[int, Sequence[Derived]]:
    """Who is secretary and first secretary at the month's end. Three queries.

    A post that somebody held before and nobody holds is vacant; of a post that nobody ever wrote
    down nothing is known.
    """
    tenures = PostTenure.objects.filter(village__in=villages, post=Post.SECRETARY)
    begun = tenures.filter(Q(started_on=None) | Q(started_on__lte=month.end))
    ever = set(begun.values_list("village_id", flat=True))
    held = tenures.on(month.end).values_list("village_id", "person__name")
    sent = Posting.objects.filter(village__in=villages, role=PostingRole.FIRST_SECRETARY)
    posted = dict(sent.on(month.end).values_list("village_id", "name"))
    return {village: _told(village, ever, dict(held), posted) for village in villages}


def _told(
    village: int, ever: set[int], held: Mapping[int, str], posted: Mapping[int, str]
) -> list[Derived]:
    secretary = held.get(village) or (_("空缺") if village in ever else _("未登记"))
    return [
        Derived(_("党组织书记"), secretary, _("村干部台账")),
        Derived(_("第一书记"), posted.get(village) or _("没有选派"), _("驻村台账")),
    ]
