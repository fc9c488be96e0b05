"""Who holds a post without a valid joint review (未经联审任职)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cadres.choices import TWO_COMMITTEES, Post
from cadres.models import JointReview, PostTenure
from cadres.rules.reviews import WITHOUT, Conclusion, Standing, standing
from cadres.states import ReviewStatus
from villages import parameters
from villages.common.figures import Figure
from villages.common.scope import Scope

_Key = tuple[int, int, str]


@dataclass(frozen=True)
class Holder:
    """Somebody in office: since when, for how many days, and how he stands with the review."""

    person: str
    post: str
    started_on: date
    days: int
    standing: Standing


@dataclass(frozen=True)
class Reviewed:
    """Holders of posts of the two committees of one village that fall under the duty.

    `undated` counts tenures whose begin nobody wrote down: whether they fall under it is unknown.
    """

    holders: tuple[Holder, ...] = ()
    undated: int = 0

    @property
    def without(self) -> tuple[Holder, ...]:
        """Those without a valid conclusion, longest in office first."""
        found = [one for one in self.holders if one.standing in WITHOUT]
        return tuple(sorted(found, key=lambda one: one.started_on))


@dataclass
class _Village:
    holders: list[Holder] = field(default_factory=list)
    undated: int = 0


def unreviewed(scope: Scope, county: str, on: date) -> dict[int, Reviewed]:
    """Every village with a tenure in force, by primary key. Two queries.

    The duty holds for whoever took office on a day on which the county's parameter demanded a
    review. Source: tenures in force on the day, joint reviews by person, village and post.
    """
    known = _conclusions(scope, county, on)
    found: dict[int, _Village] = defaultdict(_Village)
    for village, person, name, post, started_on in _tenures(scope, county, on):
        place = found[village]
        if started_on is None:
            place.undated += 1
        elif parameters.value("cadres.review_required", on=started_on, county=county):
            how = standing(started_on, known.get((person, village, post), ()))
            label, days = str(Post(post).label), (on - started_on).days
            place.holders.append(Holder(name, label, started_on, days, how))
    return {pk: Reviewed(tuple(one.holders), one.undated) for pk, one in found.items()}


def unreviewed_figures(found: dict[int, Reviewed], codes: dict[int, str]) -> tuple[Figure, ...]:
    """Posts without a valid review, and the share that has one; villages without dates are gaps."""
    holders = [one for village in found.values() for one in village.holders]
    without = sum(len(village.without) for village in found.values())
    gaps = tuple(sorted(codes[pk] for pk, one in found.items() if one.undated and pk in codes))
    more: dict[str, Any] = {"missing": gaps, "source": _("任职台账、联审台账")}
    return (
        Figure(
            "reviews.unreviewed", _("未经联审任职"), without, _("人次"),
            definition=_("要求联审之日起新任村“两委”职务、没有有效联审结论的在任人次。"), **more,
        ),
        Figure.of_share(
            "reviews.covered_share", _("任职联审率"), len(holders) - without, len(holders),
            definition=_("应当联审的在任人次中已经联审通过的;任职时间不详的不计。"), **more,
        ),
    )  # fmt: skip


def _tenures(scope: Scope, county: str, on: date) -> list[tuple[int, int, str, str, date | None]]:
    rows = PostTenure.objects.in_scope(scope).in_county(county).on(on)
    rows = rows.filter(post__in=TWO_COMMITTEES).order_by("village__code", "started_on", "pk")
    return list(rows.values_list("village_id", "person_id", "person__name", "post", "started_on"))


def _conclusions(scope: Scope, county: str, on: date) -> dict[_Key, list[Conclusion]]:
    """What was known on the day: a later conclusion is still an open review."""
    rows = JointReview.objects.in_scope(scope).in_county(county).filter(initiated_on__lte=on)
    rows = rows.exclude(status=ReviewStatus.ARCHIVED, result="")
    found: dict[_Key, list[Conclusion]] = defaultdict(list)
    read = ("person_id", "village_id", "post", "result", "decided_on", "valid_until")
    for person, village, post, result, decided_on, valid_until in rows.values_list(*read):
        later = decided_on is not None and decided_on > on
        one = Conclusion("", None, None) if later else Conclusion(result, decided_on, valid_until)
        found[person, village, post].append(one)
    return found
